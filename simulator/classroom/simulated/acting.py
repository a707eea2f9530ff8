"""What simulated learners do, and how long they think before each of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from simulator.classroom.simulated.deciding import decided, reconsidered
from simulator.session.commands import Answer, Cite, Confirm, Rationale, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.messages import Sign
    from simulator.classroom.poll_view import PollView, RoundView
    from simulator.classroom.simulated.deciding import Decision
    from simulator.classroom.simulated.key import Key
    from simulator.classroom.simulated.learner import Learner
    from simulator.session.commands import Saying
    from simulator.session.view import QuestionView, StepView, SubjectView

READING, CHOOSING, WRITING, CITING, MARKING = 8.0, 4.0, 15.0, 5.0, 1.0
"""Seconds that half of all learners need at most: for a question, for a subject of it, for a reason, for a paragraph,
for a level of sureness."""
RECONSIDERING, AT_LEAST = 15.0, 5.0
"""Likewise, before a second vote: for what the discussion came to, and what it means for oneself; and how long that
takes at least, however quick somebody is with it."""
SPREAD = 0.5
"""Of the logarithm of these times."""
AWAY, OUT, STUCK = 20.0, 45.0, 30.0
"""Likewise, for a line to come back, for somebody who stepped out, and for who asked for help."""
ASKS = 0.05
"""How often somebody without any skill asks for help with a question."""


@dataclass(frozen=True, slots=True)
class Away:
    """The line breaks, and is taken up again after some seconds."""

    seconds: float


Doing: TypeAlias = "Saying | Confirm | Sign | Away"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a learner does, so many seconds after what they did before."""

    after: float
    doing: Doing


@dataclass(frozen=True, slots=True)
class Place:
    """What a learner has to decide: a step of a case, and which vote on it this is, from 1.

    `number` says which case of the class it is, and `case` is its id.
    """

    number: int
    case: str
    step: StepView
    round: int

    @property
    def at(self) -> str:
        """What is to be decided, whatever has been said of it so far."""
        questions = (one.question for one in self.step.questions)
        return " ".join((str(self.number), self.case, self.step.phase, *questions))


def interlude(learner: Learner, seed: str, place: Place) -> tuple[Act, ...]:
    """What a learner does before they decide; seldom anything.

    What is begun is done to its end, whatever the class does meanwhile.
    """
    chance = _chance(seed, learner, place, "interlude")
    drawn = chance.random()
    if drawn < learner.restless / 2:
        return (Act(_seconds(learner, READING, chance), Away(_seconds(learner, AWAY, chance))),)
    if drawn < learner.restless:
        return _signs(learner, "step_out", "come_back", OUT, chance)
    if drawn > 1 - ASKS * (1 - learner.skill):
        return _signs(learner, "need_help", "need_no_help", STUCK, chance)
    return ()


def acts(learner: Learner, seed: str, place: Place, key: Key, poll: PollView | None) -> tuple[Act, ...]:
    """What a learner still does to have decided a step and voted.

    What they decide goes by the seed, and not by what they have said already: who comes back goes on where they
    were. `poll` is of the question, as far as it is known. Raises KeyError where the key is of another case.
    """
    doing: list[Act] = []
    for question in place.step.questions:
        chance = _chance(seed, learner, place, f"{question.question} times")
        decisions = _decisions(learner, seed, place, question, key, poll)
        reading = _seconds(learner, READING, chance)
        said = {subject.subject: subject for subject in question.subjects}
        for decision in decisions:
            for act in _sayings(learner, question, decision, said[decision.subject], chance):
                doing.append(Act(act.after + reading, act.doing))
                reading = 0.0
    chance = _chance(seed, learner, place, "confirm")
    doing.append(Act(_seconds(learner, MARKING, chance), Confirm()))
    if place.round > 1:
        chance = _chance(seed, learner, place, f"reconsidering {place.round}")
        longer = max(_seconds(learner, RECONSIDERING, chance), learner.pace * AT_LEAST)
        doing[0] = Act(doing[0].after + longer, doing[0].doing)
    return tuple(doing)


def _decisions(
    learner: Learner, seed: str, place: Place, question: QuestionView, key: Key, poll: PollView | None
) -> tuple[Decision, ...]:
    verdict = key.of(place.step.phase, question.question)
    chance = _chance(seed, learner, place, f"{question.question} 1")
    decisions = decided(learner, question, verdict, key, chance)
    for number in range(2, place.round + 1):
        chance = _chance(seed, learner, place, f"{question.question} {number}")
        votes = _votes(poll, question.question, number - 1)
        decisions = reconsidered(learner, question, verdict, decisions, votes, chance)
    return decisions


def _votes(poll: PollView | None, question: str, number: int) -> RoundView | None:
    if poll is None or poll.question != question:
        return None
    return next((one for one in poll.rounds if one.number == number), None)


def _sayings(
    learner: Learner, question: QuestionView, decision: Decision, said: SubjectView, chance: Random
) -> Iterator[Act]:
    """What is still to be said of a decision."""
    of = (question.question, decision.subject)
    every: tuple[tuple[float, Saying, bool], ...] = (
        (CHOOSING, Answer(*of, decision.chosen), said.chosen == decision.chosen),
        (MARKING, Sureness(*of, decision.sureness), said.sureness == decision.sureness),
        (CITING, Cite(*of, decision.cites), said.cites == decision.cites),
        (WRITING, Rationale(*of, decision.rationale), said.rationale == decision.rationale),
    )
    for median, saying, is_said in every:
        seconds = _seconds(learner, median, chance)
        if not is_said:
            yield Act(seconds, saying)


def _signs(learner: Learner, first: Sign, then: Sign, median: float, chance: Random) -> tuple[Act, ...]:
    return (
        Act(_seconds(learner, READING, chance), first),
        Act(_seconds(learner, median, chance), then),
    )


def _seconds(learner: Learner, median: float, chance: Random) -> float:
    return learner.pace * chance.lognormvariate(log(median), SPREAD)


def _chance(seed: str, learner: Learner, place: Place, what: str) -> Random:
    return Random(f"{seed} {learner.number} {place.at} {what}")
