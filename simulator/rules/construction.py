"""Facts that show a point of a question's space: built from what makes it, then read and tried."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.model.world import CASE, Entity, Field, World
from simulator.rules.compiled import Element
from simulator.rules.facts_schema import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from simulator.rules.facts import Facts, FactsReader
    from simulator.rules.population import Maker
    from simulator.rules.space import Region

MOST_MORE = 2


def facts_at(
    reader: FactsReader, region: Region, mask: int, tried: Callable[[Facts, str], bool], name: str
) -> Mapping[str, Any] | None:
    """Small facts at a point for which `tried` (of facts and subject) holds; None where none were found."""
    fitting = [maker for maker in region.makers if maker.mask | mask == mask]
    chosen = _covering(fitting, mask & ~region.start)
    for more in _additions(fitting):
        builder = _Builder(reader, region)
        subject = builder.subject()
        for maker in (*chosen, *more):
            builder.take(maker)
        data = builder.data(name)
        try:
            facts = reader.read(document_of(data))
        except InputFault:
            continue
        if tried(facts, subject):
            return data
    return None


def _covering(makers: list[Maker], wanted: int) -> list[Maker]:
    chosen: list[Maker] = []
    while wanted:
        best = max(makers, key=lambda maker: (maker.mask & wanted).bit_count(), default=None)
        if best is None or not best.mask & wanted:
            break
        chosen.append(best)
        wanted &= ~best.mask
    return chosen


def _additions(fitting: list[Maker]) -> Iterator[tuple[Maker, ...]]:
    """Further elements, none first, that change no statement."""
    plain = [maker for maker in fitting if maker.holder is None and not _refers(maker.element)]
    for size in range(MOST_MORE + 1):
        yield from combinations_with_replacement(plain[:24], size)


def _refers(element: Any) -> bool:
    return any(isinstance(getattr(element, name, None), tuple) for name in type(element).__slots__)


class _Builder:
    """Facts in the making."""

    def __init__(self, reader: FactsReader, region: Region) -> None:
        self._world: World = reader.world
        self._region = region
        self._ids: dict[int, str] = {}
        self._elements: dict[str, list[dict[str, Any]]] = {name: [] for name in self._world.entities}
        self._alive: list[Any] = []

    def subject(self) -> str:
        """Puts in the subject, if it is an element; its name."""
        subject = self._region.subject
        if not isinstance(subject, Element):
            return str(subject)
        if type(subject).__name__ == CASE:
            return CASE
        name = self._named(type(subject).__name__, subject)
        self._ids[id(self._region.stand_in)] = name
        return name

    def take(self, maker: Maker) -> None:
        """Puts in what a maker stands for."""
        entity = self._world.entities[maker.entity]
        if entity.has_ids:
            self._add(entity, maker.element)
        else:
            if maker.holder is not None:
                self._named(type(maker.holder).__name__, maker.holder)
            self._elements[entity.name].append(self._told(entity, maker.element))

    def data(self, name: str) -> dict[str, Any]:
        """The facts."""
        data: dict[str, Any] = {"format": FORMAT, "id": name}
        data.update({entity: listed for entity, listed in self._elements.items() if listed})
        for field in self._world.case_fields.values():
            value = getattr(self._region.case, field.name)
            if not field.default or field.default[0].then != value:
                data[field.name] = value
        return data

    def _named(self, entity: str, element: Any) -> str:
        if id(element) not in self._ids:
            self._ids[id(element)] = self._add(self._world.entities[entity], element)
            self._alive.append(element)
        return self._ids[id(element)]

    def _add(self, entity: Entity, element: Any) -> str:
        number = len(self._elements[entity.name])
        name = chr(ord("A") + number) if number < 26 else f"P{number}"
        self._elements[entity.name].append({"id": name, **self._told(entity, element)})
        return name

    def _told(self, entity: Entity, element: Any) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for field in entity.fields.values():
            value = getattr(element, field.name)
            if field.type == "choices":
                told[field.name] = [each for each in field.values if each in value]
            elif field.type == "reference":
                told[field.name] = value if isinstance(value, str) else self._named(field.entity or "", value)
            elif field.type == "references":
                if value:
                    told[field.name] = [self._named(field.entity or "", each) for each in value]
            elif value is not None and not _goes_without_saying(field, value):
                told[field.name] = value
        return told


def _goes_without_saying(field: Field, value: object) -> bool:
    """Whether a field that is left out has this value; one that may be required is never left out."""
    return field.required_when is None and len(field.default) == 1 and field.default[0].then == value
