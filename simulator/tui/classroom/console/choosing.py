"""From the packs to a case that begins: the pack, the case, the pace, and all of it seen beforehand."""

from __future__ import annotations

from secrets import randbelow
from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from simulator.classroom.messages import Refused, Told
from simulator.tui.classroom.console.case_key import KeyScreen
from simulator.tui.classroom.console.choice import PACES, Choice
from simulator.tui.classroom.console.orders import BeginMade, BeginWritten
from simulator.tui.screens.case_list import NEW, CaseList
from simulator.tui.screens.new_case import NewCase
from simulator.tui.screens.packs import PackChoice
from simulator.tui.styles import SCREENS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from simulator.session.case_packs import CasePack
    from simulator.tui.classroom.console.choice import Chosen
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.orders import Order
    from simulator.tui.classroom.console.talk import Answer, Sought, Talk

DRAWN_BELOW = 1_000_000
PACKS = "Which pack is the case to come from?"
CASES = "Enter takes the case under the cursor; you see all of it before it begins. Esc goes back."
SEED = "The same seed makes the same case again. Enter takes it; you see all of the case before it begins."
PACE = "At whose pace?"
WRONG = "What is the new case to exercise?"
LOOKING: dict[Sought, str] = {
    "packs": "The packs are being looked up…",
    "key": "The case is being made ready for you to look at…",
}
NO_PACKS = "There is no pack of cases here."


class ClassPacks(PackChoice):
    """The packs, for a class."""

    CSS_PATH = str(SCREENS / "packs.tcss")

    def on_mount(self) -> None:
        """Say what they are for."""
        super().on_mount()
        self.query_one("#head", Static).update(PACKS)


class ClassCases(CaseList):
    """The cases of a pack, for a class."""

    CSS_PATH = str(SCREENS / "case_list.tcss")

    def on_mount(self) -> None:
        """Say what Enter does."""
        super().on_mount()
        self.query_one("#hint", Static).update(CASES)


class ClassSeed(NewCase):
    """The seed of a new case, for a class."""

    CSS_PATH = str(SCREENS / "new_case.tcss")

    def on_mount(self) -> None:
        """Say what Enter does."""
        super().on_mount()
        self.query_one("#hint", Static).update(SEED)


class Choosing:
    """`want` has an order carried out; `say` says what is going on, `say_trouble` why something cannot be chosen."""

    def __init__(
        self,
        app: App[Any],
        talk: Talk,
        want: Callable[[Order], object],
        say: Callable[[str], object],
        say_trouble: Callable[[str], object],
    ) -> None:
        self._app = app
        self._talk = talk
        self._want = want
        self._say = say
        self._say_trouble = say_trouble
        self._known: Known | None = None
        self._looking: Sought | None = None
        self._packs: Sequence[CasePack] = ()
        self._pack_at: str | None = None
        self._case_at: str | None = None

    def choose(self, known: Known) -> None:
        """Look the packs up, and let one be chosen."""
        self._known = known
        self._look_up("packs", (), self._told_packs)

    def _look_up(self, what: Sought, of: tuple[str, ...], then: Callable[[Answer], object]) -> None:
        """One thing after the other: what is looked up may take a while."""

        def told(answer: Answer) -> None:
            self._looking = None
            self._say("")
            then(answer)

        if self._looking is None:
            self._looking = what
            self._talk.ask(what, of, told)
        self._say(LOOKING[self._looking])

    def _told_packs(self, answer: Answer) -> None:
        match answer:
            case Told(packs=packs) if packs:
                self._packs = packs
                self._choose_pack()
            case Refused(sentence=sentence):
                self._say_trouble(sentence)
            case _:
                self._say_trouble(NO_PACKS)

    def _choose_pack(self) -> None:
        def chosen(pack: CasePack | None) -> None:
            if pack is None:
                return
            if pack.name != self._pack_at:
                self._pack_at, self._case_at = pack.name, None
            self._choose_case(pack)

        self._app.push_screen(ClassPacks(self._packs, "practice", self._standing, self._pack_at), chosen)

    @property
    def _standing(self) -> str:
        return self._known.world.standing if self._known is not None else ""

    def _choose_case(self, pack: CasePack) -> None:
        if not pack.cases:
            self._make(pack)
            return

        def chosen(case: str | None) -> None:
            if case is not None:
                self._case_at = case
            if case is None:
                self._choose_pack()
            elif case == NEW:
                self._make(pack)
            else:
                self._choose_pace(pack, case)

        self._app.push_screen(ClassCases(pack, self._case_at), chosen)

    def _make(self, pack: CasePack) -> None:
        def chosen(seed: int | None) -> None:
            if seed is not None:
                self._choose_pace(pack, seed)
            elif pack.cases:
                self._choose_case(pack)
            else:
                self._choose_pack()

        self._app.push_screen(ClassSeed(pack, self.draw_seed()), chosen)

    def draw_seed(self) -> int:
        """A seed for a case that nobody has asked for by its seed."""
        return randbelow(DRAWN_BELOW)

    def _choose_pace(self, pack: CasePack, which: int | str) -> None:
        def chosen(number: int | None) -> None:
            if number is None:
                self._choose_case(pack)
            else:
                self._see(pack, which, list(PACES)[number])

        self._app.push_screen(Choice(PACE, list(PACES.values())), chosen)

    # All of it beforehand

    def _see(self, pack: CasePack, which: int | str, pace: Chosen) -> None:
        def told(answer: Answer) -> None:
            match answer:
                case Told(key=key) if key is not None and self._known is not None:
                    title = next((case.title for case in pack.cases if case.case == which), pack.title)
                    preview = KeyScreen(self._known, key, title, pack.content_note, begins=True)
                    self._app.push_screen(preview, lambda begins: self._begin(pack, which, pace, begins))
                case Refused(sentence=sentence):
                    self._say_trouble(sentence)

        self._look_up("key", (pack.name, str(which)), told)

    def _begin(self, pack: CasePack, which: int | str, pace: Chosen, begins: bool | None) -> None:
        if begins:
            self._want(BeginWritten(pack.name, which, pace.pace, pace.tell))
        else:
            self._choose_pace(pack, which)

    # A case for what the class got wrong

    def choose_made(self, known: Known) -> None:
        """Let a rule be chosen that the class got wrong."""
        if self._looking is not None:
            self._say(LOOKING[self._looking])
            return
        self._known = known
        wrong = known.console.wrong

        def chosen(number: int | None) -> None:
            if number is not None:
                self._pace_of_made(wrong[number])

        self._app.push_screen(Choice(WRONG, [(rule, "") for rule in wrong]), chosen)

    def _pace_of_made(self, rule: str) -> None:
        def chosen(number: int | None) -> None:
            if number is not None:
                self._want(BeginMade(rule, *list(PACES)[number]))

        self._app.push_screen(Choice(PACE, list(PACES.values())), chosen)
