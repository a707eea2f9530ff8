"""The terminal UI: goes from screen to screen, and hands all work to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulator.tui.index import standing_of
from simulator.tui.layout import NEEDED
from simulator.tui.safe_app import SafeApp
from simulator.tui.screens.home import LOOKING, HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import PurePath

    from textual.events import Resize
    from textual.geometry import Size

    from simulator.session.commands import Mode
    from simulator.session.training import CasePack, Training
    from simulator.session.view import DebriefView, View
    from simulator.tui.desk import Desk
    from simulator.tui.messages import Begun, Failed, Looked, NotSaved, Offered, Proposed, Recorded, Saved
    from simulator.tui.screens.case import CaseScreen
    from simulator.tui.screens.debrief import DebriefScreen
    from simulator.tui.screens.save import SaveScreen
    from simulator.tui.screens.too_small import TooSmall
    from simulator.tui.wanting import SaveWanted
    from simulator.tui.widgets.choices import Choices

DRAWN_BELOW = 1_000_000
FAILED = 3


class SimulatorApp(SafeApp):
    """`load` is called on the desk's thread, once the first frame is painted."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    TITLE = "Training simulator"
    AFTERWARDS = "What was saved is kept: start it again to go on."

    def __init__(self, load: Callable[[], Training], index: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self._load = load
        self._index = index
        self._standing = standing_of(index)
        self._room: TooSmall | None = None
        self._packs: Sequence[CasePack] = ()
        self._mode: Mode = "practice"
        self._pack: str | None = None
        self._chosen: dict[str, str] = {}

    def get_default_screen(self) -> HomeScreen:
        """The opening screen is the first."""
        return HomeScreen(self._index)

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small is told so until there is room."""
        fits = event.size.width >= NEEDED.width and event.size.height >= NEEDED.height
        if fits and self._room is not None:
            self._room.dismiss()
            self._room = None
        elif not fits:
            self._show_too_small(event.size)

    def _show_too_small(self, size: Size) -> None:
        from simulator.tui.screens.too_small import TooSmall

        if self._room is None:
            self._room = TooSmall(NEEDED, self._standing)
            self.push_screen(self._room)
        self._room.tell(size)

    # The opening screen

    def on_home_screen_furnished(self) -> None:
        """Load everything behind the first frame."""
        self._desk.offer()

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

    def on_offered(self, event: Offered) -> None:
        """Show what there is."""
        self._standing = event.standing
        self._packs = event.packs
        if self._room is not None:
            self._room.show(event.standing)
        self._home.show(event.standing, event.packs, event.drafts)
        self._home.say(event.said, troubles=event.troubles)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen on the opening screen."""
        from simulator.tui.widgets.choices import Entry

        match event.entry:
            case Entry.FIRST:
                self._first()
            case Entry.PRACTISE:
                self._choose_pack("practice")
            case Entry.ASSESS:
                self._choose_pack("assessment")
            case Entry.QUIT:
                self.exit()

    def _first(self) -> None:
        """Begin with the case that its pack names for a newcomer."""
        pack = next(pack for pack in self._packs if pack.first)
        self._mode = "practice"
        self._start(pack, pack.first)

    def _choose_pack(self, mode: Mode) -> None:
        """Let a pack be chosen; the cursor is where it was."""
        from simulator.tui.screens.packs import PackChoice

        self._mode = mode

        def chosen(pack: CasePack | None) -> None:
            if pack is None:
                return
            self._pack = pack.name
            if pack.cases:
                self._list(pack)
            else:
                self._make(pack)

        self.push_screen(PackChoice(self._packs, mode, self._standing, self._pack), chosen)

    def _list(self, pack: CasePack) -> None:
        """Let a case of the pack be chosen; the cursor is where it was."""
        from simulator.tui.screens.case_list import NEW, CaseList

        def chosen(case: str | None) -> None:
            if case is not None:
                self._chosen[pack.name] = case
            if case is None:
                self._choose_pack(self._mode)
            elif case == NEW:
                self._make(pack)
            else:
                self._start(pack, case)

        self.push_screen(CaseList(pack, self._chosen.get(pack.name)), chosen)

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

    def _start(self, pack: CasePack, which: int | str) -> None:
        self._home.wait("The case is being opened…" if isinstance(which, str) else "The case is being made…")
        self._desk.begin(pack.name, which, self._mode)

    def on_choices_go_on(self, event: Choices.GoOn) -> None:
        """Go on at the very place."""
        self._home.wait("The case is being opened…")
        self._desk.resume(event.draft.session)

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

    # A case

    def on_begun(self, event: Begun) -> None:
        """Show the session on a screen of its own."""
        self.push_screen(_screen_of(event.view))

    def on_case_screen_wanted(self, event: CaseScreen.Wanted) -> None:
        """Carry out what the learner wants, and keep it."""
        self._desk.carry_out(event.command)

    async def on_recorded(self, event: Recorded) -> None:
        """Show the session as it is now; after the last step that is the debrief."""
        screen = self._case_screen
        if screen is not None and event.view.debrief is not None:
            self.switch_screen(_screen_of(event.view, event.troubles))
        elif screen is not None:
            before = screen.view.feedback
            await screen.show_saved(event.view)
            if event.view.feedback is not None and _phases(event.view.feedback) != _phases(before):
                self._give_feedback(event.view)

    @property
    def _case_screen(self) -> CaseScreen | None:
        from simulator.tui.screens.case import CaseScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, CaseScreen)), None)

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
        self._home.wait(LOOKING)
        self._desk.leave()
        self.pop_screen()

    def on_debrief_screen_seeking(self, event: DebriefScreen.Seeking) -> None:
        """Look up what is wanted in the debrief."""
        self._desk.look(event.sought)

    def on_looked(self, event: Looked) -> None:
        """Tell it in the debrief, if that is still open."""
        from simulator.tui.screens.debrief import DebriefScreen

        for screen in self.screen_stack:
            if isinstance(screen, DebriefScreen):
                screen.tell_found(event.sought, event.found)

    def on_debrief_screen_leaving(self) -> None:
        """Back to the case that goes on, or to the opening screen."""
        screen = self._debrief_screen
        if screen is not None and not screen.interim:
            self._home.wait(LOOKING)
            self._desk.close_debrief()
        self.pop_screen()

    def on_case_screen_feedback_wanted(self) -> None:
        """Show once more what was told of the phases that are confirmed."""
        if self._case_screen is not None:
            self._give_feedback(self._case_screen.view)

    def _give_feedback(self, view: View) -> None:
        from simulator.tui.screens.debrief import DebriefScreen

        if view.feedback is not None:
            self.push_screen(DebriefScreen(view, view.feedback, interim=True))

    @property
    def _debrief_screen(self) -> DebriefScreen | None:
        from simulator.tui.screens.debrief import DebriefScreen

        return next((each for each in self.screen_stack if isinstance(each, DebriefScreen)), None)

    def on_debrief_screen_keep_words(self) -> None:
        """Keep the learner's own words."""
        self._desk.keep_words()

    def on_words_kept(self) -> None:
        """Say so in the debrief."""
        if self._debrief_screen is not None:
            self._debrief_screen.tell_kept()

    def on_debrief_screen_saving(self) -> None:
        """Find a place to offer."""
        self._desk.propose()

    def on_proposed(self, event: Proposed) -> None:
        """Ask where to save."""
        from simulator.tui.screens.save import SaveScreen

        screen = self._debrief_screen
        if screen is not None:
            words = screen.words_kept if screen.has_words else None
            self.push_screen(SaveScreen(event.path, own_words=words), screen.tell_saved)

    def on_save_wanted(self, event: SaveWanted) -> None:
        """Save the debrief that is open."""
        self._desk.save(event)

    def on_saved(self, event: Saved) -> None:
        """Say where it was saved."""
        if self._save_screen is not None:
            self._save_screen.dismiss(event.path)

    def on_not_saved(self, event: NotSaved) -> None:
        """Say why it was not, and what could be done."""
        if self._save_screen is not None:
            self._save_screen.refuse(event.sentence, event.path, event.folder)

    @property
    def _save_screen(self) -> SaveScreen | None:
        from simulator.tui.screens.save import SaveScreen

        return next((each for each in self.screen_stack if isinstance(each, SaveScreen)), None)


def _screen_of(view: View, troubles: Sequence[str] = ()) -> CaseScreen | DebriefScreen:
    if view.debrief is not None:
        from simulator.tui.screens.debrief import DebriefScreen

        return DebriefScreen(view, view.debrief, troubles)
    from simulator.tui.screens.case import CaseScreen

    return CaseScreen(view)


def _phases(feedback: DebriefView | None) -> int:
    """Of how many phases something is told."""
    return len(feedback.phases) if feedback is not None else 0


def run_app(load: Callable[[], Training], index: Mapping[str, object] | None = None) -> int:
    """Run the terminal UI until it is closed; its exit code: 0, 130 after Ctrl-C, 3 where it failed.

    `load` is called once, on a thread of its own, after the first frame; `index` is what
    `index_of` gave in the last run, if it was kept.
    """
    app = SimulatorApp(load, index)
    try:
        app.run()
    finally:
        if app.desk is not None:
            app.desk.close()
    return FAILED if app.failed else app.return_code or 0
