"""Reads the standard of evidence: a small world of its own, and rows from its pieces to a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.condition_reading import Scope
from simulator.guidance.guidance import EvidenceStandard
from simulator.guidance.nodes import unknown
from simulator.guidance.sections import Sections
from simulator.guidance.world_checking import row_faults
from simulator.guidance.world_reading import WorldReader
from simulator.model.document import Document, Path, document_of
from simulator.model.world import CASE, Row

if TYPE_CHECKING:
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.model.world import World


def read_evidence(sections: Sections, facts: World, faults: list[Fault]) -> EvidenceStandard | None:
    """The standard of evidence that a pack declares for matters in the world of its `facts`, or None."""
    node = sections.single("evidence")
    if node is None:
        return None
    entity = str(node["entity"].data)
    declared = {key: node.data[key] for key in ("enumerations", "groups", "definitions") if key in node}
    declared["entities"] = {entity: {"one": "piece", "reserved_ids": [CASE], "fields": node["fields"].data}}
    inner = Sections([_placed(node.document, node.path, declared)])
    world, reader = WorldReader(inner, inner.faults).read()
    faults.extend(inner.faults)
    rows = []
    for part in node["grade"].items():
        if "otherwise" in part:
            rows.append(Row(None, part["otherwise"].data))
        else:
            before = len(inner.faults)
            rows.append(Row(reader.read(part["when"], Scope(CASE)), part["then"].data))
            faults.extend(inner.faults[before:])
    carried = {value for each in world.enumerations.values() for value in each.values}
    faults.extend(row_faults(rows, node["grade"], sorted(carried), "a grade"))
    if not rows or rows[-1].when is not None:
        faults.append(node["grade"].fault("no row is left for the rest", "end with {otherwise: a grade}"))
    return EvidenceStandard(world, entity, tuple(rows), _carries(node, facts, faults))


def _carries(node: Node, facts: World, faults: list[Fault]) -> tuple[str, str] | None:
    if "carries" not in node:
        return None
    entity, field = node["carries"]["entity"], node["carries"]["field"]
    if entity.data not in facts.entities:
        faults.append(unknown(entity, "entity", facts.entities))
    elif field.data not in facts.entities[entity.data].fields:
        faults.append(unknown(field, f"field of {entity.data}", facts.entities[entity.data].fields))
    return str(entity.data), str(field.data)


def _placed(document: Document, path: Path, declared: object) -> Document:
    """The declarations of the standard as a document whose places are those of the whole."""
    inner = document_of(declared, document.name)

    def find() -> dict[Path, tuple[tuple[int, int], tuple[int, int]]]:
        start = len(path)
        found = {key[start:]: place for key, place in document.find().items() if key[:start] == path}
        entity = next(iter(declared["entities"])) if isinstance(declared, dict) else ""
        fields = {key: place for key, place in found.items() if key[:1] == ("fields",)}
        return {**found, **{("entities", entity, *key): place for key, place in fields.items()}}

    return Document(document.name, inner.data, find)
