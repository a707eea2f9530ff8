"""The values of a field in classes: alike are those between which no condition at hand can tell."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import Compare, Condition
from simulator.rules.flips.testing import tests_for
from simulator.rules.inlining import BeyondProof, all_parts
from simulator.rules.representatives import MOST_VALUES_OF_A_SET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.model.world import Field

FAR = 1_000_000
"""The cost of what no changes reach."""
Conditions = tuple[Condition, ...]


@cache
def classes_of_field(field: Field, tests: Conditions, barred: Conditions) -> FieldClasses:
    """The classes of a field, made but once. Raises BeyondProof."""
    return FieldClasses(field, tests, barred)


class FieldClasses:
    """The classes of one plain field, told apart by `tests` and without what `barred` rules out.

    Classes are numbered. A field that may be left out and then has no fixed value has one class more, the
    last, for being left out.
    """

    def __init__(self, field: Field, tests: Conditions, barred: Conditions) -> None:
        self.field = field
        self.optional = may_be_absent(field)
        self._barred = barred
        self._tell = tests_for(tests)
        self._numbers: dict[object, int] = {}
        self._members: list[list[Any]] = []
        self._bits: list[list[int]] = []
        holder = _Holder(field)
        for value, bits in _possible(field, tests, barred):
            number = self._numbers.setdefault(
                self._tell(None, holder.holding(value), None), len(self._members)
            )
            if number == len(self._members):
                self._members.append([])
                self._bits.append([])
            self._members[number].append(value)
            self._bits[number].append(bits)
        self._kept: dict[object, tuple[int, ...]] = {}
        self._targets: dict[object, list[Any]] = {}

    def values(self) -> list[Any]:
        """A value of each class; None for being left out."""
        return [*(members[0] for members in self._members), *([None] if self.optional else [])]

    def costs(self, given: Any, read: Any) -> tuple[int, ...]:
        """For each class the changes that reach it; `given` is None where the field is left out.

        `read` is then its default at the facts as they are: to give it that value would change nothing.
        """
        key = (given, read)
        if key not in self._kept:
            costs = self._costs_of_set(given) if self.field.type == "choices" else self._costs(given, read)
            self._kept[key] = tuple(costs)
        return self._kept[key]

    def targets(self, number: int, given: Any, read: Any) -> list[Any]:
        """The values of a class that the fewest changes reach; none where that takes no change."""
        key = (number, given, read)
        if key not in self._targets:
            reached = number < len(self._members) and 0 < self.costs(given, read)[number] < FAR
            self._targets[key] = self._nearest(number, given, read) if reached else []
        return self._targets[key]

    def _costs(self, given: Any, read: Any) -> Iterator[int]:
        own = None if given is None else self._number(given)
        for number, members in enumerate(self._members):
            if number == own:
                yield 0
            else:
                yield 1 if any(value != read for value in members) else FAR
        if self.optional:
            yield 0 if given is None else FAR

    def _costs_of_set(self, given: Any) -> Iterator[int]:
        now = _as_bits(self.field, given)
        for members in self._bits:
            yield min((now ^ each).bit_count() if each or not now else FAR for each in members)

    def _nearest(self, number: int, given: Any, read: Any) -> list[Any]:
        members = self._members[number]
        if self.field.type == "choices":
            now, least = _as_bits(self.field, given), self.costs(given, read)[number]
            near = zip(members, self._bits[number], strict=True)
            return [value for value, bits in near if (bits ^ now).bit_count() == least and (bits or not now)]
        others = [value for value in members if value != read]
        return _nearest_numbers(others, read) if self.field.type == "whole" else others

    def _number(self, value: Any) -> int | None:
        """The number of a value's class; None for a value that is ruled out."""
        holder = _Holder(self.field).holding(value)
        if any(tests_for(self._barred)(None, holder, None)):
            return None
        return self._numbers.get(self._tell(None, holder, None))


class _Holder:
    """Something with a value of one field, on which tests of that field can be tried."""

    def __init__(self, field: Field) -> None:
        self._name = field.name

    def holding(self, value: Any) -> _Holder:
        """The same with another value."""
        setattr(self, self._name, value)
        return self


def may_be_absent(field: Field) -> bool:
    """Whether a field may be left out without having a fixed value then."""
    if field.required or field.type in ("choices", "references"):
        return False
    return not field.default or field.default[0].when is not None


def _possible(field: Field, tests: Conditions, barred: Conditions) -> Sequence[tuple[Any, int]]:
    """The values of a field that are not ruled out, of a set with its values as bits."""
    if field.type == "choices":
        return _possible_sets(field, barred)
    holder, bars = _Holder(field), tests_for(barred)
    return [(value, 0) for value in _values(field, tests) if not any(bars(None, holder.holding(value), None))]


@cache
def _possible_sets(field: Field, barred: Conditions) -> Sequence[tuple[Any, int]]:
    if len(field.values) > MOST_VALUES_OF_A_SET:
        raise BeyondProof(f"{field.name} has {len(field.values)} values: 2^{len(field.values)} sets of them")
    holder, bars = _Holder(field), tests_for(barred)
    sizes = range(1 if field.required else 0, len(field.values) + 1)
    sets = (frozenset(each) for size in sizes for each in combinations(field.values, size))
    return [(each, _as_bits(field, each)) for each in sets if not any(bars(None, holder.holding(each), None))]


def _as_bits(field: Field, value: Any) -> int:
    return sum(1 << place for place, each in enumerate(field.values) if each in value)


def _values(field: Field, tests: Conditions) -> Iterator[Any]:
    match field.type:
        case "truth":
            yield from (True, False)
        case "choice":
            yield from field.values
        case "whole":
            yield from sorted(_numbers(field, tests))
        case _:
            raise BeyondProof(f"{field.name} refers to elements")


def _numbers(field: Field, tests: Conditions) -> set[int]:
    """The numbers at which a test may turn: next to every limit, and the least and the greatest."""
    least, greatest = field.span
    compares = (part for test in tests for part in all_parts(test) if isinstance(part, Compare))
    limits = {value for each in compares for value in each.values if isinstance(value, int)}
    near = {least, greatest, *(limit + step for limit in limits for step in (-1, 0, 1))}
    return {value for value in near if least <= value <= greatest}


def _nearest_numbers(values: Sequence[int], read: int | None) -> list[int]:
    """The nearest of some numbers on either side."""
    if read is None:
        return list(values)
    below = [value for value in values if value < read]
    above = [value for value in values if value > read]
    return [*([max(below)] if below else []), *([min(above)] if above else [])]
