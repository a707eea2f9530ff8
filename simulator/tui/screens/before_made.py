"""Before a case that is made for somebody begins: what it is for, and what it can be hard to read for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.screens.question import Question

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from simulator.tui.wanting import CaseWanted

BEING_MADE = "The case is being made…"


class BeforeMade(Question[bool]):
    """Answers True where the case is to begin, which can be said once it is made: `made` is to be called then."""

    AUTO_FOCUS = ""
    HELP: ClassVar[str] = (
        "What the case is for, how long it is, and what it can be hard to read for. Begin opens it, as soon as it is "
        "made; you can leave it at any moment. Back goes back, and nothing is begun."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Begin", id="before-made.begin", tooltip="Make the case, and begin it"),
        Binding(
            "n,escape", "answer(False)", "Back", id="before-made.back", tooltip="Go back; nothing is begun"
        ),
    ]

    class Declined(Message):
        """It was closed, and the case is not to begin."""

    def __init__(self, wanted: CaseWanted, title: str, text: str) -> None:
        self.wanted = wanted
        """What the case is made for."""
        self._is_made = self._begins = False
        self._note = Static(shown(BEING_MADE, "$text-muted"))
        note = VerticalScroll(self._note, id="pack-note")
        super().__init__(title, {True: "Begin (y)", False: "Back (n)"}, Static(shown(text)), note)

    def on_mount(self) -> None:
        """Nothing can begin yet, and Enter does nothing."""
        self._begin.disabled = True

    def on_unmount(self) -> None:
        """However it was closed: what was made is not to begin."""
        if not self._begins:
            self.app.post_message(self.Declined())

    @property
    def _begin(self) -> Button:
        return self.query(Button).first()

    def made(self, note: str) -> None:
        """The case is there; `note` says what it can be hard to read for."""
        self._is_made = True
        self._note.update(shown(note))
        self._begin.disabled = False
        self._begin.focus()
        self.refresh_bindings()

    def refuse(self, sentence: str) -> None:
        """Say why there is no case; all that can be done then is to go back."""
        self._note.update(shown(f"! {sentence}", "bold $error"))
        self.query(Button).last().focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It can begin once it is made."""
        if action == "answer" and parameters == (True,):
            return True if self._is_made else None
        return super().check_action(action, parameters)

    def dismiss(self, result: bool | None = None) -> AwaitComplete:
        """Close it with the answer."""
        self._begins = bool(result)
        return super().dismiss(result)
