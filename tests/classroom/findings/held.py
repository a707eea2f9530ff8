"""Classes under the bundled guidance, really held: every seat has a voice of its own, whatever it is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from simulator.cases.generating import Generator
from simulator.classroom import conduct
from simulator.classroom.core import Classroom
from simulator.classroom.findings.finding import findings_of
from simulator.classroom.wishes import FACILITATOR, Sit, Wish
from simulator.packs.reading import read_document
from simulator.session.commands import Answer, Cite, Confirm, Rationale, Sureness
from tests.session import two_friends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.conduct import Conduct
    from simulator.classroom.findings.findings import ClassFindings
    from simulator.classroom.state import At, ClassState, Course
    from simulator.session.commands import Command
    from simulator.session.engine_guide import EngineGuide

CORE = Path(__file__).parents[3] / "scenarios" / "simulator_scenarios_core"
BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@cache
def guide() -> EngineGuide:
    """The bundled guidance."""
    return two_friends.guide()


@cache
def _generator() -> Generator:
    return Generator(two_friends.engine(), [read_document(path) for path in sorted(CORE.rglob("*.yaml"))])


@cache
def case(seed: int) -> Mapping[str, Any]:
    """A generated case."""
    return _generator().case(seed)


@dataclass(frozen=True)
class Voice:
    """What a seat says: by chance, but always the same; `name` is only what it is called."""

    number: int
    name: str
    team: str = ""
    reason: str = "The paragraph says so."

    def chance(self, *of: object) -> Random:
        return Random(repr((self.number, *of)))


def voices(many: int) -> tuple[Voice, ...]:
    return tuple(Voice(number, f"Quillon Vantrease {number}") for number in range(many))


@dataclass
class Held:
    """A class that is being held; a second passes with everything that happens."""

    classroom: Classroom = field(default_factory=lambda: Classroom(guide()))
    events: list[Event] = field(default_factory=list)
    people: dict[str, Voice] = field(default_factory=dict)
    numbers: Iterable[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self._happened(self.classroom.begin("9f2c77aa", "Class of 2026-03-02", "ABCD-EFGH", "JKMN-PQRS"))

    @property
    def state(self) -> ClassState:
        return self.classroom.state

    @property
    def course(self) -> Course:
        assert self.state.course is not None
        return self.state.course

    @property
    def findings(self) -> ClassFindings:
        return findings_of(guide(), self.events)

    def _happened(self, payloads: Sequence[Event]) -> None:
        for payload in payloads:
            at = BEGAN + timedelta(seconds=10 * len(self.events))
            event = {**payload, "at": at.isoformat(timespec="milliseconds")}
            self.events.append(event)
            self.classroom = self.classroom.after([event])

    def sit(self, *voices: Voice) -> None:
        for voice in voices:
            self._happened(self.classroom.sit(Sit(f"token of {voice.number}", voice.name, voice.team)))
            self.people[list(self.state.people)[-1]] = voice

    def conduct(self, *commands: Conduct) -> None:
        for command in commands:
            self._wish(FACILITATOR, command)

    def _wish(self, person: str, command: Command | Conduct) -> None:
        wish = Wish(person, next(iter(self.numbers)), command)
        self._happened(self.classroom.wish(wish, set(self.state.people)))

    def vote(self, at: At, number: int, *, away: float = 0.0, people: Iterable[str] | None = None) -> None:
        """Everybody votes, save those whom chance leaves out."""
        for person, voice in self.people.items():
            chosen = (
                person in people if people is not None else voice.chance(at, number, "away").random() >= away
            )
            if chosen:
                for command in self.said(voice, at, number):
                    self._wish(person, command)
                self._wish(person, Confirm())

    def said(self, voice: Voice, at: At, number: int) -> Iterable[Command]:
        """What a voice says of a question in one of its votes."""
        asked = guide().asked(at[1])
        for subject in self.course.subjects(at):
            chance = voice.chance(self.course.number, at, subject, number)
            key = self.course.key[at][subject]
            options = list(asked.options)
            several = asked.several and chance.random() < 0.5
            chosen = chance.sample(options, k=2 if several else 1)
            if chance.random() < 0.6:
                chosen = list(key.called_for if asked.several else key.called_for[:1]) or chosen
            if asked.excluding in chosen:
                chosen = [asked.excluding]
            yield Answer(at[1], subject, tuple(chosen))
            if chance.random() < 0.7:
                yield Sureness(at[1], subject, chance.choice((1, 2, 3)))
            if chance.random() < 0.3:
                yield Rationale(at[1], subject, voice.reason)
                yield Cite(at[1], subject, tuple(chance.sample(list(guide().paragraphs), k=2)))


def held(
    seed: int = 1,
    seats: Sequence[Voice] | None = None,
    *,
    most: int = 3,
    away: float = 0.1,
    reason: str = "It may be defended.",
    prompt: str = "What would you do?",
    settling: bool = True,
) -> Held:
    """A class of one case, `most` questions of each of its phases: voted on, discussed, voted on again, told."""
    class_ = Held()
    class_.sit(*(seats if seats is not None else voices(8)))
    play(class_, case(seed), seed, most=most, away=away, reason=reason, prompt=prompt, settling=settling)
    class_.conduct(conduct.EndCase(), conduct.EndClass())
    return class_


def play(
    class_: Held,
    played: Mapping[str, Any],
    seed: int,
    *,
    most: int = 3,
    away: float = 0.1,
    reason: str = "It may be defended.",
    prompt: str = "What would you do?",
    settling: bool = True,
) -> None:
    """Begin a case, and conduct it to its last question; `settling` some departures."""
    class_.conduct(conduct.BeginCase(played), conduct.Inject("The school has been told."))
    chance = Random(seed)
    phases = [phase.phase for phase in class_.course.plan.phases if phase.steps]
    for phase in phases:
        questions = [at for at in class_.course.questions if at[0] == phase]
        for at in chance.sample(questions, k=min(most, len(questions))):
            class_.conduct(conduct.OpenQuestion(*at))
            class_.vote(at, 1, away=away)
            if class_.course.poll(at).votes and chance.random() < 0.6:
                class_.conduct(conduct.ShowVotes(True), conduct.Pause(prompt), conduct.Pause(None))
                class_.conduct(conduct.VoteAgain())
                class_.vote(at, 2, away=away)
            class_.conduct(conduct.SkipQuestion() if chance.random() < 0.1 else conduct.RevealVerdict())
        if phase != phases[-1]:
            class_.conduct(conduct.RevealPhase())
    if settling:
        settle(class_, reason)


def settle(class_: Held, reason: str) -> None:
    """Settle two of three departures."""
    for number, one in enumerate(class_.findings.courses[-1].departures):
        if number % 3:
            where = (one.seat, one.phase, one.question, one.subject)
            class_.conduct(conduct.Settle(*where, number % 3 == 1, reason))
