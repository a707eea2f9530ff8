"""Facts: read, checked, completed with defaults, and worked out."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as declared
from functools import cached_property
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault
from simulator.model.schema_check import check
from simulator.model.world import CASE, Entity, Field, World
from simulator.rules.facts_schema import FORMAT, facts_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.model.document import Document, Path
    from simulator.rules.border import Border
    from simulator.rules.compiled import CompiledWorld, Element

_MOST_LISTED = 12


@dataclass(frozen=True)
class Facts:
    """The facts of one case at one moment. `case` is what the compiled rules work on.

    `border` names grades that are within discretion as well, for a case whose evidence lies between two.
    """

    data: Mapping[str, Any]
    case: Any
    world: World
    border: Border = declared(default_factory=dict)

    @property
    def id(self) -> str:
        """The id that the facts were given."""
        return str(self.data["id"])

    def element(self, scope: str, name: str) -> Any:
        """The case, or the element of that id; where elements have no ids, of that number from 0."""
        return self.elements[scope, name]

    @cached_property
    def elements(self) -> Mapping[tuple[str, str], Any]:
        """The case and its elements, by what they are of and their name."""
        named: dict[tuple[str, str], Any] = {(CASE, CASE): self.case}
        for entity in self.world.entities:
            for number, each in enumerate(getattr(self.case, entity)):
                named[entity, each.id or str(number)] = each
        return named

    @cached_property
    def full(self) -> Mapping[str, Any]:
        """The facts with every default filled in, in the order of the world's declarations."""
        full: dict[str, Any] = {"format": FORMAT, "id": self.id}
        for entity in self.world.entities.values():
            listed = self.data.get(entity.name, [])
            elements = getattr(self.case, entity.name)
            full[entity.name] = [
                _full_element(entity, given, element)
                for given, element in zip(listed, elements, strict=False)
            ]
        for name in self.world.case_fields:
            full[name] = getattr(self.case, name)
        return full


def _full_element(entity: Entity, given: Mapping[str, Any], element: Element) -> dict[str, Any]:
    full: dict[str, Any] = {"id": given["id"]} if entity.has_ids else {}
    for name, field in entity.fields.items():
        if name in given:
            full[name] = given[name]
        elif field.type == "references":
            full[name] = []
        elif getattr(element, name) is not None:
            full[name] = getattr(element, name)
    return full


class FactsReader:
    """Reads facts of one world."""

    def __init__(self, compiled: CompiledWorld) -> None:
        self._compiled = compiled
        self.world = compiled.world
        self.schema = facts_schema(compiled.world)
        self._makers: dict[str, Callable[..., Any]] = {
            name: compiled.functions[f"new_{name}"] for name in compiled.world.entities
        }

    def read(self, document: Document, *, trusted: bool = False) -> Facts:
        """The facts in a document; the form of one that is `trusted` was looked at before.

        Raises InputFault with every fault that can be known.
        """
        faults = () if trusted else check(document, self.schema)
        if faults:
            raise InputFault(faults)
        data: Any = document.data
        found: list[Fault] = []
        case = self._case(document, data, found)
        self._compiled.functions["work_out"](case)
        self._check_required(document, case, found)
        self._check_possible(document, case, found)
        if found:
            raise InputFault(found)
        return Facts(data, case, self.world)

    def _case(self, document: Document, data: Mapping[str, Any], faults: list[Fault]) -> Any:
        case = self._compiled.classes[CASE]()
        case.id = data["id"]
        for name, field in self.world.case_fields.items():
            setattr(case, name, data[name] if name in data else _default(field))
        by_id: dict[str, dict[str, Element]] = {}
        for entity in self.world.entities.values():
            elements, by_id[entity.name] = self._elements(document, entity, data.get(entity.name, ()), faults)
            setattr(case, entity.name, elements)
        for entity in self.world.entities.values():
            self._refer(document, entity, case, by_id, faults)
        return case

    def _elements(
        self, document: Document, entity: Entity, listed: list[Mapping[str, Any]], faults: list[Fault]
    ) -> tuple[list[Any], dict[str, Element]]:
        elements: list[Any] = []
        by_id: dict[str, Element] = {}
        make = self._makers[entity.name]
        sets = [name for name, field in entity.fields.items() if field.type == "choices"]
        for index, given in enumerate(listed):
            element = make(**given)
            for name in sets:
                setattr(element, name, frozenset(given.get(name, ())))
            if entity.has_ids:
                element.id = given["id"]
                if given["id"] in by_id:
                    path = (entity.name, index, "id")
                    what = f"the id '{given['id']}' stands twice"
                    faults.append(
                        document.fault(path, what, "an id of its own for everybody", code="id-twice")
                    )
                by_id[given["id"]] = element
            elements.append(element)
        return elements, by_id

    def _refer(
        self,
        document: Document,
        entity: Entity,
        case: Any,
        by_id: Mapping[str, Mapping[str, Element]],
        faults: list[Fault],
    ) -> None:
        """Puts elements in the place of the ids that name them."""
        fields = [field for field in entity.fields.values() if field.type in ("reference", "references")]
        for index, element in enumerate(getattr(case, entity.name)):
            for field in fields:
                given = getattr(element, field.name)
                known = by_id[field.entity or ""]
                path: Path = (entity.name, index, field.name)
                if field.type == "reference":
                    if given in known:
                        setattr(element, field.name, known[given])
                    elif given is not None and given not in field.values:
                        faults.append(_unnamed(document, path, given, field, known))
                        setattr(element, field.name, "")
                else:
                    named = tuple(known[each] for each in given if each in known)
                    setattr(element, field.name, named)
                    for place, each in enumerate(given):
                        if each not in known:
                            faults.append(_unnamed(document, (*path, place), each, field, known))

    def _check_required(self, document: Document, case: Any, faults: list[Fault]) -> None:
        for entity in self.world.entities.values():
            needed = [field for field in entity.fields.values() if field.required_when is not None]
            listed = document.data.get(entity.name, ()) if isinstance(document.data, dict) else ()
            for field in needed:
                required = self._compiled.functions[f"required_{entity.name}_{field.name}"]
                for index, given in enumerate(listed):
                    if field.name not in given and required(case, getattr(case, entity.name)[index]):
                        what = f"{field.name} is missing"
                        right = (
                            f"add {field.name}: {', '.join(field.values)}"
                            if field.values
                            else f"add {field.name}"
                        )
                        faults.append(document.fault((entity.name, index), what, right, code="missing-key"))

    def _check_possible(self, document: Document, case: Any, faults: list[Fault]) -> None:
        data: Any = document.data
        for number in self._compiled.functions[f"impossible_{CASE}"](case, case):
            faults.append(self._impossible(document, (), number))
        for entity in self.world.entities:
            impossible = self._compiled.functions[f"impossible_{entity}"]
            for index in range(len(data.get(entity, ()))):
                for number in impossible(case, getattr(case, entity)[index]):
                    faults.append(self._impossible(document, (entity, index), number))

    def _impossible(self, document: Document, path: Path, number: int) -> Fault:
        impossible = self.world.impossible[number]
        return document.fault((*path, impossible.at), impossible.what, impossible.right, code="impossible")


def _default(field: Field) -> object:
    return field.default[0].then if field.default and field.default[0].when is None else None


def _unnamed(document: Document, path: Path, given: str, field: Field, known: Mapping[str, Element]) -> Fault:
    names = [*known, *field.values]
    right = f"one of {', '.join(names[:_MOST_LISTED])}{' and others' if len(names) > _MOST_LISTED else ''}"
    return document.fault(path, f"'{given}' in {field.name} names nobody listed", right, code="names-nobody")
