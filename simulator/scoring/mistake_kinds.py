"""Which kinds of mistake, as the guidance declares them, learners made and cases tempt to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.model.conditions import All, Always
from simulator.model.questions import RIGHT
from simulator.rules.deciding import holding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.guidance.mistake_reading import Making, MistakeKind
    from simulator.model.conditions import Condition
    from simulator.rules.decisions import Decision
    from simulator.rules.facts import Facts
    from simulator.scoring.parts import Key


class Made(NamedTuple):
    """A kind of mistake, and the question and subject at which it is made."""

    kind: str
    question: str
    subject: str


def kinds_of(
    guidance: Guidance, facts: Facts, decisions: Sequence[Decision], choices: Mapping[Key, Sequence[str]]
) -> tuple[Made, ...]:
    """The kinds of mistake that choices of one phase are, each at every question and subject where it was made.

    `choices` are the options chosen by question and subject. Silent decisions are no mistakes, and what the choice
    of a learner follows from is not asked here.
    """
    found = []
    for kind, making, decision in _meant(guidance, decisions):
        chosen = choices.get((decision.question, decision.subject))
        if chosen is None or not _is_where(guidance, making.where, decision, facts):
            continue
        if _is_made(making, decision, chosen) and (not making.alike or _alike(decision, decisions, choices)):
            found.append(Made(kind.mistake, decision.question, decision.subject))
    return tuple(dict.fromkeys(found))


def tempting_to(
    guidance: Guidance, kind: MistakeKind, facts: Facts, decisions: Sequence[Decision]
) -> tuple[Made, ...]:
    """Where decisions of one phase tempt to a kind of mistake: where it can be made, and the declared temptation holds.

    To give one answer for all tempts where the answers called for differ.
    """
    found = []
    for each, making, decision in _meant(guidance, decisions):
        tempting = All((making.where or Always(), making.tempting or Always()))
        if each is not kind or not _is_where(guidance, tempting, decision, facts):
            continue
        wrong = [option for option in making.chosen or decision.options if not _is_right(decision, option)]
        missed = [option for option in making.missed if option in decision.with_verdict("expected")]
        if making.alike:
            wrong = [option for option in wrong if _expected_elsewhere(option, decision, decisions)]
        if (missed if making.missed else wrong) and _is_expected(making, decision):
            found.append(Made(kind.mistake, decision.question, decision.subject))
    return tuple(dict.fromkeys(found))


def _meant(
    guidance: Guidance, decisions: Sequence[Decision]
) -> Iterator[tuple[MistakeKind, Making, Decision]]:
    for kind in guidance.mistakes:
        for making in kind.made:
            for decision in decisions:
                meant = not making.subjects or decision.subject in making.subjects
                if decision.question == making.question and meant and not decision.silent:
                    yield kind, making, decision


def _is_where(guidance: Guidance, condition: Condition | None, decision: Decision, facts: Facts) -> bool:
    if condition is None:
        return True
    return holding(guidance.questions[decision.question], condition)(facts, decision.subject)


def _is_made(making: Making, decision: Decision, chosen: Sequence[str]) -> bool:
    if not _is_expected(making, decision):
        return False
    if making.missed:
        expected = decision.with_verdict("expected")
        return any(option in expected and option not in chosen for option in making.missed)
    meant = making.chosen or tuple(decision.options)
    return any(option in meant and not _is_right(decision, option) for option in chosen)


def _is_expected(making: Making, decision: Decision) -> bool:
    return not making.expected or bool(set(making.expected) & {*decision.with_verdict("expected")})


def _is_right(decision: Decision, option: str) -> bool:
    return decision.options[option].verdict in RIGHT


def _others(decision: Decision, decisions: Sequence[Decision]) -> list[Decision]:
    return [
        each for each in decisions if each.question == decision.question and each.subject != decision.subject
    ]


def _alike(decision: Decision, decisions: Sequence[Decision], choices: Mapping[Key, Sequence[str]]) -> bool:
    """Whether the same was chosen of every subject, and is right of another one."""
    chosen = set(choices[decision.question, decision.subject])
    others = _others(decision, decisions)
    same = all(set(choices.get((each.question, each.subject), ())) == chosen for each in others)
    return same and any(all(_is_right(each, option) for option in chosen) for each in others)


def _expected_elsewhere(option: str, decision: Decision, decisions: Sequence[Decision]) -> bool:
    return any(option in each.with_verdict("expected") for each in _others(decision, decisions))
