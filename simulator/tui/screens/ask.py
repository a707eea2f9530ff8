"""Asking once before something that cannot be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.safety import shown
from simulator.tui.screens.question import Question


class Ask(Question[bool]):
    """Answers True for yes; the buttons name what is done, and the keys are y, n and Escape."""

    HELP: ClassVar[str] = "A question that is asked once: y does what is named, n and Escape go back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="ask.yes", tooltip="Do it"),
        Binding("n,escape", "answer(False)", "No", id="ask.no", tooltip="Go back; nothing changes"),
    ]

    def __init__(self, title: str, text: str, *, yes: str, no: str) -> None:
        super().__init__(title, {True: f"{yes} (y)", False: f"{no} (n)"}, Static(shown(text), id="text"))
