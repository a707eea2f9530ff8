"""Holds what a `case/1` says of its facts against the facts themselves and against its guidance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.guidance.nodes import suggestion
from simulator.model.schema_check import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document, Path
    from simulator.model.world import Field, World

Ids = dict[str, list[str]]
"""The ids in the facts of any phase, by what they are ids of."""

_STATED = re.compile(r"(?P<name>[^.\[\]]+)(\[(?P<index>[0-9]{1,4})\](\.(?P<field>[^.\[\]]+))?)?")


def exercise_faults(document: Document, data: Mapping[str, Any], guidance: Guidance) -> Iterator[Fault]:
    """Rules and paragraphs that the guidance does not have."""
    known: Mapping[str, Sequence[str]] = {
        "rules": list(guidance.rules),
        "paragraphs": list(guidance.paragraphs),
    }
    for sort, names in data.get("exercises", {}).items():
        for number, name in enumerate(names):
            if name not in known[sort]:
                what = f"'{name}' is no {sort[:-1]} of {guidance.name}"
                yield document.fault(
                    ("exercises", sort, number), what, suggestion(name, known[sort]), code=f"unknown-{sort}"
                )


def statement_faults(document: Document, data: Mapping[str, Any], world: World) -> Iterator[Fault]:
    """Names of nobody, statements of nothing, and evidence of what the facts cannot hold; the facts are sound."""
    ids = _ids(data, world)
    everybody = [name for names in ids.values() for name in names]
    for name in data.get("names", {}):
        if name not in everybody:
            what = f"'{name}' is nobody in the facts"
            yield document.fault(("names", name), what, suggestion(name, everybody), of_key=True)
    for index, phase in enumerate(data["phases"]):
        for number, block in enumerate(phase["narrative"]):
            for place, stated in enumerate(block.get("states", ())):
                if not _is_there(stated, phase["facts"], world):
                    what = f"'{shown(stated)}' is nothing in the facts of this phase"
                    right = "the path of a field, as in list[0].field, or a field of the case"
                    path = ("phases", index, "narrative", number, "states", place)
                    yield document.fault(path, what, right, code="states-nothing")
    for number, piece in enumerate(data["evidence"]):
        yield from _bearing_faults(document, ("evidence", number, "bears_on"), piece["bears_on"], world, ids)


def piece_faults(document: Document, data: Mapping[str, Any], guidance: Guidance) -> Iterator[Fault]:
    """Pieces of a kind that the guidance's standard has not, with ids that stand twice, independent of nothing."""
    ids = [piece["id"] for piece in data["evidence"]]
    standard = guidance.evidence
    kind = standard.world.entities[standard.entity].fields.get("kind") if standard is not None else None
    seen: set[str] = set()
    for number, piece in enumerate(data["evidence"]):
        path: Path = ("evidence", number)
        if piece["id"] in seen:
            yield document.fault(
                (*path, "id"), f"the id '{piece['id']}' stands twice", "an id for each piece"
            )
        seen.add(piece["id"])
        if kind is not None and piece["kind"] not in kind.values:
            what = f"'{piece['kind']}' is no kind of evidence in {guidance.name}"
            yield document.fault((*path, "kind"), what, suggestion(piece["kind"], list(kind.values)))
        for place, other in enumerate(piece.get("independent_of", ())):
            if other == piece["id"]:
                what = f"'{other}' is said to be independent of itself"
                right = "name the other pieces that it does not rest on"
                yield document.fault((*path, "independent_of", place), what, right)
            elif other not in ids:
                what = f"'{other}' is no piece of evidence"
                yield document.fault((*path, "independent_of", place), what, "the id of a listed piece")


def _ids(data: Mapping[str, Any], world: World) -> Ids:
    return {
        entity.name: list(
            dict.fromkeys(
                each["id"] for part in data["phases"] for each in part["facts"].get(entity.name, ())
            )
        )
        for entity in world.entities.values()
        if entity.has_ids
    }


def _is_there(stated: str, facts: Mapping[str, Any], world: World) -> bool:
    found = _STATED.fullmatch(stated)
    if found is None:
        return False
    name, index, field = found["name"], found["index"], found["field"]
    if index is None:
        return name in world.case_fields or name in world.entities
    if name not in world.entities or int(index) >= len(facts.get(name, ())):
        return False
    return field is None or field in world.entities[name].fields


def _bearing_faults(
    document: Document, path: Path, bears_on: Mapping[str, Any], world: World, ids: Ids
) -> Iterator[Fault]:
    """What keeps a mapping from being fields of one sort of element."""
    entity = max(world.entities.values(), key=lambda each: len(bears_on.keys() & each.fields.keys()))
    if not bears_on.keys() & entity.fields.keys():
        sorts = "; ".join(f"{each.name}: {', '.join(each.fields)}" for each in world.entities.values())
        what = "this evidence bears on nothing that the facts can hold"
        yield document.fault(path, what, f"name fields of one of {sorts}", code="bears-on-nothing")
        return
    for name, value in bears_on.items():
        place = (*path, name)
        if name not in entity.fields:
            right = suggestion(name, list(entity.fields))
            yield document.fault(place, f"'{name}' is no field of {entity.name}", right, of_key=True)
        elif not _can_hold(entity.fields[name], value, world, ids):
            what = f"{shown(value)} is nothing that {name} can hold"
            yield document.fault(place, what, _holdable(entity.fields[name], world, ids))


def _can_hold(field: Field, value: object, world: World, ids: Ids) -> bool:
    match field.type:
        case "truth":
            return isinstance(value, bool)
        case "whole":
            return isinstance(value, int) and not isinstance(value, bool)
        case "choices" | "references":
            known = _known(field, world, ids)
            return isinstance(value, list) and all(each in known for each in value)
        case _:
            return value in _known(field, world, ids)


def _known(field: Field, world: World, ids: Ids) -> list[str]:
    """The words and ids that a field can hold, those that follow from other facts among them."""
    words = world.enumerations[field.enumeration].values if field.enumeration else field.values
    return [*words, *ids.get(field.entity or "", ())]


def _holdable(field: Field, world: World, ids: Ids) -> str:
    if field.type in ("truth", "whole"):
        return "true or false" if field.type == "truth" else "a whole number"
    known = ", ".join(_known(field, world, ids)[:12])
    many = "a list of any of" if field.type in ("choices", "references") else "one of"
    return f"{many} {known}"
