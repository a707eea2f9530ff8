"""The one next thing to do, for somebody who plays for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.tui.grid import cells_of
from simulator.tui.safety import shown
from simulator.tui.telling.with_keys import with_keys

if TYPE_CHECKING:
    from simulator.session.view import StepView, View

READ = "Read the text: the down arrow goes on. Then press {case.side} to decide."
READ_ON = "Read what has happened since. Then press {case.side} for the next decisions."
OPEN_ONE = "Each cell below is a decision: the arrow keys move, Enter opens one."
NEXT = "{case.next} goes to the next open decision. With {case.reasons} you may say why you decide so."
STEP_MADE = "All of this step is decided. {case.confirm} confirms it; {case.undo} still takes that back."
PHASE_MADE = {
    "practice": "All is decided here. {case.confirm} confirms it for good; then see how you did.",
    "assessment": "All is decided here. {case.confirm} confirms it for good.",
    "class": "All is decided here. {case.confirm} votes.",
}
ALWAYS = "{case.leave} leaves at any time, and your answers are kept. {case.coach} hides these hints."
A_REASON = "If you differ from the guidance, a reason naming its paragraph can count."


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
            first, second = (with_keys(each, self.screen.active_bindings) for each in (advised, also))
            said = shown("► ", "bold $accent").append(shown(first, "bold"))
            self.update(said.append(shown(f"\n  {second}", "$text-muted")))


def advice(view: View, step: StepView, *, reading: bool) -> str:
    """The next thing to do, in a sentence or two."""
    if step.complete:
        return PHASE_MADE[view.mode] if step.last else STEP_MADE
    answered = any(cell.subject.answered for cell in cells_of(step))
    if reading and not answered:
        return READ if step.phase == view.phases[0].phase else READ_ON
    return NEXT if answered else OPEN_ONE
