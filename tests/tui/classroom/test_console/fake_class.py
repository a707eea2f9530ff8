"""A hub at the other end of a fake line: it carries a facilitator's commands out as a class would, and votes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.classroom import conduct
from simulator.classroom.class_view import KeyView, SplitView
from simulator.classroom.messages import Ask, Conducted, Console, Done, Refused, Told
from simulator.session.case_packs import CasePack, CaseRef, CaseTitle
from tests.tui.classroom import made
from tests.tui.classroom.lines import FakeLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.classroom.class_view import ConsoleView, PlannedPhaseView
    from simulator.classroom.messages import FromClient
    from simulator.classroom.poll_view import Standing

PACKS = (
    CasePack(
        "school",
        "Schools",
        "Reports from schools.",
        20,
        1,
        (CaseTitle("bus", "On the bus"), CaseTitle("hall", "The hall")),
    ),
    CasePack("club", "Clubs", "Reports from clubs.", 15),
)
SAVED = ("/reports/class/report.html", "/reports/class/votes.csv")
NAMES = ("referral", "record", "close")


def key(**changes: Any) -> KeyView:
    """What the facilitator sees of the case beforehand."""
    verdicts = (
        made.verdict(),
        made.verdict(question="record", title="Recording"),
        made.verdict(phase="second", question="close", title="Closing"),
    )
    before = KeyView(
        verdicts, ("Who would you have rung first?", "What would a parent ask?"), 20, made.CASE, _ahead()
    )
    return replace(before, **changes)


def _ahead() -> tuple[PlannedPhaseView, ...]:
    return tuple(
        replace(
            phase,
            come=False,
            questions=tuple(replace(each, standing="ahead", voted=0, split=0.0) for each in phase.questions),
        )
        for phase in made.phases()
    )


class FakeClass(FakeLine):
    """Eighteen seats, all of which vote as soon as a question is open, unless `voting` is taken away.

    The first vote on every question is split. `done` holds the commands that were carried out; what `refusing` names is
    refused with its sentence, and so is what is said of a seat in `refusing_seats`.
    """

    def __init__(self) -> None:
        self.view: ConsoleView = made.console(made.gathering(18), people=_people())
        super().__init__(made.conducting(self.view))
        self.done: list[conduct.Conduct | Mapping[str, Any]] = []
        self.refusing: dict[str, str] = {}
        self.refusing_seats: dict[str, str] = {}
        self.voting = True
        self.silent = False
        self.key: KeyView | None = key()
        self.found = CaseRef(PACKS[1], 7)

    def say(self, message: FromClient) -> None:
        """Answer as a hub does: the class as it is after what was done first, and then that it is done."""
        super().say(message)
        if not self.silent:
            self.answer(message)

    def answer(self, message: FromClient) -> None:
        """Carry out what was said."""
        match message:
            case Ask(id=number, what="packs"):
                self.tell(Told(number, packs=PACKS))
            case Ask(id=number, what="key"):
                self.tell(
                    Told(number, key=self.key) if self.key else Refused(number, "There is no such case.")
                )
            case Ask(id=number, what="made"):
                self.tell(Told(number, key=self.key, case=self.found))
            case Ask(id=number, what="report"):
                self.tell(Told(number, saved=SAVED))
            case Conducted(id=number, command=command):
                refusal = self.refusing.get(command["do"]) or self.refusing_seats.get(command.get("seat", ""))
                if refusal:
                    self.tell(Refused(number, refusal))
                    return
                self._carry_out(dict(command))
                self.tell(Console(self.view), Done(number))

    def _carry_out(self, command: dict[str, Any]) -> None:
        name = command.pop("do")
        if name == "begin_case":
            self.done.append(command)
            self.begin(command["pace"])
            return
        of = getattr(conduct, "".join(word.capitalize() for word in name.split("_")))
        order = of(**command)
        self.done.append(order)
        self._step(order)

    def begin(self, pace: conduct.Pace = "class") -> None:
        """A case has begun."""
        phases = (replace(_ahead()[0], come=True), *_ahead()[1:])
        room = made.room("own" if pace == "own" else "reading")
        self.view = made.console(
            room, pace=pace, phases=phases, current=None, poll=None, discuss=(), departures=(), back=None,
            people=_people(), case=self.view.case + 1,
        )  # fmt: skip

    def _step(self, order: conduct.Conduct) -> None:
        match order:
            case conduct.RevealPhase():
                self._room(stage="reading", phase=made.SECOND, question="", round=0, poll=None)
                self.view = replace(
                    self.view,
                    phases=tuple(replace(each, come=True) for each in self.view.phases),
                    current=None,
                    poll=None,
                )
            case conduct.OpenQuestion(phase, question):
                self._open(phase, question, 1)
            case conduct.VoteAgain():
                assert self.view.current is not None
                self._open(*self.view.current, 2)
            case conduct.CloseVote():
                self._stand("closed")
                self._room(stage="closed")
            case conduct.ShowVotes(shown):
                self.view = replace(self.view, shown=shown)
            case conduct.Pause(prompt):
                self._room(paused=prompt)
            case conduct.RevealVerdict():
                self._stand("told")
                self._room(stage="told", paused=None, verdict=made.verdict())
                self.view = replace(self.view, shown=True, departures=(made.departure(),))
            case conduct.SkipQuestion():
                self._stand("skipped")
                self._room(stage="reading")
                self.view = replace(self.view, current=None, poll=None)
            case conduct.EndCase():
                self._room(stage="ended", question="", round=0)
                self.view = replace(self.view, current=None, poll=None, wrong=made.wrong())
            case conduct.EndClass():
                self._room(stage="over")
            case conduct.Settle():
                at = (order.seat, order.phase, order.question, order.subject)
                settled = tuple(
                    replace(each, accepted=order.accepted, reason=order.reason)
                    if (each.seat, each.phase, each.question, each.subject) == at
                    else each
                    for each in self.view.departures
                )
                self.view = replace(self.view, departures=settled)
            case conduct.Inject(text):
                self._room(injected=(*self.view.room.injected, text))

    def _open(self, phase: str, question: str, number: int) -> None:
        voted = 18 if self.voting else 0
        title = next(
            each.title for of in self.view.phases for each in of.questions if each.question == question
        )
        self._room(stage="voting", question=title, asks=made.ASKS, round=number, committed=voted, paused=None)
        split = SplitView(phase, question, "b", title, "B", "4.5", 0.8 if number == 1 else 0.1)
        rounds = (made.first_round(),) if number == 1 else (made.first_round(), made.second_round())
        self.view = replace(
            self.view,
            current=(phase, question),
            shown=False,
            poll=made.poll(*rounds, phase=phase, question=question, title=title),
            discuss=(split,) if self.voting else (),
            people=_people(voted=self.voting),
            back=f"opening “{title}”",
        )
        self._stand("open", voted)

    def _stand(self, standing: Standing, voted: int = 18) -> None:
        self.view = replace(
            self.view,
            phases=tuple(
                replace(
                    phase,
                    questions=tuple(
                        replace(each, standing=standing, voted=voted)
                        if (phase.phase, each.question) == self.view.current
                        else each
                        for each in phase.questions
                    ),
                )
                for phase in self.view.phases
            ),
        )

    def _room(self, **changes: Any) -> None:
        self.view = replace(self.view, room=replace(self.view.room, **changes))

    def show(self, change: Callable[[ConsoleView], ConsoleView]) -> None:
        """The class changes by itself."""
        self.view = change(self.view)
        self.tell(Console(self.view))


def _people(voted: bool = True) -> tuple[Any, ...]:
    return tuple(
        replace(each, voted=voted, answered=3 if voted else 0, connected=True) for each in made.people(18)
    )
