"""What installed distributions registered under an entry-point group, each read alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib.metadata import Distribution, EntryPoint, distributions
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BUNDLED = "image-sharing-simulator"
"""The distribution that this program comes in."""


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry point and the distribution that it comes from; `broken` says why it cannot be used."""

    name: str
    value: str
    distribution: str
    version: str
    broken: str = ""
    entry: EntryPoint | None = field(default=None, repr=False, compare=False)

    @property
    def bundled(self) -> bool:
        return self.distribution == BUNDLED


def registered(group: str) -> tuple[Registered, ...]:
    """The entry points of `group`: this program's own first, then by distribution and name.

    A distribution whose records cannot be read is named as broken and spoils no other. Of two copies of one
    distribution the first on the path counts, as when Python imports.
    """
    found: dict[str, list[Registered]] = {}
    for distribution in distributions():
        entries = list(_entries(distribution, group))
        if entries:
            found.setdefault(entries[0].distribution, entries)
    every = [entry for entries in found.values() for entry in entries]
    return tuple(sorted(every, key=lambda entry: (not entry.bundled, entry.distribution, entry.name)))


def _entries(distribution: Distribution, group: str) -> Iterator[Registered]:
    try:
        if group not in (distribution.read_text("entry_points.txt") or ""):
            return
    except Exception:
        return
    name, version = _name_and_version(distribution)
    try:
        entries = [entry for entry in distribution.entry_points if entry.group == group]
    except Exception:
        yield Registered(name, "", name, version, broken="its list of entry points cannot be read")
        return
    for entry in entries:
        yield Registered(entry.name, entry.value, name, version, entry=entry)


def _name_and_version(distribution: Distribution) -> tuple[str, str]:
    try:
        metadata = distribution.metadata
        name, version = metadata["Name"], metadata["Version"]
    except Exception:
        name, version = None, None
    return re.sub(r"[-_.]+", "-", name or "unnamed").lower(), version or ""
