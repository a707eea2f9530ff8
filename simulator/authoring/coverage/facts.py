"""Single facts on which decisions depend: the values of fields that questions read, as conditions tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import All, Always, Base, Compare, Condition, Not, TheReferred
from simulator.model.world import CASE
from simulator.rules.inlining import inlined
from simulator.rules.mutants.mutant import subject_of
from simulator.rules.predicates import question_conditions
from simulator.rules.reads import fields_read
from simulator.rules.representatives import comparisons_in, world_conditions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.world import Field
    from simulator.rules.representatives import Comparisons

Place = tuple[str, str]
"""Of what (`case` or an entity), and which field."""

SOMEBODY, NOBODY = "somebody listed", "nobody listed"


@dataclass(frozen=True)
class Fact:
    """One value, or class of values, of a field; `holds` tells whether a value that an element has is it."""

    of: str
    field: str
    value: str
    holds: Callable[[Any], bool]
    condition: Callable[[Base], Condition]

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it."""
        return self.of, self.field, self.value


def places_read(guidance: Guidance) -> Mapping[str, frozenset[Place]]:
    """The fields that each question reads, of whomever."""
    found = {}
    for name, question in guidance.questions.items():
        entity = question.subjects.entity
        found[name] = frozenset(
            (entity if of in ("own", "others") else of, field)
            for of, field in fields_read(guidance, question)
        )
    return found


def facts_of(guidance: Guidance) -> Mapping[Place, list[Fact]]:
    """Every fact of every field that some question reads."""
    world = guidance.world
    read = {place for places in places_read(guidance).values() for place in places}
    compared = _compared(guidance)
    return {
        (of, field.name): list(_facts(of, field, compared))
        for of in (CASE, *world.entities)
        for field in world.fields_of(of).values()
        if (of, field.name) in read
    }


def _compared(guidance: Guidance) -> Comparisons:
    conditions = [
        (inlined(guidance.world, condition), subject_of(question))
        for question in guidance.questions.values()
        for condition in question_conditions(guidance, question)
    ]
    return comparisons_in([*conditions, *world_conditions(guidance.world)])


def _facts(of: str, field: Field, compared: Comparisons) -> Iterator[Fact]:
    match field.type:
        case "truth":
            for value in (True, False):
                yield _equal(of, field, value, str(value).lower())
        case "choice":
            for name in field.values:
                yield _equal(of, field, name, name)
        case "choices":
            for name in field.values:
                yield _holding(of, field, name)
        case "whole":
            for least, greatest in _classes(field, compared):
                yield _between(of, field, least, greatest)
        case "reference":
            yield from (_equal(of, field, word, word) for word in field.values)
            yield _naming(of, field)
        case _:
            yield from _listing(of, field)


def _equal(of: str, field: Field, value: Any, told: str) -> Fact:
    return Fact(
        of,
        field.name,
        told,
        lambda held: bool(held == value),
        lambda base: Compare(base, field.name, "equals", (value,)),
    )


def _holding(of: str, field: Field, value: str) -> Fact:
    return Fact(
        of,
        field.name,
        value,
        lambda held: value in held,
        lambda base: Compare(base, field.name, "holds", (value,)),
    )


def _between(of: str, field: Field, least: int, greatest: int) -> Fact:
    def condition(base: Base) -> Condition:
        at_least = Compare(base, field.name, "at_least", (least,))
        return All((at_least, Compare(base, field.name, "below", (greatest + 1,))))

    told = f"{least} to {greatest}" if least < greatest else str(least)
    return Fact(of, field.name, told, lambda held: least <= held <= greatest, condition)


def _naming(of: str, field: Field) -> Fact:
    return Fact(
        of,
        field.name,
        SOMEBODY,
        lambda held: not isinstance(held, str),
        lambda base: TheReferred(base, field.name, field.entity or "", Always()),
    )


def _listing(of: str, field: Field) -> Iterator[Fact]:
    def empty(base: Base) -> Condition:
        return Compare(base, field.name, "empty", (True,))

    yield Fact(of, field.name, NOBODY, lambda held: not held, empty)
    yield Fact(of, field.name, SOMEBODY, bool, lambda base: Not(empty(base)))


def _classes(field: Field, compared: Comparisons) -> Iterator[tuple[int, int]]:
    """The spans of a number's values that no comparison tells apart."""
    least, greatest = field.span
    starts = {least}
    for (_, name), compares in compared.items():
        for compare in compares if name == field.name else ():
            starts.update(_starts(compare))
    ordered = sorted(start for start in starts if least <= start <= greatest)
    for start, following in zip(ordered, [*ordered[1:], greatest + 1], strict=True):
        yield start, following - 1


def _starts(compare: Compare) -> Iterator[int]:
    """The values with which a comparison begins to hold, or not to."""
    for value in compare.values:
        if isinstance(value, int):
            yield value
            if compare.operator not in ("at_least", "below"):
                yield value + 1
