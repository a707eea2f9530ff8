"""The front of all reading: a file by its name, a stream by its lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.packs.files import file_fault, read_regular
from simulator.packs.json_reading import MOST_BYTES as MOST_JSON
from simulator.packs.json_reading import read_json, read_json_lines

if TYPE_CHECKING:
    from simulator.model.document import Document

__all__ = ["read_document", "read_json", "read_json_lines", "read_yaml"]

MOST_YAML = 1 << 20


def read_document(path: Path | str) -> Document:
    """The document in a .yaml, .yml or .json file. Raises InputFault only."""
    name = str(path)
    if not name:
        raise file_fault("''", "an empty text names no file", "give the name of a file", "unknown-kind")
    suffix = Path(name).suffix.lower()
    if suffix == ".json":
        return read_json(read_regular(path, MOST_JSON), name)
    if suffix in (".yaml", ".yml"):
        return read_yaml(read_regular(path, MOST_YAML), name)
    what = f"the name ends in {suffix}" if suffix else "the name has no ending"
    raise file_fault(name, what, "give a .yaml, .yml or .json file", "unknown-kind")


def read_yaml(source: str | bytes, name: str) -> Document:
    """The one document in YAML text. Raises InputFault only."""
    from simulator.packs import yaml_reading

    return yaml_reading.read_yaml(source, name)
