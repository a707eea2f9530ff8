"""Reads the standard of evidence: a small world of its own, and rows from its pieces to a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.condition_reading import Scope
from simulator.guidance.guidance import EvidenceStandard
from simulator.guidance.sections import Sections
from simulator.guidance.world_checking import row_faults
from simulator.guidance.world_reading import WorldReader
from simulator.model.document import Document, Path, document_of
from simulator.model.world import CASE, Row

if TYPE_CHECKING:
    from simulator.errors.faults import Fault


def read_evidence(sections: Sections, faults: list[Fault]) -> EvidenceStandard | None:
    """The standard of evidence that a pack declares, or None."""
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
    return EvidenceStandard(world, entity, tuple(rows))


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
