"""In practice: how the confirmed phases went, told once each, and again for who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.plain.debrief import tell_feedback, tell_summary
from simulator.plain.explaining import Explaining
from simulator.plain.numbered import numbered

if TYPE_CHECKING:
    from simulator.plain.lines import Lines
    from simulator.session.debrief_view import DebriefView
    from simulator.session.runner import Runner

LATER = {
    "practice": "How it went is told once its phase is confirmed.",
    "assessment": "In assessment, how it went is told at the end.",
}
EARLIER = "Type feedback to hear how the phases before went."


class Feedback:
    """Feedback of one session; `told` are the phases of which it was told here."""

    def __init__(self, runner: Runner, lines: Lines) -> None:
        self._runner = runner
        self._lines = lines
        before = runner.view.feedback
        self._before = {phase.phase for phase in before.phases} if before else set()
        self.told: set[str] = set()

    def say_earlier(self) -> None:
        """Where phases were confirmed on an earlier day, say how to hear of them."""
        if self._before:
            self._lines.say(EARLIER)

    def tell_new(self) -> None:
        """Tell of the phases that were confirmed since."""
        feedback = self._runner.view.feedback
        if feedback is not None:
            tell_feedback(feedback, self._lines, self._before | self.told)
            self.told.update(phase.phase for phase in feedback.phases if phase.phase not in self._before)

    def again(self, number: str) -> None:
        """Tell of everything that may be told, or of the decision of a number; raises UsageFault."""
        if number:
            self.explaining().again(number)
        else:
            tell_summary(self._so_far(), self._lines)
            tell_feedback(self._so_far(), self._lines, whole=True)

    def explaining(self) -> Explaining:
        """For asking further; raises UsageFault where nothing may be told yet."""
        return Explaining(self._runner, self._lines, numbered(self._so_far()))

    def _so_far(self) -> DebriefView:
        view = self._runner.view
        if view.feedback is None:
            raise UsageFault(LATER[view.mode])
        return view.feedback
