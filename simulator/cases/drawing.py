"""Values that a pack leaves to chance: `one_of`, `range`, `slot`, `common`, and everything plain as it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import lcm, prod
from typing import TYPE_CHECKING, Any

from simulator.guidance.nodes import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cases.chance import Chance
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node

MOST_WAYS = 500

Ids = Mapping[str, str]
"""The id that stands in each slot."""


@dataclass(frozen=True, slots=True)
class InSlot:
    """In a way in which a value may come out: the id of whoever stands in a slot."""

    slot: str


WeightedValue = tuple[Any, int]
"""One way in which a value may come out, slots as `InSlot`, and how likely it is beside the others."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws a value; `None` where there is nothing: in a list it is left out.

    `ways` are all the ways in which it may come out; None where there are more than 500.
    """

    draw: Callable[[Chance, Ids], Any]
    listing: Callable[[], Sequence[WeightedValue] | None]

    def __call__(self, chance: Chance, ids: Ids) -> Any:
        """A value."""
        return self.draw(chance, ids)

    @property
    def ways(self) -> Sequence[WeightedValue] | None:
        """Each way in which the value may come out."""
        return self.listing()


class DrawReader:
    """Reads values to draw; what is wrong with them goes to `faults`. Common values name no others."""

    def __init__(self, faults: list[Fault], common: Mapping[str, Node] | None = None) -> None:
        self._faults = faults
        self._common = {name: DrawReader(faults).read(node) for name, node in (common or {}).items()}

    def read(self, node: Node, slots: Sequence[str] = ()) -> Drawer:
        """The value at a node; `slots` are those that it may name."""
        if isinstance(node.data, list):
            return _list([self.read(item, slots) for item in node.items()])
        if not isinstance(node.data, dict):
            return always(node.data)
        if "one_of" in node:
            return self._one_of(node, slots)
        if "range" in node:
            return self._range(node["range"])
        if "slot" in node:
            return self._slot(node["slot"], slots)
        return self._named(node["common"])

    def fields(self, node: Node, slots: Sequence[str] = ()) -> dict[str, Drawer]:
        """The values of a mapping's keys."""
        return {key: self.read(value, slots) for key, value in node.entries()}

    def _one_of(self, node: Node, slots: Sequence[str]) -> Drawer:
        options = [self.read(option, slots) for option in node["one_of"].items()]
        weights = [int(weight) for weight in node.data.get("weights", [1] * len(options))]
        if len(weights) != len(options) or not sum(weights):
            right = f"{len(options)} whole numbers, not all of them 0"
            self._faults.append(node["weights"].fault("these weights do not fit the values", right))
            return always(None)
        return Drawer(
            lambda chance, ids: chance.weighted(options, weights)(chance, ids),
            cache(lambda: _ways_of_one(options, weights)),
        )

    def _range(self, node: Node) -> Drawer:
        low, high = node.data
        if low > high:
            self._faults.append(node.fault(f"{low} is more than {high}", "the lower number first"))
        return Drawer(
            lambda chance, _ids: low + chance.below(high - low + 1),
            lambda: [(value, 1) for value in range(low, high + 1)] if high - low < MOST_WAYS else None,
        )

    def _slot(self, node: Node, slots: Sequence[str]) -> Drawer:
        name = str(node.data)
        if name not in slots:
            self._faults.append(unknown(node, "slot here", slots))
        return in_slot(name)

    def _named(self, node: Node) -> Drawer:
        if node.data not in self._common:
            self._faults.append(unknown(node, "common value that may stand here", self._common))
            return always(None)
        return self._common[node.data]


def draw_fields(fields: Mapping[str, Drawer], chance: Chance, ids: Ids) -> dict[str, Any]:
    """A value for each field, drawn in their order."""
    return {name: draw.draw(chance, ids) for name, draw in fields.items()}


def always(value: Any) -> Drawer:
    """A value that leaves nothing to chance."""
    return Drawer(lambda _chance, _ids: value, lambda: [(value, 1)])


def in_slot(name: str) -> Drawer:
    """The id of whoever stands in a slot; None where nobody does."""
    return Drawer(lambda _chance, ids: ids.get(name), lambda: [(InSlot(name), 1)])


def exactly(value: Any) -> Drawer:
    """One of the ways in which a value may come out, and no other."""
    if isinstance(value, InSlot):
        return in_slot(value.slot)
    return _list([exactly(each) for each in value]) if isinstance(value, list) else always(value)


def _list(items: Sequence[Drawer]) -> Drawer:
    def draw(chance: Chance, ids: Ids) -> list[Any]:
        drawn = (item.draw(chance, ids) for item in items)
        return [value for value in drawn if value is not None]

    return Drawer(draw, cache(lambda: _ways_of_list(items)))


def _ways_of_one(options: Sequence[Drawer], weights: Sequence[int]) -> Sequence[WeightedValue] | None:
    """The ways of each option, all weights made comparable."""
    ways = [(option.ways, weight) for option, weight in zip(options, weights, strict=True) if weight]
    known = [(listed, weight) for listed, weight in ways if listed is not None]
    if len(known) < len(ways) or sum(len(listed) for listed, _ in known) > MOST_WAYS:
        return None
    totals = [sum(each for _, each in listed) for listed, _ in known]
    whole = lcm(*totals)
    return [
        (value, weight * each * (whole // total))
        for (listed, weight), total in zip(known, totals, strict=True)
        for value, each in listed
    ]


def _ways_of_list(items: Sequence[Drawer]) -> Sequence[WeightedValue] | None:
    """Every combination of the ways of the items."""
    listed: list[Sequence[WeightedValue]] = []
    for item in items:
        ways = item.ways
        if ways is None or prod(map(len, listed)) * len(ways) > MOST_WAYS:
            return None
        listed.append(ways)
    return list(_combined(listed))


def _combined(listed: Sequence[Sequence[WeightedValue]]) -> Iterator[WeightedValue]:
    for chosen in product(*listed):
        yield [value for value, _ in chosen if value is not None], prod(weight for _, weight in chosen)
