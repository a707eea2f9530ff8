"""The facts of a written case: those of the first phase, and in every later one what has become otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.guidance.nodes import suggestion
from simulator.model.document import Document, KeyAndValue, Path
from simulator.model.schema_check import shown
from simulator.rules.facts_schema import FORMAT

if TYPE_CHECKING:
    from simulator.errors.faults import Fault
    from simulator.model.world import World

FACTS: Path = ("facts",)

_FACT = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9_-]{0,59})(\[(?P<index>[0-9]{1,4})\])?(\.(?P<field>[A-Za-z][A-Za-z0-9_]{0,59}))?"
)


class Fact(NamedTuple):
    """Where a fact stands: a field of the case or a whole list, or an element of a list, or a field of one."""

    path: Path

    def __str__(self) -> str:
        match self.path:
            case (name, index, field):
                return f"{name}[{index}].{field}"
            case (name, index):
                return f"{name}[{index}]"
            case _:
                return str(self.path[0])


class PhaseFacts:
    """The facts of one phase, as `case-facts/1`, and where in the case's file each part of them stands."""

    def __init__(self, document: Document, data: dict[str, Any], moved: Mapping[Path, Path]) -> None:
        self.data = data
        self._whole = document
        self._moved = moved

    @property
    def document(self) -> Document:
        """The facts as a document whose places are those of the case's file."""
        return Document(self._whole.name, self.data, lambda: _Placed(self._whole, self._moved))

    def source(self, path: Path) -> Path:
        """The path in the case's file of a path in these facts."""
        return _source(path, self._moved)


def facts_by_phase(document: Document, world: World, faults: list[Fault]) -> Iterator[PhaseFacts]:
    """The facts of every phase of a written case whose form is sound; what is wrong goes to `faults`."""
    case: Any = document.data
    data: dict[str, Any] = {"format": FORMAT, "id": case["case"], **_copied(case["facts"])}
    moved: dict[Path, Path] = {}
    for number, phase in enumerate(case["phases"]):
        data = _copied(data)
        for name, value in phase.get("becomes", {}).items():
            source: Path = ("phases", number, "becomes", name)
            fact = fact_named(name, data, world)
            if fact is None:
                faults.append(
                    document.fault(
                        source, _no_fact(name), _right(name, data, world), code="unknown-fact", of_key=True
                    )
                )
                continue
            _set(data, fact.path, _copied(value))
            moved = {path: at for path, at in moved.items() if path[: len(fact.path)] != fact.path}
            moved[fact.path] = source
        yield PhaseFacts(document, data, dict(moved))


def fact_named(name: str, data: Mapping[str, Any], world: World) -> Fact | None:
    """The fact that `ID.FIELD`, `LIST[0].FIELD`, `LIST[0]`, a list or a field of the case names, or None."""
    found = _FACT.fullmatch(name)
    if found is None:
        return None
    first, index, field = found["name"], found["index"], found["field"]
    if index is None and field is None:
        return Fact((first,)) if first in world.case_fields or first in world.entities else None
    place = _element(first, index, data, world)
    if place is None or (field is not None and field not in world.entities[str(place[0])].fields):
        return None
    return Fact(place if field is None else (*place, field))


def _element(first: str, index: str | None, data: Mapping[str, Any], world: World) -> Path | None:
    if index is not None:
        listed = data.get(first) if first in world.entities else None
        return (first, int(index)) if isinstance(listed, list) and int(index) < len(listed) else None
    for entity in world.entities.values():
        listed = data.get(entity.name)
        for number, each in enumerate(listed if entity.has_ids and isinstance(listed, list) else ()):
            if isinstance(each, dict) and each.get("id") == first:
                return entity.name, number
    return None


def _no_fact(name: str) -> str:
    return f"'{shown(name)}' names no fact of this case"


def _right(name: str, data: Mapping[str, Any], world: World) -> str:
    return suggestion(name, known_facts(data, world))


def known_facts(data: Mapping[str, Any], world: World) -> list[str]:
    """The names of all facts that there are at a moment, those of elements with an id by it."""
    known = list(world.case_fields)
    for entity in world.entities.values():
        listed = data.get(entity.name)
        known.append(entity.name)
        for number, each in enumerate(listed if isinstance(listed, list) else ()):
            of = each.get("id") if isinstance(each, dict) and entity.has_ids else f"{entity.name}[{number}]"
            known += [f"{of}.{field}" for field in entity.fields]
    return known


def _set(data: dict[str, Any], path: Path, value: Any) -> None:
    inside: Any = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value


def _copied(value: Any) -> Any:
    match value:
        case dict():
            return {key: _copied(each) for key, each in value.items()}
        case list():
            return [_copied(each) for each in value]
        case _:
            return value


def _source(path: Path, moved: Mapping[Path, Path]) -> Path:
    for end in range(len(path), -1, -1):
        if path[:end] in moved:
            return (*moved[path[:end]], *path[end:])
    return (*FACTS, *path)


class _Placed(Mapping[Path, KeyAndValue]):
    """The positions of facts, looked up in the file of their case."""

    def __init__(self, document: Document, moved: Mapping[Path, Path]) -> None:
        self._positions = document.find()
        self._moved = moved

    def __getitem__(self, path: Path) -> KeyAndValue:
        return self._positions[_source(path, self._moved)]

    def __iter__(self) -> Iterator[Path]:
        return (path[1:] for path in self._positions if path[:1] == FACTS)

    def __len__(self) -> int:
        return sum(1 for _ in self)
