"""Reasons for one decision: in own words, the paragraphs relied on, and how sure one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from simulator.errors.text import clean
from simulator.session.commands import LONGEST_RATIONALE, SURENESS
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.session.view import ParagraphView
    from simulator.tui.grid import Cell

NO_NAMES = "Your own words, with no names and nothing of real cases."
SURE = ("less than 67%", "more than 67%", "more than 80%")
HOW_SURE = "How sure are you?"
RELIED_ON = "Which paragraphs do you rely on?"
HINT = "Tab goes on, Space ticks, Ctrl+S keeps, Esc goes back."


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a learner says about one decision."""

    rationale: str
    cites: tuple[str, ...]
    sureness: int | None


class Ticks(OptionList):
    """Options that Space and Enter tick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "select", "Tick", id="reasons.tick", tooltip="Choose this, or take it back"),
    ]


class ReasonsScreen(ModalScreen[Reasons | None]):
    """Answers with the reasons as they are then, or None where nothing is to change."""

    CSS_PATH = "reasons.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="reasons.keep", tooltip="Keep these reasons", priority=True),
        Binding(
            "escape", "back", "Back", id="reasons.back", tooltip="Go back; nothing changes", priority=True
        ),
    ]

    def __init__(self, cell: Cell, paragraphs: Sequence[ParagraphView]) -> None:
        super().__init__()
        self._cell = cell
        self._paragraphs = paragraphs
        self._cites = set(cell.subject.cites)
        self._sureness = cell.subject.sureness

    def compose(self) -> ComposeResult:
        """Own words, sureness, the paragraphs, the one under the cursor whole, and two buttons."""
        subject = self._cell.subject
        with Vertical(id="dialog"):
            yield Static(shown(f"Why: {self._cell.question.title} – {subject.label}", "bold $accent"))
            yield Static(NO_NAMES, id="no-names", markup=False)
            yield TextArea(subject.rationale, id="rationale", compact=True)
            yield Static(HOW_SURE, markup=False)
            yield Ticks(*(Option(self._level(level)) for level in SURENESS), id="sureness")
            yield Static(RELIED_ON, markup=False)
            yield Ticks(*(Option(self._paragraph(one)) for one in self._paragraphs), id="relied-on")
            with VerticalScroll(id="paragraph"):
                yield Static(_whole(self._paragraphs[0]) if self._paragraphs else "", id="paragraph-text")
            yield Static(HINT, id="hint", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Keep", id="keep", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)

    def _level(self, level: int) -> Content:
        chosen = level == self._sureness
        return shown(
            f"({'•' if chosen else ' '}) {SURE[SURENESS.index(level)]}", "bold $accent" if chosen else ""
        )

    def _paragraph(self, paragraph: ParagraphView) -> Content:
        """One line; the paragraph itself is below the list, while the cursor is on it."""
        ticked = paragraph.paragraph in self._cites
        style = "bold $accent" if ticked else "bold"
        head = shown(f"[{'x' if ticked else ' '}] {paragraph.paragraph}  ", style)
        return head.append(shown(clean(paragraph.text)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the paragraph under the cursor whole."""
        event.stop()
        if event.option_list.id == "relied-on":
            self.query_one("#paragraph-text", Static).update(_whole(self._paragraphs[event.option_index]))
            self.query_one("#paragraph").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick a paragraph or untick it, or say how sure."""
        event.stop()
        options, number = event.option_list, event.option_index
        if options.id == "sureness":
            self._sureness = SURENESS[number]
            for index, level in enumerate(SURENESS):
                options.replace_option_prompt_at_index(index, self._level(level))
        else:
            paragraph = self._paragraphs[number]
            self._cites ^= {paragraph.paragraph}
            options.replace_option_prompt_at_index(number, self._paragraph(paragraph))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what the keys do."""
        event.stop()
        if event.button.id == "keep":
            self.action_keep()
        else:
            self.action_back()

    def action_keep(self) -> None:
        """Keep what is there."""
        text = self.query_one(TextArea).text.strip()
        if len(text) > LONGEST_RATIONALE:
            sentence = f"! There is room for {LONGEST_RATIONALE} characters; these are {len(text)}."
            self.query_one("#no-names", Static).update(shown(sentence, "bold $error"))
            return
        cites = tuple(one.paragraph for one in self._paragraphs if one.paragraph in self._cites)
        self.dismiss(Reasons(text, cites, self._sureness))

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _whole(paragraph: ParagraphView) -> Content:
    head = shown(f"{paragraph.paragraph}. {paragraph.section}.", "bold")
    notes = [shown(f"Note, {note}", "italic $text-muted") for note in paragraph.notes]
    return Content("\n").join([head, shown(paragraph.text), *notes])
