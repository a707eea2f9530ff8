"""From the packs to a case that begins: the pack, the case, the pace, and all of it seen beforehand."""

from __future__ import annotations

from functools import partial
from secrets import randbelow
from typing import TYPE_CHECKING, Any

from simulator.classroom.messages import Refused, Told
from simulator.session.case_packs import CaseRef
from simulator.tui.classroom.console.case_key import KeyScreen
from simulator.tui.classroom.console.choice import PACES, Choice
from simulator.tui.classroom.console.offered import ClassCases, ClassPacks, ClassSeed
from simulator.tui.classroom.console.orders import BeginWritten
from simulator.tui.classroom.console.wrong import how_often, what_about, why_this
from simulator.tui.screens.case_list import NEW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from simulator.classroom.class_view import KeyView, WrongView
    from simulator.session.case_packs import CasePack
    from simulator.tui.classroom.console.choice import Chosen
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.orders import Order
    from simulator.tui.classroom.console.talk import Answer, Sought, Talk

DRAWN_BELOW = 1_000_000
PACE = "At whose pace?"
WRONG = "What is the case to exercise?"
LOOKING: dict[Sought, str] = {
    "packs": "The packs are being looked up…",
    "key": "The case is being made ready for you to look at…",
    "made": "A case for this class is being made ready for you to look at…",
}
NO_PACKS = "There is no pack of cases here."


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
        self._pace(lambda pace: self._see(pack, which, pace), lambda: self._choose_case(pack))

    def _see(self, pack: CasePack, which: int | str, pace: Chosen) -> None:
        title = next((case.title for case in pack.cases if case.case == which), "")

        def told(answer: Answer) -> None:
            match answer:
                case Told(key=key) if key is not None:
                    back = partial(self._choose_pace, pack, which)
                    self._preview(CaseRef(pack, which, title), key, pace, back)
                case Refused(sentence=sentence):
                    self._say_trouble(sentence)

        self._look_up("key", (pack.name, str(which)), told)

    # A case for what the class got wrong

    def choose_made(self, known: Known) -> None:
        """Let something be chosen that the class got wrong, and a case be found for it."""
        if self._looking is not None:
            self._say(LOOKING[self._looking])
            return
        self._known = known
        self._choose_wrong()

    def _choose_wrong(self) -> None:
        wrong = self._known.console.wrong if self._known is not None else ()

        def chosen(number: int | None) -> None:
            if number is not None:
                self._pace_of_made(wrong[number])

        offered = [(how_often(each), what_about(each)) for each in wrong]
        self._app.push_screen(Choice(WRONG, offered), chosen)

    def _pace_of_made(self, wrong: WrongView) -> None:
        self._pace(lambda pace: self._see_made(wrong, pace), self._choose_wrong)

    def _see_made(self, wrong: WrongView, pace: Chosen) -> None:
        def told(answer: Answer) -> None:
            match answer:
                case Told(key=key, case=case) if key is not None and case is not None:
                    back = partial(self._pace_of_made, wrong)
                    self._preview(case, key, pace, back, why_this(wrong, case))
                case Refused(sentence=sentence):
                    self._say_trouble(sentence)

        self._look_up("made", wrong.rules, told)

    # Of either: the pace, and all of it beforehand

    def _pace(self, then: Callable[[Chosen], object], back: Callable[[], object]) -> None:
        def chosen(number: int | None) -> None:
            if number is None:
                back()
            else:
                then(list(PACES)[number])

        self._app.push_screen(Choice(PACE, list(PACES.values())), chosen)

    def _preview(
        self, case: CaseRef, key: KeyView, pace: Chosen, back: Callable[[], object], why: str = ""
    ) -> None:
        """Show all of a case, and begin this one where it is wanted."""
        assert self._known is not None

        def answered(begins: bool | None) -> None:
            if begins:
                self._want(BeginWritten(case.pack.name, case.which, pace.pace, pace.tell))
            else:
                back()

        title, note = case.title or case.pack.title, case.pack.content_note
        self._app.push_screen(KeyScreen(self._known, key, title, note, why=why, begins=True), answered)
