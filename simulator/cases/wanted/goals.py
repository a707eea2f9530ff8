"""Goals: what must hold, of some subject of a question in some phase, for a want to be met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.cases.wanted.possible import Truth, both, some
from simulator.model.conditions import All, Always, AnyOf, Condition, Not
from simulator.rules.deciding import taken, wins

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cases.wanted.judging import Judge, Meant
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question, Rule, Subjects, Verdict


@dataclass(frozen=True, slots=True)
class Aim:
    """A condition that must hold in a phase, by its place, of some one of the subjects."""

    phase: int
    subjects: Subjects
    condition: Condition

    def holds(self, judge: Judge) -> Truth:
        """Whether it does."""
        return some(_of_each(self, judge))


@dataclass(frozen=True, slots=True)
class Count:
    """That there are just so many subjects in a phase."""

    phase: int
    subjects: Subjects
    number: int

    @property
    def condition(self) -> Condition:
        """What is asked of each that counts."""
        return self.subjects.where or Always()

    def holds(self, judge: Judge) -> Truth:
        """Whether there are."""
        found = [
            both(each.there, judge.holds(self.condition, each))
            for each in judge.elements(self.subjects.entity)
        ]
        surely, maybe = found.count(True), found.count(None)
        if not surely <= self.number <= surely + maybe:
            return False
        return None if maybe else True


Goal = tuple[Aim | Count, ...]
"""Aims that must all hold."""


def stands(goal: Goal, judges: Sequence[Judge]) -> Truth:
    """Whether every aim of a goal holds, by the judges of all phases."""
    found: Truth = True
    for aim in goal:
        truth = aim.holds(judges[aim.phase])
        if truth is False:
            return False
        found = found if truth else None
    return found


def _of_each(aim: Aim, judge: Judge) -> Iterator[Truth]:
    if aim.subjects.kind == "elements":
        for each in judge.elements(aim.subjects.entity):
            if each.there is not False:
                where = aim.subjects.where
                yield both(
                    each.there,
                    True if where is None else judge.holds(where, each),
                    judge.holds(aim.condition, each),
                )
        return
    subjects: tuple[Meant, ...] = aim.subjects.values if aim.subjects.kind == "values" else (judge.case,)
    for subject in subjects:
        yield judge.holds(aim.condition, subject)


def aims(guidance: Guidance, question: Question, condition: Condition) -> Iterator[Goal]:
    """A goal for each phase in which a question is asked: that a condition holds of one of whom it asks."""
    for number, phase in enumerate(guidance.phases):
        if question.question in phase.questions:
            asked = question.asked_when or Always()
            yield (Aim(number, question.subjects, All((asked, condition))),)


def of_rule(guidance: Guidance, rule: Rule) -> Iterator[Goal]:
    """That a rule wins."""
    yield from aims(guidance, guidance.questions[rule.question], wins(guidance, rule))


def of_paragraph(guidance: Guidance, paragraph: str) -> Iterator[Goal]:
    """That a ruling which cites a paragraph is made."""
    for rule in guidance.rules.values():
        found = {
            taken(cell, number)
            for cell in rule.options.values()
            for number, branch in enumerate(cell)
            if paragraph in branch.ruling.citations
        }
        for condition in sorted(found, key=repr):
            winning = All((wins(guidance, rule), condition))
            yield from aims(guidance, guidance.questions[rule.question], winning)


def of_option(guidance: Guidance, question: str, option: str) -> Iterator[Goal]:
    """That an option is expected."""
    for rule in guidance.rules_of(question):
        condition = ruled(rule, option, "expected")
        if condition is not None:
            yield from aims(guidance, guidance.questions[question], All((wins(guidance, rule), condition)))


def of_count(subjects: Subjects, number: int) -> Goal:
    """That there are just so many elements of a kind, from the first phase on."""
    return (Count(0, subjects, number),)


def ruled(rule: Rule, option: str, *verdicts: Verdict) -> Condition | None:
    """Where a rule that wins rules an option so; None where it never does."""
    cell = rule.options[option]
    found = tuple(
        taken(cell, number) for number, branch in enumerate(cell) if branch.ruling.verdict in verdicts
    )
    if not found:
        return None
    return Always() if len(found) == len(cell) else AnyOf(found)


def called_for(guidance: Guidance, question: str, option: str) -> Condition:
    """Where an option is what the guidance calls for: the first that is expected, or acceptable where none is."""
    if question not in guidance.questions:
        return AnyOf(()) if option else Always()
    names = [each.option for each in guidance.questions[question].options]
    before = names[: names.index(option)] if option in names else []
    found: list[Condition] = []
    for rule in guidance.rules_of(question):
        called = _first(rule, option, before, names)
        if called is not None:
            found.append(All((wins(guidance, rule), called)))
    return AnyOf(tuple(found))


def _first(rule: Rule, option: str, before: list[str], names: list[str]) -> Condition | None:
    if option not in rule.options:
        return None
    ways: list[Condition] = []
    expected = ruled(rule, option, "expected")
    if expected is not None:
        ways.append(All((expected, Not(_any(rule, before, "expected")))))
    acceptable = ruled(rule, option, "acceptable")
    if acceptable is not None:
        none = Not(_any(rule, names, "expected"))
        ways.append(All((acceptable, none, Not(_any(rule, before, "acceptable")))))
    return AnyOf(tuple(ways)) if ways else None


def _any(rule: Rule, options: list[str], verdict: Verdict) -> Condition:
    found = (ruled(rule, option, verdict) for option in options)
    return AnyOf(tuple(each for each in found if each is not None))
