"""Loads code plugins one by one: a broken one is named, and spoils nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import pluggy

from simulator.errors.text import clean
from simulator.packs.finding import LEFT_OUT, NOT_INSTALLED
from simulator.packs.registered import BUNDLED, Registered, registered
from simulator.plugins import hooks
from simulator.plugins.alone import BrokenPluginError, alone
from simulator.plugins.records import checked_scorers, is_name

if TYPE_CHECKING:
    from simulator.scoring.scorer import Scorer

GROUP = "simulator"

Status = Literal["active", "disabled", "broken"]


@dataclass(frozen=True, slots=True)
class Plugin:
    """A code plugin as it was found; only an active one has records, only another has a `why`."""

    name: str
    origin: str
    version: str
    status: Status
    why: str = ""
    scorers: tuple[Scorer, ...] = ()


class Plugins:
    """The code plugins of one run, in the order in which they were loaded."""

    def __init__(self, plugins: list[Plugin]) -> None:
        self._plugins = plugins

    @property
    def every(self) -> tuple[Plugin, ...]:
        return tuple(self._plugins)

    @property
    def scorers(self) -> tuple[Scorer, ...]:
        """The scorers of all active plugins."""
        return tuple(scorer for plugin in self._plugins for scorer in plugin.scorers)

    def quarantine(self, scorer: Scorer, why: str) -> None:
        """Takes the plugin of `scorer` out of use for the rest of the run."""
        self._plugins = [
            replace(plugin, status="broken", why=f"its scorer {scorer.name} failed: {why}", scorers=())
            if scorer in plugin.scorers
            else plugin
            for plugin in self._plugins
        ]


def load_plugins(*, strangers: bool = True) -> Plugins:
    """Loads every plugin of the entry-point group, this program's own first. Raises nothing.

    Of two plugins or two scorers of one name the first keeps it. Without `strangers`, plugins of other
    distributions are left out and not even imported.
    """
    plugins: list[Plugin] = []
    entries = registered(GROUP)
    if not any(entry.bundled for entry in entries):
        plugins.append(Plugin(BUNDLED, "this program", "", "broken", NOT_INSTALLED))
    for entry in entries:
        plugins.append(_loaded(entry, plugins, wanted=strangers or entry.bundled))
    return Plugins(plugins)


def _loaded(entry: Registered, before: list[Plugin], *, wanted: bool) -> Plugin:
    name, version = clean(entry.name), clean(entry.version)
    origin = clean(f"{entry.distribution} {entry.version}".strip())
    if not wanted:
        return Plugin(name, origin, version, "disabled", LEFT_OUT)
    try:
        _refuse_entry(entry, before)
        scorers = alone(lambda: _scorers_of(entry))
        for scorer in scorers:
            _refuse_taken(scorer, before)
    except BrokenPluginError as error:
        return Plugin(name, origin, version, "broken", str(error))
    return Plugin(name, origin, version, "active", scorers=scorers)


def _refuse_entry(entry: Registered, before: list[Plugin]) -> None:
    if entry.broken:
        raise BrokenPluginError(entry.broken)
    if not is_name(entry.name):
        raise BrokenPluginError("its name is not of small letters, digits, hyphens and underscores")
    for first in before:
        if first.name == entry.name:
            raise BrokenPluginError(f"another plugin has this name already, from {first.origin}")


def _refuse_taken(scorer: Scorer, before: list[Plugin]) -> None:
    for first in before:
        if any(other.name == scorer.name for other in first.scorers):
            raise BrokenPluginError(
                f"the scorer {scorer.name} is there already, from the plugin {first.name} of {first.origin}"
            )


def _scorers_of(entry: Registered) -> tuple[Scorer, ...]:
    """Imports a plugin and asks it for its records, in a manager of its own, where it can reach no other."""
    if entry.entry is None:
        raise BrokenPluginError("it has no entry point")
    module: Any = entry.entry.load()
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    manager.register(module, entry.name)
    manager.check_pending()
    callers = manager.get_hookcallers(module) or []
    if not callers:
        raise BrokenPluginError("it implements no hook")
    for caller in callers:
        if any(found.hookwrapper or found.wrapper for found in caller.get_hookimpls()):
            raise BrokenPluginError(f"it wraps the hook {caller.name}, which plugins may not")
    return checked_scorers(manager.hook.simulator_scorers())
