"""The pictures of a class: eighteen seats vote on a case that ships, and the screens show the class as it then is."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from simulator.classroom.conduct import OpenQuestion, RevealPhase, RevealVerdict, ShowVotes, VoteAgain
from simulator.classroom.messages import Ask, Conducting, Seated, Told, Watching
from simulator.classroom.presence import Presence
from simulator.classroom.running import RunningClass
from simulator.classroom.wishes import FACILITATOR, Sit, Wish
from simulator.cli.workshop import Workshop
from simulator.session.commands import Answer, Confirm
from simulator.tui.classroom.console.app import ConsoleApp
from simulator.tui.classroom.learner.app import LearnerApp
from simulator.tui.classroom.projector.app import ProjectorApp
from tests.end_to_end.svg import svg_of
from tests.tui.classroom.lines import FakeLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import App

    from simulator.classroom.class_view import KeyView
    from simulator.classroom.conduct import Conduct
    from simulator.classroom.poll_view import SubjectVerdictView, VerdictView
    from simulator.session.commands import Command
    from simulator.session.training import Training
    from simulator.session.view import OptionView

SEATS, SEED = 18, 5
HERSELF = 11
"""The place of the learner whose screens are shown."""
PACK, CASE = "foundations", "after-the-tour"
LAST = ("assessment", "role")
"""The question that the pictures show."""
CODE, PROJECTOR, ADDRESS = "K7QM-2XPD", "W4TR-9HCN", "http://192.168.1.20:8765"
TOKEN = "0123456789abcdefABCDEF"
SMALL, LARGE = (80, 24), (120, 40)
NEVER = 3600.0


async def class_pictures(training: Training) -> dict[str, str]:
    """The SVG of each picture by its file's name; the same on every machine."""
    room = ClassRoom(training)
    gathering = await _drawn(*room.console(), SMALL)
    room.come_to(LAST)
    room.vote(range(HERSELF), wrong=3)
    vote = await _drawn(*room.learner(answered=3), SMALL, "n")
    room.vote(range(HERSELF, SEATS), wrong=3)
    room.conduct(VoteAgain())
    room.vote(range(SEATS - 2), wrong=7)
    console = await _drawn(*room.console(), LARGE)
    room.conduct(ShowVotes(True))
    results = await _drawn(*room.learner(), SMALL)
    room.conduct(RevealVerdict())
    return {
        "class-gathering.svg": gathering,
        "class-vote.svg": vote,
        "class-console.svg": console,
        "class-results.svg": results,
        "class-projector.svg": await _drawn(*room.projector(), LARGE),
    }


class ClassRoom:
    """A class of `training`; nothing of it is kept."""

    def __init__(self, training: Training) -> None:
        workshop = Workshop(strangers=False)
        guide = workshop.guide(workshop.engine())
        self._class = RunningClass.new(
            guide, training, training.store.classes, Random(SEED).randrange, lambda *_: ()
        )
        self._numbers = 0
        self._do(Sit(f"seat {number}", "", "") for number in range(SEATS))
        self._people = tuple(self._class.state.people)
        self._key: KeyView | None = None

    def _do(self, wishes: Iterator[Wish | Sit]) -> None:
        prepared = self._class.prepare(list(wishes), self._connected)
        assert not any(prepared.outcomes), prepared.outcomes
        self._class.adopt(prepared)

    def _wish(self, person: str, command: Command | Conduct) -> Wish:
        self._numbers += 1
        return Wish(person, self._numbers, command)

    @property
    def _connected(self) -> frozenset[str]:
        return frozenset(self._class.state.people)

    def conduct(self, *commands: Conduct) -> None:
        """Do as the facilitator."""
        self._do(self._wish(FACILITATOR, each) for each in commands)

    def come_to(self, last: tuple[str, str]) -> None:
        """Begin the case, vote on every question before `last`, tell what the guidance says, and open `last`."""
        self.conduct(self._class.begin({"pack": PACK, "which": CASE}))
        self._key = self._class.ask(FACILITATOR, Ask(1, "key")).key
        come = ""
        for verdict in self._verdicts:
            if come and verdict.phase != come:
                self.conduct(RevealPhase())
            come = verdict.phase
            self.conduct(OpenQuestion(verdict.phase, verdict.question))
            if (verdict.phase, verdict.question) == last:
                return
            self.vote(range(SEATS), wrong=5)
            self.conduct(RevealVerdict())

    @property
    def _verdicts(self) -> Sequence[VerdictView]:
        assert self._key is not None
        return self._key.verdicts

    def vote(self, places: Iterable[int], *, wrong: int) -> None:
        """Let seats vote; about one in `wrong` says something else than is called for."""
        for place in places:
            person = self._people[place]
            self._do(self._wish(person, each) for each in self._answers(place, wrong))
            self._do(iter([self._wish(person, Confirm())]))

    def _answers(self, place: int, wrong: int) -> Iterator[Answer]:
        poll = self._class.console(Presence(self._connected)).poll
        assert poll is not None
        at = (poll.phase, poll.question)
        [verdict] = [each for each in self._verdicts if (each.phase, each.question) == at]
        for number, subject in enumerate(verdict.subjects):
            is_wrong = (place + number) % (wrong + number) == 0
            yield Answer(
                verdict.question, subject.subject, _chosen(poll.options, subject, place, is_wrong=is_wrong)
            )

    # What is shown of it

    def console(self) -> tuple[App[Any], FakeLine]:
        """The facilitator's console; somebody has stepped out, and somebody would like help."""
        away, helpless, *_ = reversed(self._people)
        signs = {away: frozenset({"stepped_out"}), helpless: frozenset({"needs_help"})}
        console = self._class.console(Presence(self._connected, signs))  # type: ignore[arg-type]
        line = _Answering(Conducting(self._class.world, CODE, PROJECTOR, (ADDRESS,), console), self._key)
        return ConsoleApp(line, clock=lambda: 0.0), line

    def learner(self, *, answered: int = 0) -> tuple[App[Any], FakeLine]:
        """A learner's screens, who first answers about so many more."""
        person = self._people[HERSELF]
        self._do(self._wish(person, each) for each in list(self._answers(HERSELF, 3))[:answered])
        seat = self._class.seat(person, self._connected)
        line = FakeLine(Seated(TOKEN, self._class.world, self._class.room(), seat))
        return LearnerApp(lambda _name, _team: line, seated=True), line

    def projector(self) -> tuple[App[Any], FakeLine]:
        """The projector; its pages are not turned."""
        line = FakeLine(Watching(TOKEN, self._class.world, CODE, (ADDRESS,), self._class.room()))
        return ProjectorApp(line, turns_after=NEVER), line


def _chosen(
    options: Sequence[OptionView], subject: SubjectVerdictView, place: int, *, is_wrong: bool
) -> tuple[str, ...]:
    called_for = tuple(each.option for each in subject.options if each.verdict == "expected")
    others = [each.option for each in options if each.option not in called_for]
    return (others[place % len(others)],) if is_wrong and others else called_for or (others[0],)


class _Answering(FakeLine):
    """Tells the key to who asks for it."""

    def __init__(self, first: Conducting, key: KeyView | None) -> None:
        super().__init__(first)
        self._key = key

    def say(self, message: Any) -> None:
        super().say(message)
        if isinstance(message, Ask):
            self.tell(Told(message.id, key=self._key))


async def _drawn(app: App[Any], line: FakeLine, size: tuple[int, int], *keys: str) -> str:
    async with app.run_test(size=size) as pilot:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            for _ in range(3):
                await line.all_heard()
                await pilot.pause()
        await pilot.wait_for_scheduled_animations()
        return svg_of(app)
