"""What a pack says of itself: its kind, name and version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.model.schema_check import check
from simulator.packs.files import file_fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.errors.faults import Fault
    from simulator.model.document import Document
    from simulator.packs.pack import Kind

_KINDS: dict[str, Kind] = {"guidance-pack/1": "guidance", "scenario-pack/1": "scenario"}
_NAME = "^[a-z0-9][a-z0-9._-]{0,63}$"
_LONGEST_VERSION = 40

_HEAD: dict[str, Any] = {
    "type": "object",
    "required": ["format"],
    "properties": {
        "format": {"enum": list(_KINDS)},
        "pack": {
            "type": "object",
            "required": ["name", "version"],
            "properties": {
                "name": {
                    "type": "string",
                    "pattern": _NAME,
                    "description": "write small letters, digits, dots, hyphens and underscores, at most 64",
                },
                "version": {"type": "string", "minLength": 1, "maxLength": _LONGEST_VERSION},
            },
        },
    },
}


@dataclass(frozen=True, slots=True)
class Head:
    """What the `format` of every file and the section `pack` of one say."""

    kind: Kind
    name: str
    version: str


def head_of(documents: Sequence[Document], folder: Path) -> Head:
    """The head of the pack in `folder`. Raises InputFault where a document has none or they do not agree."""
    if not documents:
        what = "this folder has no file that says what pack it is"
        raise file_fault(str(folder), what, 'write pack: {name: …, version: "…"} in pack.yaml', "no-pack")
    # The validator is slow to import, and is not needed where all is well.
    if not all(_is_good(document) for document in documents):
        raise InputFault(fault for document in documents for fault in check(document, _HEAD))
    first = _format_of(documents[0])
    if strangers := [document for document in documents if _format_of(document) != first]:
        raise InputFault(_other_kind(document, first) for document in strangers)
    for document in documents:
        match document.data:
            case {"pack": {"name": str(name), "version": str(version)}}:
                return Head(_KINDS[first], name, version)
    what = "no file of this folder says what pack it is"
    raise file_fault(str(folder), what, 'write pack: {name: …, version: "…"} in one of them', "no-pack")


def _other_kind(document: Document, first: str) -> Fault:
    what = f"this file is {_format_of(document)} in a pack of {first}"
    return document.fault(("format",), what, "keep packs of two kinds apart", code="two-kinds")


def _format_of(document: Document) -> str:
    return str(document.data["format"]) if isinstance(document.data, dict) else ""


def _is_good(document: Document) -> bool:
    match document.data:
        case {"format": str(its_format), "pack": {"name": str(name), "version": str(version)}}:
            named = re.fullmatch(_NAME, name) is not None and 0 < len(version) <= _LONGEST_VERSION
            return its_format in _KINDS and named
        case {"format": str(its_format), **others}:
            return its_format in _KINDS and "pack" not in others
        case _:
            return False
