"""The JSON Schema of `case-facts/1` in the words of a world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.model.world import Entity, Field, World

FORMAT = "case-facts/1"
ID_PATTERN = "^[A-Za-z][A-Za-z0-9-]*$"
MOST_ELEMENTS = 500
MOST_ID = 200


def facts_schema(world: World) -> Mapping[str, Any]:
    """A schema (draft 2020-12) of the form of facts; impossible combinations are beyond it."""
    entities = {name: _elements(entity) for name, entity in world.entities.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT}: the facts of a case at one moment",
        "type": "object",
        "additionalProperties": False,
        "required": [
            "format",
            "id",
            *(name for name, each in world.entities.items() if each.required),
            *_needed(world),
        ],
        "properties": {
            "format": {"const": FORMAT},
            "id": {"type": "string", "minLength": 1, "maxLength": MOST_ID},
            **entities,
            **{name: _field(field) for name, field in world.case_fields.items()},
        },
    }


def _needed(world: World) -> list[str]:
    return [name for name, field in world.case_fields.items() if field.required]


def _elements(entity: Entity) -> dict[str, Any]:
    fields = {name: _field(field) for name, field in entity.fields.items()}
    required = [name for name, field in entity.fields.items() if field.required]
    if entity.has_ids:
        fields = {"id": _identity(entity), **fields}
        required = ["id", *required]
    item = {"type": "object", "additionalProperties": False, "required": required, "properties": fields}
    return {"type": "array", "maxItems": MOST_ELEMENTS, "items": item}


def _identity(entity: Entity) -> dict[str, Any]:
    reserved = " nor ".join(f"'{each}'" for each in (*entity.reserved_ids,))
    return {
        "type": "string",
        "maxLength": MOST_ID,
        "pattern": ID_PATTERN,
        "not": {"enum": list(entity.reserved_ids)},
        "description": f"a letter, then letters, digits or hyphens, and neither {reserved}",
    }


def _field(field: Field) -> dict[str, Any]:
    match field.type:
        case "truth":
            return {"type": "boolean"}
        case "whole":
            return {"type": "integer", "minimum": field.span[0], "maximum": field.span[1]}
        case "choice":
            return {"enum": list(field.values)}
        case "choices":
            return {
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"enum": list(field.values)},
            }
        case "reference":
            return {"type": "string", "maxLength": MOST_ID}
        case "references":
            return {
                "type": "array",
                "maxItems": MOST_ELEMENTS,
                "items": {"type": "string", "maxLength": MOST_ID},
            }
