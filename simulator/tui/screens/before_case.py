"""Before a case is played from elsewhere than its pack: the content note of the pack, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.screens.question import Question
from simulator.tui.telling.book import case_line

if TYPE_CHECKING:
    from simulator.session.case_packs import CaseRef


class BeforeCase(Question[bool]):
    """Answers True where the case is to be played."""

    HELP: ClassVar[str] = (
        "What the cases of this pack can be hard to read for. Play begins the case in practice: feedback comes with "
        "each part. Back goes back to the guidance."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Play", id="before-case.play", tooltip="Play the case, in practice"),
        Binding(
            "n,escape", "answer(False)", "Back", id="before-case.back", tooltip="Go back to the guidance"
        ),
    ]

    def __init__(self, case: CaseRef) -> None:
        title, pack = case_line(case)
        note = VerticalScroll(Static(shown(case.pack.content_note)), id="pack-note")
        super().__init__(title, {True: "Play (y)", False: "Back (n)"}, Static(shown(pack)), note)
