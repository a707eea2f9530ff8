"""Comparisons with other values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.conditions import Compare, This
from simulator.model.world import CASE, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.model.conditions import Value

CHANGED = "a comparison's value changed"
DROPPED = "a value dropped"
ADDED = "a value added"
OPERATOR = "a comparison changed"
_SETS = ("one_of", "holds_any", "holds_only")
_OTHER = {"at_least": "below", "below": "at_least", "holds_any": "holds_only", "holds_only": "holds_any"}


def changed_values(world: World, compare: Compare) -> Iterator[tuple[str, Compare]]:
    """A comparison with each value that it could have named instead, or as well, or not."""
    first = compare.values[0] if compare.values else ""
    if compare.operator in _OTHER:
        yield OPERATOR, replace(compare, operator=_OTHER[compare.operator])  # type: ignore[arg-type]
    if isinstance(first, bool):
        yield CHANGED, replace(compare, values=(not first,))
    elif isinstance(first, int):
        yield from ((CHANGED, replace(compare, values=(first + step,))) for step in (-1, 1))
    elif compare.operator in _SETS:
        yield from _of_sets(compare, _choices(world, compare))
    elif compare.operator in ("equals", "holds") and not isinstance(first, This):
        others = [value for value in _choices(world, compare) if value != first]
        yield from ((CHANGED, replace(compare, values=(value,))) for value in others)
        if compare.operator == "equals":
            yield from ((ADDED, replace(compare, operator="one_of", values=(first, each))) for each in others)


def _of_sets(compare: Compare, known: tuple[Value, ...]) -> Iterator[tuple[str, Compare]]:
    for value in compare.values:
        left = tuple(each for each in compare.values if each != value)
        if left:
            yield DROPPED, replace(compare, values=left)
    for value in known:
        if value not in compare.values:
            yield ADDED, replace(compare, values=(*compare.values, value))


def _choices(world: World, compare: Compare) -> tuple[Value, ...]:
    """The values of the field compared: of the first field of that name that can have those named."""
    for scope in (CASE, *world.entities):
        fields = dict(world.fields_of(scope))
        derived = world.entities[scope].derived if scope != CASE else {}
        for field in (fields.get(compare.field), derived.get(compare.field)):
            values = _values(world, field.enumeration) if field is not None else ()
            if values and set(compare.values) <= set(values):
                return values
    return ()


def _values(world: World, enumeration: str | None) -> tuple[Value, ...]:
    return world.enumerations[enumeration].values if enumeration is not None else ()
