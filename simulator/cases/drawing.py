"""Values that a pack leaves to chance: `one_of`, `range`, `slot`, `common`, and everything plain as it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.guidance.nodes import unknown

if TYPE_CHECKING:
    from simulator.cases.chance import Chance
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node

Ids = Mapping[str, str]
"""The id that stands in each slot."""

Drawer = Callable[["Chance", Ids], Any]
"""Draws a value; `None` where there is nothing: in a list it is left out."""


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
            return _plain(node.data)
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
            return _plain(None)
        return lambda chance, ids: chance.weighted(options, weights)(chance, ids)

    def _range(self, node: Node) -> Drawer:
        low, high = node.data
        if low > high:
            self._faults.append(node.fault(f"{low} is more than {high}", "the lower number first"))
        return lambda chance, _ids: low + chance.below(high - low + 1)

    def _slot(self, node: Node, slots: Sequence[str]) -> Drawer:
        name = str(node.data)
        if name not in slots:
            self._faults.append(unknown(node, "slot here", slots))
        return lambda _chance, ids: ids.get(name)

    def _named(self, node: Node) -> Drawer:
        if node.data not in self._common:
            self._faults.append(unknown(node, "common value that may stand here", self._common))
            return _plain(None)
        return self._common[node.data]


def draw_fields(fields: Mapping[str, Drawer], chance: Chance, ids: Ids) -> dict[str, Any]:
    """A value for each field, drawn in their order."""
    return {name: draw(chance, ids) for name, draw in fields.items()}


def _plain(value: Any) -> Drawer:
    return lambda _chance, _ids: value


def _list(items: Sequence[Drawer]) -> Drawer:
    def draw(chance: Chance, ids: Ids) -> list[Any]:
        drawn = (item(chance, ids) for item in items)
        return [value for value in drawn if value is not None]

    return draw
