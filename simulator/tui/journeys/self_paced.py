"""Through cases of one's own choice: a desk that has them, how one begins, and the ways out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.tui.index import standing_of
from simulator.tui.journeys.playing import Playing
from simulator.tui.journeys.settling import Settling
from simulator.tui.screens.home import LOOKING, HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.session.case_packs import CasePack
    from simulator.session.commands import Mode
    from simulator.session.training import Training
    from simulator.session.view import View
    from simulator.tui.desk import Desk
    from simulator.tui.messages import Begun, Recorded
    from simulator.tui.screens.case import CaseScreen
    from simulator.tui.screens.debrief import DebriefScreen
    from simulator.tui.trying import RecordedLate


class SelfPaced(Playing, Settling):
    """`load` is called on the desk's thread, once the first frame is painted."""

    def __init__(self, load: Callable[[], Training], index: Mapping[str, object] | None = None) -> None:
        super().__init__(standing_of(index))
        self.desk: Desk | None = None
        self._load = load
        self._index = index
        self._packs: Sequence[CasePack] = ()
        self._mode: Mode = "practice"
        self._coached: bool | None = None
        self._coached_sessions: set[str] = set()

    @property
    def _desk(self) -> Desk:
        if self.desk is None:
            from simulator.tui.desk import Desk

            self.desk = Desk(self.post_message, self._load)
        return self.desk

    @property
    def _home(self) -> HomeScreen:
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    def _start(self, pack: CasePack, which: int | str, *, coached: bool = False) -> None:
        """Begin a case of `pack`; `coached` where it tells a newcomer what to press."""
        self._coached = coached
        self._home.wait("The case is being opened…" if isinstance(which, str) else "The case is being made…")
        self._desk.begin(pack.name, which, self._mode)

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

    def _screen_of(
        self, view: View, troubles: Sequence[str] = (), *, again: bool = False
    ) -> CaseScreen | DebriefScreen:
        if view.debrief is not None:
            from simulator.tui.screens.debrief import DebriefScreen

            return DebriefScreen(view, view.debrief, troubles, again=again)
        from simulator.tui.screens.case import CaseScreen

        return CaseScreen(view, coached=bool(self._coached))

    async def on_recorded(self, event: Recorded) -> None:
        """Show the session as it is now; after the last step that is the debrief."""
        screen = self._case_screen
        if screen is None or self._shows_debrief(screen, event):
            return
        before = screen.view
        await screen.show_saved(event.view)
        self._give_new_feedback(before, event.view)

    async def on_recorded_late(self, event: RecordedLate) -> None:
        """The same of something that waited, whatever was done meanwhile."""
        from simulator.tui.telling.done import done

        screen = self._case_screen
        if screen is None or self._shows_debrief(screen, event):
            return
        before = screen.view
        await screen.show(event.view)
        screen.say(done(event.command, before, event.view))
        self._give_new_feedback(before, event.view)

    def _shows_debrief(self, screen: CaseScreen, event: Recorded) -> bool:
        """Whether that was the end of the case."""
        if event.view.debrief is None:
            return False
        self._go_back_to(screen)
        self.switch_screen(self._screen_of(event.view, event.troubles))
        self._introduced()
        return True

    def unsaved(self) -> str:
        """The answers that wait."""
        return self.desk.unsaved if self.desk is not None else ""

    def _introduced(self) -> None:
        if not self.preferences.introduced:
            self._prefer(replace(self.preferences, introduced=True))
            self._home.introduce()

    def _debrief_read(self) -> None:
        """Look what there is to go on with."""
        self._home.wait(LOOKING)
        self._desk.close_debrief()

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
