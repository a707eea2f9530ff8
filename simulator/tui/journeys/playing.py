"""Through a case: its steps, what is told after each phase, and the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.journeys.settling import Settling
from simulator.tui.screens.home import LOOKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.debrief_view import DebriefView
    from simulator.session.view import View
    from simulator.tui.messages import Begun, Failed, Recorded
    from simulator.tui.screens.case import CaseScreen
    from simulator.tui.screens.debrief import DebriefScreen


class Playing(Settling):
    """Plays one case at a time."""

    def on_begun(self, event: Begun) -> None:
        """Show the session on a screen of its own; who was told what to press is told so again."""
        if self._coached is None:
            self._coached = event.session in self._coached_sessions or self._is_first(event.view)
        if self._coached:
            self._coached_sessions.add(event.session)
        self.push_screen(self._screen_of(event.view, again=True))

    def _is_first(self, view: View) -> bool:
        """Whether it may be the first case of somebody who has not come to the end of one."""
        firsts = {each.title for pack in self._packs for each in pack.cases if each.case == pack.first}
        return not self.preferences.introduced and view.title in firsts

    def on_case_screen_wanted(self, event: CaseScreen.Wanted) -> None:
        """Carry out what the learner wants, and keep it."""
        self._desk.carry_out(event.command)

    def on_case_screen_confirming(self) -> None:
        """Make ready what is told once the answers are final; nothing of it is shown before."""
        self._desk.rehearse()

    async def on_recorded(self, event: Recorded) -> None:
        """Show the session as it is now; after the last step that is the debrief."""
        screen = self._case_screen
        if screen is None:
            return
        if event.view.debrief is not None:
            self._go_back_to(screen)
            self.switch_screen(self._screen_of(event.view, event.troubles))
            self._introduced()
        else:
            before = screen.view.feedback
            await screen.show_saved(event.view)
            if event.view.feedback is not None and _phases(event.view.feedback) != _phases(before):
                self._give_feedback(event.view)

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

    def on_case_screen_leaving(self) -> None:
        """Leave at once; the answers are kept."""
        self._close_case()
        self._desk.leave()

    def on_case_screen_skipping(self) -> None:
        """Leave at once, for good; nothing is recorded."""
        self._close_case()
        self._desk.skip()

    def _close_case(self) -> None:
        self._go_back_to(self._home)
        self._home.wait(LOOKING)

    def on_case_screen_feedback_wanted(self) -> None:
        """Show once more what was told of the phases that are confirmed."""
        if self._case_screen is not None:
            self._give_feedback(self._case_screen.view)

    def _give_feedback(self, view: View) -> None:
        from simulator.tui.screens.debrief import DebriefScreen

        if view.feedback is not None:
            self.push_screen(DebriefScreen(view, view.feedback, interim=True))

    def _screen_of(
        self, view: View, troubles: Sequence[str] = (), *, again: bool = False
    ) -> CaseScreen | DebriefScreen:
        if view.debrief is not None:
            from simulator.tui.screens.debrief import DebriefScreen

            return DebriefScreen(view, view.debrief, troubles, again=again)
        from simulator.tui.screens.case import CaseScreen

        return CaseScreen(view, coached=bool(self._coached))


def _phases(feedback: DebriefView | None) -> int:
    """Of how many phases something is told."""
    return len(feedback.phases) if feedback is not None else 0
