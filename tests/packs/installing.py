"""Installs made-up distributions: a real dist-info folder and real packages."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Installer:
    """Installs into `site`, which is on the path."""

    site: Path

    def __call__(
        self, name: str, entries: Mapping[str, str] | str, files: Mapping[str, str], version: str = "1.0"
    ) -> Path:
        """Installs the distribution `name` with `entries` in the group of packs, and its `files` by path."""
        info = self.site / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        if not isinstance(entries, str):
            entries = "".join(f"{key} = {value}\n" for key, value in entries.items())
        (info / "entry_points.txt").write_text(f"[simulator.packs]\n{entries}")
        for path, text in files.items():
            write(self.site / path, text)
        importlib.invalidate_caches()
        return info


def write(path: Path, text: str) -> Path:
    """Writes a file and the folders that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def pack_text(name: str, kind: str = "scenario", version: str = "1.0.0") -> str:
    """A small pack's one file."""
    return f'format: {kind}-pack/1\npack: {{name: {name}, version: "{version}"}}\n'
