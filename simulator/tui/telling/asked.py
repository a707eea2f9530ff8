"""A decision that is to be made: in short below the tables, in full beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.session.commands import SURENESS
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.texts_view import ParagraphView
    from simulator.session.view import OptionView
    from simulator.tui.grid import Cell

SURE = ("not very sure (below 67%)", "sure (above 67%, up to 80%)", "very sure (above 80%)")
SIGNS = {(False, False): "( )", (False, True): "(•)", (True, False): "[ ]", (True, True): "[x]"}
OPEN = "Still open: Enter shows the options to choose from."
NOTHING_YET = "The decision under the cursor is told here. f goes to the decisions."


def how_sure(level: int | None) -> str | None:
    """A level of sureness in words; None where nothing was said."""
    return None if level is None else SURE[SURENESS.index(level)]


def in_short(cell: Cell) -> Content:
    """What is asked and what was said about it, in one paragraph."""
    subject = cell.subject
    parts = [shown(f"{cell.question.title} – {subject.label}:", "bold"), shown(cell.question.asks)]
    if subject.chosen:
        parts.append(shown(f"Your answer: {'; '.join(subject.chosen_labels)}.", "$success"))
    else:
        parts.append(shown("Enter chooses.", "$text-muted"))
    parts.extend(shown(each, "$text-muted") for each in _said(cell))
    return Content(" ").join(parts)


def _said(cell: Cell) -> Iterator[str]:
    subject = cell.subject
    sure = how_sure(subject.sureness)
    if sure is not None:
        yield f"How sure: {sure}."
    if subject.cites:
        yield f"Cited: {', '.join(subject.cites)}."
    if subject.rationale:
        yield f"Why: {clean(' '.join(subject.rationale.split()))}"


def in_full(cell: Cell | None, paragraphs: Sequence[ParagraphView]) -> Content:
    """The question with all its options, the reasons with the paragraphs they name, and how sure."""
    if cell is None:
        return shown(NOTHING_YET, "$text-muted")
    subject = cell.subject
    parts = [
        shown(f"{cell.question.title} – {subject.label}", "bold $accent"),
        shown(cell.question.asks),
        Content("\n").join(_option(cell, option) for option in cell.question.options),
    ]
    if not subject.chosen:
        parts.append(shown(OPEN, "$warning"))
    parts.append(_named("How sure", how_sure(subject.sureness) or "not said"))
    parts.append(_named("Why", subject.rationale or "not said"))
    parts.append(_named("Relied on", ", ".join(subject.cites) or "not said"))
    parts.extend(_paragraph(one) for one in paragraphs if one.paragraph in subject.cites)
    return Content("\n\n").join(parts)


def _option(cell: Cell, option: OptionView) -> Content:
    chosen = option.option in cell.subject.chosen
    return shown(f"{SIGNS[cell.question.several, chosen]} {option.label}", "bold $success" if chosen else "")


def _named(name: str, text: str) -> Content:
    return Content("").join([shown(f"{name}: ", "bold"), shown(text)])


def _paragraph(paragraph: ParagraphView) -> Content:
    head = shown(f"{paragraph.paragraph}. {paragraph.section}.", "bold")
    return Content("\n").join([head, shown(paragraph.text, "$text-muted")])
