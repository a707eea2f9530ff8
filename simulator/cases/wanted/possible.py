"""Facts of which only some choices are made: every field with all the values that it can still have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.cases.matching import matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.cases.drawing import InSlot

Truth = bool | None
"""Whether something holds; None where choices that are not made yet decide it."""

Values = frozenset[Any] | None
"""What a field can still be: sets as frozensets, lists as tuples; None where it may be anything."""

UNSET: frozenset[Any] = frozenset([None])


@dataclass(slots=True, eq=False)
class Possible:
    """An element that may be there. `ref` is how others refer to it."""

    ref: InSlot | None
    there: Truth
    fields: dict[str, Values]


@dataclass(slots=True, eq=False)
class PossibleFacts:
    """The facts of a phase as they can still be; `listed` are the elements of each list, added ones left out."""

    case: Possible
    listed: Mapping[str, list[Possible]]
    by_ref: dict[InSlot, Possible] = field(default_factory=dict)

    def copied(self) -> PossibleFacts:
        """The same facts, to be changed."""
        listed = {
            name: [Possible(each.ref, each.there, dict(each.fields)) for each in elements]
            for name, elements in self.listed.items()
        }
        return facts_of(Possible(None, True, dict(self.case.fields)), listed)


def facts_of(case: Possible, listed: Mapping[str, list[Possible]]) -> PossibleFacts:
    """Facts with these elements."""
    by_ref = {each.ref: each for elements in listed.values() for each in elements if each.ref is not None}
    return PossibleFacts(case, listed, by_ref)


def both(*truths: Truth) -> Truth:
    """Whether all hold."""
    if False in truths:
        return False
    return None if None in truths else True


def denied(truth: Truth) -> Truth:
    """Whether it does not hold."""
    return None if truth is None else not truth


def some(truths: Iterable[Truth]) -> Truth:
    """Whether one of them holds, at least."""
    found: Truth = False
    for truth in truths:
        if truth:
            return True
        if truth is None:
            found = None
    return found


def of_all(truths: Iterable[bool]) -> Truth:
    """What is true whichever of several ways it comes; there is one way at least."""
    found: Truth = None
    for truth in truths:
        if found is None:
            found = truth
        elif truth is not found:
            return None
    return found


def can_match(fields: Mapping[str, Values], wanted: Mapping[str, Any]) -> Truth:
    """Whether fields fit what is wanted of them, as `matching.matches` has it."""
    return both(*[value_matches(fields.get(name, UNSET), value) for name, value in wanted.items()])


def value_matches(values: Values, wanted: Any) -> Truth:
    """Whether one field fits."""
    if values is None:
        return None
    return of_all(matches({"": listed(each)}, {"": wanted}) for each in values)


def listed(value: Any) -> Any:
    """A value as plain data has it."""
    return list(value) if isinstance(value, frozenset | tuple) else value
