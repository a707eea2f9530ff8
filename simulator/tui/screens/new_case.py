"""Before a case: its pack's content note in full, and the seed that the case is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.cases.seeds import LARGEST_SEED, SEED_RANGE, seed_in
from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.packs import described
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.case_packs import CasePack

HINT = "The same seed makes the same case again. Leave it empty for any case. Enter starts, Esc goes back."
LONGEST_SEED = len(str(LARGEST_SEED))


class NewCase(ModalScreen[int | None]):
    """Answers with the seed to make a case from, or None."""

    CSS_PATH = "new_case.tcss"
    HELP: ClassVar[str] = (
        "A new case is made from a number, its seed. Whoever types the same seed gets the same case, so a group can "
        "work on one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="new-case.back", tooltip="Go back; no case is started"),
    ]

    def __init__(self, pack: CasePack, seed: int) -> None:
        super().__init__()
        self._pack = pack
        self._seed = seed

    def compose(self) -> ComposeResult:
        """The note, the seed and two buttons."""
        with Vertical(id="dialog"):
            yield Static(shown(described(self._pack), "bold $accent"))
            with VerticalScroll(id="pack-note"):
                yield Static(shown(self._pack.content_note))
            with Horizontal(id="seed-line"):
                yield Static("Seed ", id="seed-label", markup=False)
                yield Input(str(self._seed), type="integer", max_length=LONGEST_SEED, compact=True, id="seed")
            yield Static(HINT, id="hint", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Start", id="start", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """The seed can be typed at once."""
        self.query_one("#seed", Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter starts."""
        event.stop()
        self._start()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what Enter and Escape do."""
        event.stop()
        if event.button.id == "start":
            self._start()
        else:
            self.dismiss(None)

    def _start(self) -> None:
        typed = self.query_one("#seed", Input).value.strip() or str(self._seed)
        seed = seed_in(typed)
        if seed is None:
            self.query_one("#hint", Static).update(shown(f"! A seed is {SEED_RANGE}.", "bold $error"))
        else:
            self.dismiss(seed)

    def action_back(self) -> None:
        """Start nothing."""
        self.dismiss(None)
