"""The rules of one question as a mutant has them, and what they answer at many points at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple, Protocol

from simulator.guidance.rule_reading import dominators
from simulator.model.conditions import All, Always, AnyOf, Condition, Not, parts_of
from simulator.rules.inlining import inlined

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Rule, Ruling

Terms = Callable[[Condition], Condition]
"""A condition in the terms in which the points at hand decide it."""

Answer = tuple[object, ...]
Telling = Callable[[str, "Ruling"], Answer]
"""What of an option and its ruling counts as the answer."""

_SILENT: Answer = ("the guidance is silent",)


def said_of(option: str, ruling: Ruling) -> Answer:
    """An option, its verdict, its basis and what is cited for it: not by which rule, nor in which words."""
    return option, ruling.verdict, ruling.basis, ruling.citations


class Points(Protocol):
    """Points at which conditions are decided together, each a bit of a number."""

    all: int

    def where(self, condition: Condition) -> int:
        """The points at which a condition holds."""
        ...


class ReadRule:
    """A rule in some terms, and the rules to which it yields, directly or by others."""

    def __init__(self, rules: Mapping[str, Rule], rule: Rule, terms: Terms) -> None:
        self.rule = rule
        self.when = None if rule.when is None else terms(rule.when)
        self.yields_to = dominators(rules, rule.rule)
        self.cells: Mapping[str, list[Condition | None]] = {
            option: [None if each.when is None else terms(each.when) for each in cell]
            for option, cell in rule.options.items()
        }


class Reading:
    """The rules of one question as a guidance has them."""

    def __init__(self, guidance: Guidance, question: str, terms: Terms) -> None:
        self.question = question
        asked = guidance.questions[question].asked_when
        self.asked = Always() if asked is None else terms(asked)
        self.rules = {
            rule.rule: ReadRule(guidance.rules, rule, terms) for rule in guidance.rules_of(question)
        }

    def leaves(self) -> Iterator[Condition]:
        """What its conditions are made of: everything that is no connective."""
        yield from _leaves(self.asked)
        for each in self.rules.values():
            for condition in (each.when, *(part for cell in each.cells.values() for part in cell)):
                if condition is not None:
                    yield from _leaves(condition)

    def decides_like(self, other: Reading) -> bool:
        """Whether the same conditions, in the same order, decide, whatever is then said."""
        return self._deciding() == other._deciding()

    def _deciding(self) -> object:
        rules = {name: (each.when, each.yields_to, dict(each.cells)) for name, each in self.rules.items()}
        return self.asked, rules


def in_fields(guidance: Guidance, question: str) -> Reading:
    """The rules of a question in terms of fields alone. Raises BeyondProof."""
    return Reading(guidance, question, partial(inlined, guidance.world))


def as_written(guidance: Guidance, question: str) -> Reading:
    """The rules of a question in the terms in which they are written."""
    return Reading(guidance, question, lambda condition: condition)


class Answers(NamedTuple):
    """Where a question is asked, where exactly one rule then decides it, and where that one says what."""

    asked: int
    decided: int
    said: Mapping[Answer, int]


def answers(reading: Reading, points: Points, telling: Telling = said_of) -> Answers:
    """What the rules of a question answer at some points."""
    asked = points.where(reading.asked)
    wins = _wins(reading, points, asked)
    some, several = 0, 0
    for where in wins.values():
        several |= some & where
        some |= where
    decided = some & ~several
    said: dict[Answer, int] = {}
    for name, where in wins.items():
        if where & decided:
            _say(said, reading.rules[name], points, where & decided, telling)
    return Answers(asked, decided, said)


def differing(one: Answers, other: Answers) -> int:
    """The points at which two answers are not alike.

    They are alike where the question is asked by neither, or by both and decided by exactly one rule of each,
    and these say alike of every option and are both silent or neither.
    """
    where = (one.asked ^ other.asked) | (one.decided ^ other.decided)
    for answer in {*one.said, *other.said}:
        where |= one.said.get(answer, 0) ^ other.said.get(answer, 0)
    return where


def _wins(reading: Reading, points: Points, asked: int) -> Mapping[str, int]:
    """Where each rule applies and none to which it yields."""
    applies = {
        name: points.where(each.when) & asked for name, each in reading.rules.items() if each.when is not None
    }
    rest = asked & ~reduce(or_, applies.values(), 0)
    return {
        name: rest
        if each.when is None
        else applies[name] & ~reduce(or_, (applies.get(other, 0) for other in each.yields_to), 0)
        for name, each in reading.rules.items()
    }


def _say(said: dict[Answer, int], read: ReadRule, points: Points, where: int, telling: Telling) -> None:
    """Adds what a rule says at the points at which it decides."""
    if read.rule.silence is not None:
        said[_SILENT] = said.get(_SILENT, 0) | where
    for option, cell in read.rule.options.items():
        left = where
        for branch, condition in zip(cell, read.cells[option], strict=True):
            here = left if condition is None else left & points.where(condition)
            if here:
                answer = telling(option, branch.ruling)
                said[answer] = said.get(answer, 0) | here
                left &= ~here


def _leaves(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All | AnyOf | Not):
        for part in parts_of(condition):
            yield from _leaves(part)
    elif not isinstance(condition, Always):
        yield condition
