"""Before a case that is made for somebody begins: what it is for, and what it can be hard to read for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.screens.question import Question
from simulator.tui.telling.pieces import lines
from simulator.tui.telling.today import notes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.case_packs import CasePack


class BeforeMade(Question[bool]):
    """Answers True where the case is to be made and begun."""

    HELP: ClassVar[str] = (
        "What the case is for, and what it can be hard to read for. Begin makes it and opens it; you can leave it at "
        "any moment. Back goes back, and nothing is begun."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Begin", id="before-made.begin", tooltip="Make the case, and begin it"),
        Binding(
            "n,escape", "answer(False)", "Back", id="before-made.back", tooltip="Go back; nothing is begun"
        ),
    ]

    def __init__(self, title: str, text: str, packs: Sequence[CasePack]) -> None:
        """`packs` are those of which it may come."""
        note = VerticalScroll(Static(lines(*notes_of(packs))), id="pack-note")
        super().__init__(title, {True: "Begin (y)", False: "Back (n)"}, Static(shown(text)), note)
