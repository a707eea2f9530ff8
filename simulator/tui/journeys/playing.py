"""Through a case: its steps, and what is told after each phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.journeys.case_journey import Part

if TYPE_CHECKING:
    from simulator.session.debrief_view import DebriefView
    from simulator.session.view import View
    from simulator.tui.messages import Failed
    from simulator.tui.screens.case import CaseScreen
    from simulator.tui.trying import Waiting


NOT_YET = "{} not saved yet, and tried again until then; {{case.leave}} leaves without. "
WAITS = "It is tried again until that is over."


class Playing(Part):
    """Plays one case at a time."""

    def on_case_screen_wanted(self, event: CaseScreen.Wanted) -> None:
        """Carry out what the learner wants, and keep it."""
        self._desk.carry_out(event.command)

    def on_case_screen_confirming(self) -> None:
        """Make ready what is told once the answers are final; nothing of it is shown before."""
        self._desk.rehearse()

    def on_failed(self, event: Failed) -> None:
        """Say it where the learner is."""
        screen = self._case_screen
        if screen is not None:
            screen.say_trouble(event.sentence)
        elif self._debrief_screen is not None:
            self._debrief_screen.say(event.sentence, trouble=True)
        else:
            self._home.go_on()
            self._home.say(troubles=[event.sentence])

    def on_waiting(self, event: Waiting) -> None:
        """Say that what the learner gave is not saved yet, and what stands in the way."""
        from simulator.tui.telling.with_keys import with_keys

        screen = self._case_screen
        if screen is None:
            self._home.go_on()
            self._home.say(troubles=[f"{event.why} {WAITS}"])
        elif event.answers:
            answers = "Your answer is" if event.answers == 1 else f"{event.answers} answers are"
            told = with_keys(NOT_YET.format(answers), screen.active_bindings)
            screen.say_trouble(f"{told}{event.why}")

    def on_case_screen_feedback_wanted(self) -> None:
        """Show once more what was told of the phases that are confirmed."""
        if self._case_screen is not None:
            self._give_feedback(self._case_screen.view)

    def _give_new_feedback(self, before: View, view: View) -> None:
        """Show what is told of a phase that was confirmed between two views."""
        if _phases(view.feedback) != _phases(before.feedback):
            self._give_feedback(view)

    def _give_feedback(self, view: View) -> None:
        from simulator.tui.screens.debrief import DebriefScreen

        if view.feedback is not None:
            self.push_screen(DebriefScreen(view, view.feedback, interim=True))


def _phases(feedback: DebriefView | None) -> int:
    """Of how many phases something is told."""
    return len(feedback.phases) if feedback is not None else 0
