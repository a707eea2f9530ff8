"""A pack's sections, read by PyYAML's own loader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path


def pack_data(folder: Path) -> dict[str, Any]:
    """The union of the sections of a pack's files."""
    sections: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.yaml")):
        for name, section in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if isinstance(section, list):
                sections.setdefault(name, []).extend(section)
            elif isinstance(section, dict):
                sections.setdefault(name, {}).update(section)
    return sections


def values_of(sections: dict[str, Any], declared: dict[str, Any]) -> list[str]:
    """The values that a field of an enumeration may have in a file."""
    allowed: list[str] = declared.get("only") or sections["enumerations"][declared["of"]]["values"]
    return allowed
