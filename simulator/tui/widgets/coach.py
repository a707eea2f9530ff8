"""The one next thing to do, for somebody who plays for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.tui.grid import cells_of
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from simulator.session.view import StepView, View

READ = "Read the text: the down arrow goes on. Then press f to decide."
READ_ON = "Read what has happened since. Then press f for the next decisions."
OPEN_ONE = "Each cell below is a decision: the arrow keys move, Enter opens one."
NEXT = "n goes to the next open decision. With w you may say why you decide so."
STEP_MADE = "All of this step is decided. c confirms it; u still takes that back."
PHASE_MADE = {
    "practice": "All is decided here. c confirms it for good; then see how you did.",
    "assessment": "All is decided here. c confirms it for good.",
}
ALWAYS = "q leaves at any time, and your answers are kept. x hides these hints."
A_REASON = "A reason with its paragraph can excuse a departure. q leaves, x hides this."


class Coach(Static):
    """Two lines at the top; hidden unless the case is somebody's first."""

    HELP: ClassVar[str] = "Tells you the one next thing to do. x puts these hints away, and brings them back."

    def __init__(self, *, speaking: bool) -> None:
        super().__init__(id="coach")
        self.display = speaking

    def tell(self, view: View, *, reading: bool) -> None:
        """Say what is next to do in `view`; `reading` says whether the learner is at the text."""
        if view.step is not None:
            advised = advice(view, view.step, reading=reading)
            also = A_REASON if advised == NEXT else ALWAYS
            said = shown("► ", "bold $accent").append(shown(advised, "bold"))
            self.update(said.append(shown(f"\n  {also}", "$text-muted")))


def advice(view: View, step: StepView, *, reading: bool) -> str:
    """The next thing to do, in a sentence or two."""
    if step.complete:
        return PHASE_MADE[view.mode] if step.last else STEP_MADE
    answered = any(cell.subject.answered for cell in cells_of(step))
    if reading and not answered:
        return READ if step.phase == view.phases[0].phase else READ_ON
    return NEXT if answered else OPEN_ONE
