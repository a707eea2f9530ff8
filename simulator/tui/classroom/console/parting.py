"""Ending the class: whether it is, and whether its report is saved first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.classroom.console.left import left_undone
from simulator.tui.safety import shown
from simulator.tui.screens.question import Question
from simulator.tui.styles import SCREENS

if TYPE_CHECKING:
    from simulator.classroom.class_view import ConsoleView

TITLE = "End the class?"
QUESTION = "It ends for everybody, and nobody can join it any more. Its report can be made again later."

Parting: TypeAlias = Literal["save", "end", "stay"]
BUTTONS: dict[Parting, str] = {
    "save": "End, and save the report (y)",
    "end": "End (w)",
    "stay": "Stay (Esc)",
}


class PartingScreen(Question[Parting]):
    """Answers what is to be done; nothing is, before it is answered."""

    CSS_PATH = str(SCREENS / "question.tcss")

    HELP: ClassVar[str] = (
        "y saves the report and ends the class, w ends it without a report, Escape goes on with the class."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "y",
            "answer('save')",
            "End and save",
            id="parting.save",
            tooltip="Save the report, and end the class",
        ),
        Binding("w", "answer('end')", "End", id="parting.end", tooltip="End the class without a report"),
        Binding("n,escape", "answer('stay')", "Stay", id="parting.stay", tooltip="Go on with the class"),
    ]

    def __init__(self, console: ConsoleView) -> None:
        going_on = console.room.stage not in {"gathering", "ended"}
        case = ["The case that goes on ends with it."] if going_on else []
        text = " ".join([*case, *left_undone(console), QUESTION])
        super().__init__(TITLE, BUTTONS, Static(shown(text), id="text"))
