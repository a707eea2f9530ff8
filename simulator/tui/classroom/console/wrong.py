"""What a class got wrong, in words, and why a case suits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.text import clean

if TYPE_CHECKING:
    from simulator.classroom.class_view import WrongView
    from simulator.session.case_packs import CaseRef


def how_often(wrong: WrongView) -> str:
    """The question, and how many of the votes on it were mistakes."""
    return f"{clean(wrong.title)}: wrong in {wrong.times} of {wrong.of} votes"


def what_about(wrong: WrongView) -> str:
    """What was called for, and the paragraph behind it, as far as there is either."""
    paragraph = clean(wrong.paragraph)
    if not wrong.called_for:
        return f"Paragraph {paragraph}" if paragraph else ""
    return f"Called for: {clean(wrong.called_for)}{f' ({paragraph})' if paragraph else ''}"


def told_of(wrong: WrongView) -> str:
    """Both in a line."""
    return ". ".join(filter(None, (how_often(wrong), what_about(wrong))))


def why_this(wrong: WrongView, case: CaseRef) -> str:
    """Why a case is offered, and where it is from."""
    paragraph = f", paragraph {clean(wrong.paragraph)}" if wrong.paragraph else ""
    often = f"which this class got wrong in {wrong.times} of {wrong.of} votes"
    title, pack = clean(case.title), clean(case.pack.title)
    made = f"newly made, seed {case.which}" if isinstance(case.which, int) else f"a written case, “{title}”"
    return f"It exercises “{clean(wrong.title)}”{paragraph}, {often}. It is {made}, from the pack {pack}."
