"""Reads what facts can say: fields, entities, definitions, derivations, impossible combinations."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING, Any, cast

from simulator.guidance.condition_reading import ConditionReader, Scope, Vocabulary
from simulator.guidance.nodes import Node, suggestion, unknown
from simulator.guidance.world_checking import Places, world_faults
from simulator.model.world import (
    CASE,
    Addition,
    Definition,
    DerivedField,
    Entity,
    Enumeration,
    Field,
    FieldType,
    Impossible,
    Row,
    World,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.sections import Sections

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


class WorldReader:
    """Reads a world in two passes: first its words, then the conditions written in them."""

    def __init__(self, sections: Sections, faults: list[Fault]) -> None:
        self._sections = sections
        self._faults = faults
        self._enumerations: dict[str, Enumeration] = {}
        self._groups: dict[str, tuple[str, ...]] = {}
        self._nodes: dict[tuple[str, str], Node] = {}

    def read(self) -> tuple[World, ConditionReader]:
        """The world, and a reader for further conditions in its words."""
        self._read_words()
        case_fields = dict(self._fields("case_fields", self._sections.entries("case_fields")))
        bare = {name: self._bare_entity(name, node) for name, node in self._sections.entries("entities")}
        definitions = {
            name: node for name, node in self._sections.entries("definitions") if self._named(name, node)
        }
        of = {name: str(node["of"].data) for name, node in definitions.items()}
        reader = ConditionReader(
            Vocabulary(self._enumerations, self._groups, case_fields, bare, of), self._faults
        )
        world = self._world(reader, case_fields, bare, definitions)
        places = Places(self._nodes, definitions, tuple(self._sections.items("derived")))
        self._faults.extend(world_faults(world, places))
        return world, reader

    def _world(
        self,
        reader: ConditionReader,
        case_fields: Mapping[str, Field],
        bare: Mapping[str, Entity],
        definitions: Mapping[str, Node],
    ) -> World:
        entities = {name: self._whole_entity(entity, reader) for name, entity in bare.items()}
        return World(
            enumerations=self._enumerations,
            groups=self._groups,
            case_fields={
                name: self._defaulted(field, self._nodes["case_fields", name], reader, CASE)
                for name, field in case_fields.items()
            },
            entities=entities,
            definitions={name: self._definition(name, node, reader) for name, node in definitions.items()},
            additions=tuple(self._addition(node, reader) for node in self._sections.items("derived")),
            impossible=tuple(self._impossible(node, reader) for node in self._sections.items("impossible")),
        )

    def _read_words(self) -> None:
        for name, node in self._sections.entries("enumerations"):
            ordered = node.get("ordered")
            self._enumerations[name] = Enumeration(
                name, tuple(node["values"].data), ordered is not None and bool(ordered.data)
            )
        known = {value for each in self._enumerations.values() for value in each.values}
        for name, node in self._sections.entries("groups"):
            for value in node.items():
                if value.data not in known:
                    self._faults.append(
                        unknown(value, "value of an enumeration", known, code="unknown-value")
                    )
            self._groups[name] = tuple(node.data)

    def _named(self, name: str, node: Node) -> bool:
        if _NAME.match(name) and not keyword.iskeyword(name):
            return True
        self._faults.append(
            node.fault(f"'{name}' is no name", "lower-case letters, digits and underscores", of_key=True)
        )
        return False

    def _fields(self, scope: str, entries: Iterable[tuple[str, Node]]) -> Iterable[tuple[str, Field]]:
        for name, node in entries:
            self._nodes[scope, name] = node
            if self._named(name, node):
                yield name, self._field(name, node)

    def _field(self, name: str, node: Node) -> Field:
        kind = cast("FieldType", node["type"].data)
        needed = {"choice": "of", "choices": "of", "reference": "to", "references": "to"}.get(kind)
        if needed is not None and needed not in node:
            self._faults.append(node.fault(f"{name} is a {kind} of nothing", f"add '{needed}'"))
        required = node.get("required")
        span = self._span(node) if kind == "whole" else (0, 0)
        return Field(
            name=name,
            type=kind,
            values=self._field_values(node, kind),
            enumeration=self._data(node, "of", None) if kind in ("choice", "choices") else None,
            entity=self._data(node, "to", None) if kind in ("reference", "references") else None,
            span=span,
            required=required is not None and bool(required.data),
        )

    def _span(self, node: Node) -> tuple[int, int]:
        least, greatest = self._data(node, "from", 0), self._data(node, "to", 10**9)
        if not isinstance(greatest, int) or least > greatest:
            self._faults.append(
                node.fault(f"from {least} to {greatest} is no span", "two whole numbers, the lesser first")
            )
            return (0, 0)
        return (least, greatest)

    @staticmethod
    def _data(node: Node, key: str, default: Any) -> Any:
        found = node.get(key)
        return default if found is None else found.data

    def _field_values(self, node: Node, kind: FieldType) -> tuple[str, ...]:
        if kind == "reference":
            return tuple(node["or"].data) if "or" in node else ()
        if kind not in ("choice", "choices") or "of" not in node:
            return ()
        enumeration = self._enumerations.get(node["of"].data)
        if enumeration is None:
            self._faults.append(unknown(node["of"], "enumeration", self._enumerations))
            return ()
        only = node.get("only")
        for value in only.items() if only is not None else ():
            if value.data not in enumeration.values:
                self._faults.append(unknown(value, f"value of {enumeration.name}", enumeration.values))
        return tuple(only.data) if only is not None else enumeration.values

    def _bare_entity(self, name: str, node: Node) -> Entity:
        """The entity without anything that conditions say."""
        if self._named(name, node) and name in (CASE, "format", "id"):
            what = f"'{name}' has a meaning of its own in facts"
            self._faults.append(node.fault(what, "another name", of_key=True))
        derived = {
            field: DerivedField(field, str(part["of"].data), ())
            for field, part in (node["derived"].entries() if "derived" in node else ())
        }
        for field, part in node["derived"].entries() if "derived" in node else ():
            self._nodes[name, field] = part
            self._named(field, part)
            if part["of"].data not in self._enumerations:
                self._faults.append(unknown(part["of"], "enumeration", self._enumerations))
        reserved = node.get("reserved_ids")
        required = node.get("required")
        return Entity(
            name=name,
            one=str(node["one"].data),
            required=required is not None and bool(required.data),
            reserved_ids=tuple(reserved.data) if reserved is not None else (),
            fields=dict(self._fields(name, node["fields"].entries())),
            derived=derived,
        )

    def _whole_entity(self, entity: Entity, reader: ConditionReader) -> Entity:
        fields = {
            name: self._defaulted(field, self._nodes[entity.name, name], reader, entity.name)
            for name, field in entity.fields.items()
        }
        derived = {
            name: DerivedField(
                name,
                each.enumeration,
                self._rows(self._nodes[entity.name, name]["rows"], reader, entity.name),
            )
            for name, each in entity.derived.items()
        }
        return Entity(entity.name, entity.one, entity.required, entity.reserved_ids, fields, derived)

    def _defaulted(self, field: Field, node: Node, reader: ConditionReader, scope: str) -> Field:
        default = node.get("default")
        rows: tuple[Row, ...] = ()
        if default is not None and isinstance(default.data, list):
            rows = self._rows(default, reader, scope)
        elif default is not None:
            rows = (Row(None, default.data),)
        for row in rows:
            if field.type == "choice" and row.then not in field.values and default is not None:
                self._faults.append(
                    default.fault(
                        f"'{row.then}' is no value of {field.name}", suggestion(str(row.then), field.values)
                    )
                )
        when = node.get("required_when")
        condition = reader.read(when, Scope(scope)) if when is not None else None
        return Field(
            field.name,
            field.type,
            field.values,
            field.enumeration,
            field.entity,
            field.span,
            field.required,
            condition,
            rows,
        )

    def _rows(self, node: Node, reader: ConditionReader, scope: str) -> tuple[Row, ...]:
        rows = []
        for part in node.items():
            if "otherwise" in part:
                rows.append(Row(None, part["otherwise"].data))
            else:
                rows.append(Row(reader.read(part["when"], Scope(scope)), part["then"].data))
        if not rows or rows[-1].when is not None:
            self._faults.append(node.fault("no row is left for the rest", "end with {otherwise: a value}"))
        return tuple(rows)

    def _definition(self, name: str, node: Node, reader: ConditionReader) -> Definition:
        of = str(node["of"].data)
        if of != CASE and of not in reader.vocabulary.entities:
            self._faults.append(unknown(node["of"], "entity", (CASE, *reader.vocabulary.entities)))
        return Definition(name, of, reader.read(node["when"], Scope(of)), str(node["words"].data))

    def _addition(self, node: Node, reader: ConditionReader) -> Addition:
        entity, each = str(node["add"].data), str(node["for_each"].data)
        for part in (node["add"], node["for_each"]):
            if part.data not in reader.vocabulary.entities:
                self._faults.append(unknown(part, "entity", reader.vocabulary.entities))
        values: dict[str, str | None] = {}
        for name, value in node["with"].entries():
            field = reader.vocabulary.fields(entity).get(name)
            if not isinstance(field, Field):
                what = f"'{name}' is no field of {entity}"
                self._faults.append(
                    value.fault(what, suggestion(name, list(reader.vocabulary.fields(entity))), of_key=True)
                )
                continue
            values[name] = None if field.type == "reference" and value.data == "this" else value.data
            self._check_added(value, field)
        same = tuple(node["unless_same"].data) if "unless_same" in node else ()
        return Addition(entity, each, reader.read(node["when"], Scope(each)), values, same)

    def _check_added(self, value: Node, field: Field) -> None:
        allowed = (
            self._enumerations[field.enumeration].values if field.enumeration in self._enumerations else ()
        )
        if field.type == "choice" and value.data not in allowed:
            self._faults.append(unknown(value, f"value of {field.name}", allowed, code="unknown-value"))

    def _impossible(self, node: Node, reader: ConditionReader) -> Impossible:
        of = str(node["of"].data)
        if of != CASE and of not in reader.vocabulary.entities:
            self._faults.append(unknown(node["of"], "entity", (CASE, *reader.vocabulary.entities)))
        at = str(node["at"].data)
        known = set(reader.vocabulary.fields(of)) | (set(reader.vocabulary.entities) if of == CASE else set())
        if at not in known:
            self._faults.append(unknown(node["at"], f"field of {of}", known))
        condition = reader.read(node["when"], Scope(of))
        return Impossible(of, condition, at, str(node["what"].data), str(node["right"].data))
