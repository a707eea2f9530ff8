"""Which values of a field conditions can tell apart: to choose between others would change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.wanted.judging import compares
from simulator.cases.wanted.possible import can_match
from simulator.model.conditions import Compare, Condition, Defined, FewerThan, Some, This, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.cases.drawing import WeightedValue
    from simulator.model.world import World

ValueClass = tuple[bool, ...]


class TellingApart:
    """What some conditions, and all from which they follow, ask of each field."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._seen: set[Condition] = set()
        self._asked: dict[str, set[tuple[str, tuple[Any, ...]]]] = {}
        self._matched: dict[str, list[Any]] = {}

    def add(self, conditions: Iterable[Condition]) -> None:
        """Conditions that count."""
        waiting = list(conditions)
        while waiting:
            condition = waiting.pop()
            if condition not in self._seen:
                self._seen.add(condition)
                waiting += parts_of(condition)
                waiting += self._resting_on(condition)

    def add_match(self, fields: Mapping[str, Any]) -> None:
        """Fields that something is held against."""
        for name, value in fields.items():
            if value not in self._matched.setdefault(name, []):
                self._matched[name].append(value)

    def class_of(self, name: str, value: Any) -> ValueClass:
        """What is told of a value of a field: that of no other class is the same."""
        asked = sorted(self._asked.get(name, ()), key=repr)
        told = [compares(operator, value, list(wanted)) for operator, wanted in asked]
        plain = tuple(value) if isinstance(value, frozenset | list) else value
        held = {name: frozenset([plain])}
        return (*told, *[bool(can_match(held, {name: wanted})) for wanted in self._matched.get(name, ())])

    def classes(self, name: str, ways: Sequence[WeightedValue]) -> Sequence[Sequence[WeightedValue]]:
        """The ways of a value, those together that cannot be told apart."""
        found: dict[Any, list[WeightedValue]] = {}
        for value, weight in ways:
            if weight:
                key = self.class_of(name, value) if value is not None else None
                found.setdefault(key, []).append((value, weight))
        return list(found.values())

    def _resting_on(self, condition: Condition) -> Iterable[Condition]:
        world = self._world
        if isinstance(condition, Defined):
            yield world.definitions[condition.name].when
        elif isinstance(condition, Some | FewerThan):
            yield from (each.when for each in world.additions if each.entity == condition.entity)
        elif isinstance(condition, Compare):
            yield from self._compared(condition)

    def _compared(self, compare: Compare) -> Iterable[Condition]:
        wanted = tuple("" if isinstance(each, This) else each for each in compare.values)
        self._asked.setdefault(compare.field, set()).add((compare.operator, wanted))
        for entity in self._world.entities.values():
            rows = entity.derived[compare.field].rows if compare.field in entity.derived else ()
            rows += entity.fields[compare.field].default if compare.field in entity.fields else ()
            yield from (row.when for row in rows if row.when is not None)
