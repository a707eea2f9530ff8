"""Checks of a world that is read: whether its parts fit each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.guidance.nodes import Node, suggestion, unknown
from simulator.model.world import CASE, DerivedField, Entity, Field, Row, World

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.errors.faults import Fault


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a world were declared: fields by (scope, name), definitions by name, additions in order."""

    fields: Mapping[tuple[str, str], Node]
    definitions: Mapping[str, Node]
    additions: Sequence[Node]


def world_faults(world: World, places: Places) -> Iterator[Fault]:
    """What does not fit."""
    for scope in (CASE, *world.entities):
        key = "case_fields" if scope == CASE else scope
        for field in world.fields_of(scope).values():
            yield from _field_faults(world, scope, field, places.fields[key, field.name])
    for entity in world.entities.values():
        for derived in entity.derived.values():
            yield from _derived_faults(world, entity, derived, places.fields[entity.name, derived.name])
    yield from _name_faults(world, places)
    yield from _addition_faults(world, places)


def _field_faults(world: World, scope: str, field: Field, node: Node) -> Iterator[Fault]:
    if field.entity is not None and field.entity not in world.entities:
        yield unknown(node["to"], "entity", world.entities)
    elif field.entity is not None and not world.entities[field.entity].has_ids:
        yield node["to"].fault(f"the elements of {field.entity} have no ids", "give it reserved_ids: [case]")
    if field.name == "id" or (scope == CASE and field.name in ("format", *world.entities)):
        yield node.fault(f"'{field.name}' has a meaning of its own in facts", "another name", of_key=True)
    free = field.type == "references" or field.required or field.required_when is not None
    if not free and not field.default:
        what = f"{field.name} may be left out, and has no default"
        yield node.fault(what, "add required: true, or a default", code="no-default")
    if field.required_when is not None and (field.type not in ("choice", "truth") or scope == CASE):
        what = f"{field.name} cannot be required only sometimes"
        yield node.fault(what, "required: true, or required_when on an element's choice")
    for row in field.default:
        if not _is_of(field, row.then):
            what = f"the default '{row.then}' is nothing that {field.name} can be"
            yield node["default"].fault(what, _right(field), code="unknown-value")


def _is_of(field: Field, value: object) -> bool:
    match field.type:
        case "truth":
            return isinstance(value, bool)
        case "whole":
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole and field.span[0] <= int(str(value)) <= field.span[1]
        case "choice" | "reference":
            return value in field.values
        case _:
            return False


def _right(field: Field) -> str:
    if field.type == "truth":
        return "true or false"
    if field.type == "whole":
        return f"a whole number from {field.span[0]} to {field.span[1]}"
    return f"one of {', '.join(field.values)}" if field.values else "no default"


def _derived_faults(world: World, entity: Entity, derived: DerivedField, node: Node) -> Iterator[Fault]:
    enumeration = world.enumerations.get(derived.enumeration)
    if enumeration is not None:
        yield from row_faults(derived.rows, node["rows"], enumeration.values, derived.name)
    if derived.name in entity.fields:
        yield node.fault(f"{derived.name} is a field already", "another name", of_key=True)


def row_faults(rows: Sequence[Row], node: Node, values: Sequence[str], name: str) -> Iterator[Fault]:
    """The rows whose value is none of those that can be."""
    for index, row in enumerate(rows):
        if row.then not in values:
            what = f"'{row.then}' is no value of {name}"
            yield node[index].fault(what, suggestion(str(row.then), list(values)), code="unknown-value")


def _name_faults(world: World, places: Places) -> Iterator[Fault]:
    """Definitions that bear the name of something else of what they are of."""
    for definition in world.definitions.values():
        if definition.of not in (CASE, *world.entities):
            continue
        taken = {"id", *world.fields_of(definition.of)}
        taken |= {*world.entities} if definition.of == CASE else {*world.entities[definition.of].derived}
        if definition.name in taken:
            what = f"'{definition.name}' is the name of a field already"
            yield places.definitions[definition.name].fault(what, "another name", of_key=True)


def _addition_faults(world: World, places: Places) -> Iterator[Fault]:
    for addition, node in zip(world.additions, places.additions, strict=True):
        if addition.entity not in world.entities:
            continue
        for index, name in enumerate(addition.unless_same):
            if name not in addition.values:
                what = f"'{name}' is no field of what is added"
                yield node["unless_same"][index].fault(what, suggestion(name, list(addition.values)))
