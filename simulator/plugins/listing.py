"""What `simulator plugins` shows: every plugin and pack, whether it works, and why not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.packs.pack import Found
    from simulator.plugins.loading import Plugins, Status


@dataclass(frozen=True, slots=True)
class PluginRow:
    """One plugin or pack; one that could not be read is of kind `pack`. `why` is empty where all is well."""

    name: str
    kind: Literal["code", "guidance", "scenario", "pack"]
    version: str
    status: Status
    why: str
    origin: str


def plugin_list(plugins: Plugins, found: Found) -> list[PluginRow]:
    """Code plugins in the order in which they were loaded, then packs, then packs that are not in use."""
    rows = [
        PluginRow(plugin.name, "code", plugin.version, plugin.status, plugin.why, plugin.origin)
        for plugin in plugins.every
    ]
    rows += [PluginRow(pack.name, pack.kind, pack.version, "active", "", pack.origin) for pack in found.packs]
    rows += [
        PluginRow(problem.name, "pack", problem.version, problem.status, problem.why, problem.origin)
        for problem in found.problems
    ]
    return list(dict.fromkeys(rows))


def plugins_json(rows: Sequence[PluginRow]) -> dict[str, Any]:
    """The `plugins/1` object."""
    return {"format": "plugins/1", "plugins": [asdict(row) for row in rows]}
