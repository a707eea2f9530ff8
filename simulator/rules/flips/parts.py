"""The elements that facts give, and the changes that bring their fields where they are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from simulator.rules.flips.flip import ABSENT, Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.world import Field
    from simulator.rules.flips.classes import FieldClasses
    from simulator.rules.flips.kinds import Costs
    from simulator.rules.flips.leaf_table import LeafTable

Variant = tuple[Change, ...]
"""Changes that are made of one part together."""
REMOVED = object()
"""How an option is made whose element is taken out."""


@dataclass(frozen=True, slots=True)
class Given:
    """An element as facts give it: where it stands, its data, and how it is read."""

    entity: str
    index: int
    data: Mapping[str, Any]
    element: Any

    @property
    def path(self) -> str:
        """Where it stands in the facts."""
        return f"{self.entity}[{self.index}]" if self.entity else ""

    def state(self, field: Field) -> tuple[Any, Any]:
        """The value of a field as given, None where it is left out without a fixed default, and as read."""
        fixed = field.default[0].then if field.default and field.default[0].when is None else None
        if field.type == "reference":
            value = self.data.get(field.name, fixed)
            return value, value
        read = getattr(self.element, field.name)
        is_given = field.name in self.data or field.type == "choices" or fixed is not None
        return (read if is_given else None), read


def costs_of(given: Given, classes: Mapping[str, FieldClasses]) -> Costs:
    """The changes that reach each class of each field of an element."""
    return tuple(each.costs(*given.state(each.field)) for each in classes.values())


def changes_to(
    given: Given, classes: Mapping[str, FieldClasses], numbers: Sequence[int]
) -> Iterator[Variant]:
    """The ways to bring the fields of an element into some classes with the fewest changes."""
    ways = []
    for each, number in zip(classes.values(), numbers, strict=True):
        values = each.targets(number, *given.state(each.field))
        if values:
            ways.append([field_changes(given, each.field, value) for value in values])
    for chosen in product(*ways):
        yield tuple(change for changes in chosen for change in changes)


def field_changes(given: Given, field: Field, value: Any) -> Variant:
    """The changes that give a field of an element a value: of a set, one for each value more or less."""
    path = f"{given.path}.{field.name}" if given.entity else field.name
    before = given.state(field)[1]
    if field.type != "choices":
        return (Change(path, ABSENT if before is None else before, value),)
    lists = [list(given.data.get(field.name, ()))]
    for gone in [each for each in lists[0] if each not in value]:
        lists.append([each for each in lists[-1] if each != gone])
    for new in [each for each in field.values if each in value and each not in lists[0]]:
        lists.append([*lists[-1], new])
    return tuple(Change(path, *pair) for pair in pairwise(lists))


def removal(given: Given) -> Variant:
    """The change that takes an element out."""
    return (Change(given.path, dict(given.data), ABSENT),)


class LeafPart:
    """An element that refers to no others."""

    def __init__(self, given: Given, table: LeafTable) -> None:
        self.given = given
        self._classes = table.classes
        self.reach = table.reach(costs_of(given, table.classes))
        self._variants: dict[tuple[int, ...], list[Variant]] = {}

    def variants(self, made: object) -> Sequence[Variant]:
        """The changes that make an option so."""
        if not isinstance(made, tuple):
            return [removal(self.given)]
        if made not in self._variants:
            self._variants[made] = list(changes_to(self.given, self._classes, made))
        return self._variants[made]
