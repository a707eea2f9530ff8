"""The one next thing to do, for somebody who plays for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.tui.grid import cells_of
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from simulator.session.view import StepView, View

READ = "Read the text first: the down arrow goes on by a sentence. When you have read it, press f to decide."
READ_ON = "You are told how it went on. Read what is new, then press f for the next decisions."
OPEN_ONE = (
    "Each cell of the table is one decision. The arrow keys move, Enter opens the one under the cursor."
)
NEXT = (
    "Press n for the next decision that is open, and Enter to open it. "
    "w says why: a reason that names its paragraph can excuse a departure from the guidance."
)
STEP_MADE = "All decisions of this step are made. Press c to confirm it; u still takes that back."
PHASE_MADE = {
    "practice": "All is decided here. Press c to confirm; then you are told how you did. It is final from then on.",
    "assessment": "All is decided here. Press c to confirm. It is final from then on.",
}
ALWAYS = "q leaves at any time, and your answers are kept. x puts these hints away."


class Coach(Static):
    """Two lines at the top; hidden unless the case is somebody's first."""

    HELP: ClassVar[str] = "Tells you the one next thing to do. x puts these hints away, and brings them back."

    def __init__(self, *, speaking: bool) -> None:
        super().__init__(id="coach")
        self.display = speaking

    def tell(self, view: View, *, reading: bool) -> None:
        """Say what is next to do in `view`; `reading` says whether the learner is at the text."""
        if view.step is not None:
            said = [shown("► ", "bold $accent"), shown(advice(view, view.step, reading=reading), "bold")]
            self.update(said[0].append(said[1]).append(shown(f"\n  {ALWAYS}", "$text-muted")))


def advice(view: View, step: StepView, *, reading: bool) -> str:
    """The next thing to do, in a sentence or two."""
    if step.complete:
        return PHASE_MADE[view.mode] if step.last else STEP_MADE
    answered = any(cell.subject.answered for cell in cells_of(step))
    if reading and not answered:
        return READ if step.phase == view.phases[0].phase else READ_ON
    return NEXT if answered else OPEN_ONE
