"""How simulated learners decide, and how they decide again after a discussion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp
from typing import TYPE_CHECKING

from simulator.classroom.simulated.key import hardness, right, ruled
from simulator.classroom.simulated.mistaking import in_order, mistaken, together
from simulator.classroom.simulated.reasons import persuaded, reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from simulator.classroom.poll_view import RoundView, SubjectVerdictView, VerdictView
    from simulator.classroom.simulated.key import Key
    from simulator.classroom.simulated.learner import Learner
    from simulator.session.view import QuestionView

STEEPNESS = 6.0
"""How fast it gets likelier that a learner is right, the further their skill is above the hardness of a decision."""
TWO_IN_THREE, FOUR_IN_FIVE = 2 / 3, 4 / 5
DISCRETION = 0.15
"""How often who knows what is called for makes use of the discretion that is left beside it."""
ALL_ALIKE = 0.25
"""How often somebody without any skill treats all subjects of a question as the first."""
WHERE_NOBODY_TOLD = 0.5
"""The share of a class that is taken to be right where it does not know how it voted."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a learner says about one subject; `chosen` is never empty, and in the options' order."""

    subject: str
    chosen: tuple[str, ...]
    sureness: int
    cites: tuple[str, ...]
    rationale: str


def likelihood(skill: float, hard: float) -> float:
    """How likely it is that a learner of a skill knows what is right (Rasch's model)."""
    return 1 / (1 + exp(-STEEPNESS * (skill - hard)))


def decided(
    learner: Learner, question: QuestionView, verdict: VerdictView, key: Key, chance: Random
) -> tuple[Decision, ...]:
    """What a learner decides about every subject of a question for the first time."""
    decisions = tuple(
        _decision(learner, question, verdict, subject, key, chance) for subject in verdict.subjects
    )
    if chance.random() < ALL_ALIKE * (1 - learner.skill):
        return tuple(replace(decisions[0], subject=one.subject) for one in decisions)
    return decisions


def reconsidered(
    learner: Learner,
    question: QuestionView,
    verdict: VerdictView,
    before: Sequence[Decision],
    votes: RoundView | None,
    chance: Random,
) -> tuple[Decision, ...]:
    """What a learner decides after a discussion of `votes`, None where nobody knows them.

    The more of the class were right, the likelier it is that a learner who was wrong is persuaded, and the less
    likely that one who was right is led astray.
    """
    return tuple(
        _again(learner, question, verdict, subject, decision, votes, chance)
        for subject, decision in zip(verdict.subjects, before, strict=True)
    )


def is_right(subject: SubjectVerdictView, chosen: Sequence[str]) -> bool:
    """Whether nothing that was chosen is wrong."""
    return set(chosen) <= {*right(subject), *ruled(subject, "acceptable")}


def _decision(
    learner: Learner,
    question: QuestionView,
    verdict: VerdictView,
    subject: SubjectVerdictView,
    key: Key,
    chance: Random,
) -> Decision:
    likely = likelihood(learner.skill, hardness(verdict, subject, several=question.several))
    knows = chance.random() < likely
    chosen = _known(question, subject, chance) if knows else mistaken(question, verdict, subject, chance)
    sureness = _sureness(likely + learner.assurance + chance.gauss(0.0, 0.1))
    cites = _cited(subject, key, knows=knows, chance=chance) if chance.random() < learner.cites else ()
    rationale = reason(sureness, chance) if chance.random() < learner.writes else ""
    return Decision(subject.subject, chosen, sureness, cites, rationale)


def _known(question: QuestionView, subject: SubjectVerdictView, chance: Random) -> tuple[str, ...]:
    called_for, left = right(subject), ruled(subject, "acceptable")
    uses_discretion = bool(left) and chance.random() < DISCRETION
    if not question.several:
        return (chance.choice(left if uses_discretion else called_for),)
    if not ruled(subject, "expected"):
        called_for = (chance.choice(called_for),)
    return together(question, (*called_for, *left) if uses_discretion else called_for, chance)


def _sureness(felt: float) -> int:
    return 1 if felt < TWO_IN_THREE else 2 if felt < FOUR_IN_FIVE else 3


def _cited(subject: SubjectVerdictView, key: Key, *, knows: bool, chance: Random) -> tuple[str, ...]:
    """A paragraph that bears on the decision; from who does not know, often one that bears on another."""
    bearing = tuple(citation.paragraph for citation in subject.citations)
    offered = bearing if knows or chance.random() < 0.3 else key.paragraphs
    return (chance.choice(offered),) if offered else ()


def _again(
    learner: Learner,
    question: QuestionView,
    verdict: VerdictView,
    subject: SubjectVerdictView,
    before: Decision,
    votes: RoundView | None,
    chance: Random,
) -> Decision:
    share = _share_right(question, subject, votes)
    listens = chance.random() < learner.listens
    if is_right(subject, before.chosen):
        if listens and chance.random() < 0.1 * (1 - share):
            astray = mistaken(question, verdict, subject, chance)
            return replace(before, chosen=astray, sureness=1)
        return replace(before, sureness=min(before.sureness + (share > 0.5), 3))
    if listens and chance.random() < 0.3 + 0.7 * share:
        chosen = _known(question, subject, chance)
        why = persuaded(chance) if before.rationale else ""
        return replace(before, chosen=chosen, sureness=2 if share > 0.5 else 1, rationale=why)
    return before


def _share_right(question: QuestionView, subject: SubjectVerdictView, votes: RoundView | None) -> float:
    """How many of those who voted chose what is called for; of several options, the one chosen least."""
    of_subject = (
        [one for one in votes.subjects if one.subject == subject.subject] if votes is not None else []
    )
    if not of_subject or votes is None or not votes.voted:
        return WHERE_NOBODY_TOLD
    options = [one.option for one in question.options]
    counted = dict(zip(options, of_subject[0].counts, strict=True))
    chose = [counted[option] for option in in_order(question, right(subject))]
    most = min(chose) if question.several else sum(chose)
    return min(most / votes.voted, 1.0)
