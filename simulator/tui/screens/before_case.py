"""Before a case is played from elsewhere than its pack: the content note of the pack, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.book import case_line
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.case_packs import CaseRef


class BeforeCase(ModalScreen[bool]):
    """Answers True where the case is to be played."""

    CSS_PATH = "before_case.tcss"
    HELP: ClassVar[str] = (
        "What the cases of this pack can be hard to read for. Play begins the case in practice: feedback comes with "
        "each part. Back goes back to the guidance."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Play", id="before-case.play", tooltip="Play the case, in practice"),
        Binding(
            "n,escape", "answer(False)", "Back", id="before-case.back", tooltip="Go back to the guidance"
        ),
        Binding(
            "left,right",
            "other",
            "Other button",
            id="before-case.other",
            tooltip="Go to the other button",
            show=False,
        ),
    ]

    def __init__(self, case: CaseRef) -> None:
        super().__init__()
        self._case = case

    def compose(self) -> ComposeResult:
        """The case, its pack, the note and two buttons."""
        title, pack = case_line(self._case)
        with Vertical(id="dialog"):
            yield Static(shown(title, "bold $accent"))
            yield Static(shown(pack))
            with VerticalScroll(id="pack-note"):
                yield Static(shown(self._case.pack.content_note))
            with Horizontal(id="buttons"):
                yield Button("Play (y)", id="yes", variant="primary", compact=True)
                yield Button("Back (n)", id="no", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """Enter plays."""
        self.query_one("#yes").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A button answers."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_answer(self, play: bool) -> None:
        """A key answers."""
        self.dismiss(play)

    def action_other(self) -> None:
        """Go to the other of the two buttons."""
        play, back = self.query_one("#yes"), self.query_one("#no")
        (back if play.has_focus else play).focus()
