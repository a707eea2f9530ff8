"""`simulator pack schema`: the JSON Schemas of an author's files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.authoring.making.beginning import write_schemas
from simulator.authoring.making.schemas import case_schema, pack_schema
from simulator.cli.output import print_lines
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Prints one schema, or writes those of a pack."""
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance)
    if asked.into is None:
        sys.stdout.write(json.dumps(_schema(workshop, asked.of), indent=1, ensure_ascii=False) + "\n")
        return 0
    if not asked.into:
        raise UsageFault("an empty text is no folder; give a pack's folder.")
    folder = Path(asked.into)
    print_lines(str(folder / path) for path in write_schemas(folder, workshop.engine()))
    return 0


def _schema(workshop: Workshop, of: str) -> Mapping[str, Any]:
    if of == "scenario-pack":
        return pack_schema()
    if of == "guidance-pack":
        from simulator.guidance.reading import pack_schema as guidance_schema

        return guidance_schema()
    engine = workshop.engine()
    return engine.facts_schema if of == "case-facts" else case_schema(engine)
