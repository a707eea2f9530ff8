"""To a case: a draft, a pack and its cases, a new case from a seed, or one that the guidance lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.journeys.self_paced import SelfPaced

if TYPE_CHECKING:
    from simulator.session.case_packs import CasePack
    from simulator.session.commands import Mode
    from simulator.tui.screens.guidance import GuidanceScreen
    from simulator.tui.widgets.choices import Choices

DRAWN_BELOW = 1_000_000


class Choosing(SelfPaced):
    """Goes on with a case, or begins one."""

    _pack_at: str | None = None
    _case_at: str | None = None

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen on the opening screen."""
        from simulator.tui.wanting import DueWanted, GuidanceWanted, RecordWanted
        from simulator.tui.widgets.choices import Entry

        match event.entry:
            case Entry.FIRST:
                self._first()
            case Entry.DUE:
                self.post_message(DueWanted())
            case Entry.RECORD:
                self.post_message(RecordWanted())
            case Entry.PRACTISE:
                self._choose_pack("practice")
            case Entry.ASSESS:
                self._choose_pack("assessment")
            case Entry.DEBRIEF:
                self._home.wait("The debrief is being opened…")
                self._desk.look_back()
            case Entry.GUIDANCE:
                self.post_message(GuidanceWanted())
            case Entry.SETTINGS:
                self.call_later(self.run_action, "settings")
            case Entry.HELP:
                self.call_later(self.run_action, "help")
            case Entry.QUIT:
                self.exit()

    def _first(self) -> None:
        """Begin with the case that its pack names for a newcomer."""
        pack = next((pack for pack in self._packs if pack.first), None)
        if pack is not None:
            self._mode = "practice"
            self._start(pack, pack.first, coached=True)

    def _choose_pack(self, mode: Mode) -> None:
        """Let a pack be chosen; the cursor is where it was."""
        from simulator.tui.screens.packs import PackChoice

        self._mode = mode

        def chosen(pack: CasePack | None) -> None:
            if pack is None:
                return
            if pack.name != self._pack_at:
                self._pack_at, self._case_at = pack.name, None
            if pack.cases:
                self._list(pack)
            else:
                self._make(pack)

        self.push_screen(PackChoice(self._packs, mode, self._standing, self._pack_at), chosen)

    def _list(self, pack: CasePack) -> None:
        """Let a case of the pack be chosen; the cursor is where it was."""
        from simulator.tui.screens.case_list import NEW, CaseList

        def chosen(case: str | None) -> None:
            if case is not None:
                self._case_at = case
            if case is None:
                self._choose_pack(self._mode)
            elif case == NEW:
                self._make(pack)
            else:
                self._start(pack, case)

        self.push_screen(CaseList(pack, self._case_at), chosen)

    def _make(self, pack: CasePack) -> None:
        """Ask for the seed of a new case; the way back is the one that led here."""
        from simulator.tui.screens.new_case import NewCase

        def chosen(seed: int | None) -> None:
            if seed is not None:
                self._start(pack, seed)
            elif pack.cases:
                self._list(pack)
            else:
                self._choose_pack(self._mode)

        self.push_screen(NewCase(pack, self.draw_seed()), chosen)

    def draw_seed(self) -> int:
        """A seed for a case that nobody has asked for by its seed."""
        from secrets import randbelow

        return randbelow(DRAWN_BELOW)

    def on_choices_go_on(self, event: Choices.GoOn) -> None:
        """Go on at the very place."""
        self._resume(event.draft.session)

    def _resume(self, session: str) -> None:
        self._coached = None
        self._home.wait("The case is being opened…")
        self._desk.resume(session)

    def on_choices_discard(self, event: Choices.Discard) -> None:
        """Ask once, and then wipe the draft."""
        from simulator.tui.screens.ask import Ask

        draft = event.draft
        question = Ask(
            f"Discard: {draft.title}",
            "All its answers are wiped. This cannot be taken back.",
            yes="Discard",
            no="Keep",
        )
        self.push_screen(question, lambda yes: self._discard(draft.session) if yes else None)

    def _discard(self, session: str) -> None:
        self._home.wait("The draft is being wiped…")
        self._desk.discard(session)

    def on_home_screen_taken_back(self) -> None:
        """Go on with the case that was skipped."""
        self._coached = None
        self._home.wait("The case is being opened…")
        self._desk.take_back()

    def on_guidance_screen_play_wanted(self, event: GuidanceScreen.PlayWanted) -> None:
        """Close the guidance, and begin the case in practice."""
        from simulator.tui.screens.guidance import GuidanceScreen

        pack = next((each for each in self._packs if each.name == event.pack), None)
        if pack is not None and self._open_screen(GuidanceScreen) is not None:
            self._go_back_to(self._home)
            self._mode = "practice"
            self._start(pack, event.which)
