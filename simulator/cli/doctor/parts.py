"""Whether packs and plugins work, as `simulator plugins` has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.doctor.checks import Check
from simulator.plugins.listing import plugin_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cli.doctor.checks import About, State
    from simulator.cli.workshop import Workshop
    from simulator.plugins.listing import PluginRow

_MEND = "Mend or remove it ({origin}), or leave out all that is not the program's own with --no-plugins."
_NONE = (
    "Install the program with its packs: they are found by how they were installed, not by where they lie."
)


def part_checks(workshop: Workshop) -> Iterator[Check]:
    """The packs, then the code plugins."""
    rows = plugin_list(workshop.plugins, workshop.found)
    for kind in ("guidance", "scenario"):
        if not any(row.kind == kind for row in rows):
            yield Check("packs", f"{kind} packs", "fails", "there is none.", _NONE)
    yield from (_row("packs", row) for row in rows if row.kind != "code")
    yield from (_row("plugins", row) for row in rows if row.kind == "code")


def _row(about: About, row: PluginRow) -> Check:
    facts = {"kind": row.kind, "version": row.version, "status": row.status}
    version = f" {row.version}" if row.version else ""
    if row.status == "active":
        return Check(about, row.name, "works", f"{row.kind}{version}.", facts=facts)
    state: State = "fails" if row.status == "broken" else "note"
    remedy = _MEND.format(origin=row.origin) if row.status == "broken" else ""
    return Check(about, row.name, state, f"left out: {row.why}", remedy, facts)
