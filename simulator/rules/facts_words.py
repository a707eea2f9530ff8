"""Facts told in short lines: one for the case's own fields, one for each element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.model.world import World


def facts_lines(world: World, facts: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[str]:
    """What facts say, as they stand in a file; what is left out is as it is by default.

    `words` are the guidance's words for changes, of which the `values` are used.
    """
    own = _fields(world, CASE, facts, words)
    if own:
        yield f"{own}."
    for entity in world.entities.values():
        for number, element in enumerate(facts.get(entity.name, ()), start=1):
            name = element["id"] if entity.has_ids else f"{entity.one} {number}"
            told = _fields(world, entity.name, element, words)
            yield f"{name}: {told}." if told else f"{name}."


def _fields(world: World, scope: str, given: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    values = words.get(scope, {}).get("values", {})
    told = (
        f"{_spaced(name)} {_worded(values.get(name, {}), given[name])}"
        for name in world.fields_of(scope)
        if name in given
    )
    return "; ".join(told)


def _worded(words: Mapping[str, str], value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_worded(words, each) for each in value) or "nobody"
    key = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return words.get(key, _spaced(key))


def _spaced(name: str) -> str:
    return name.replace("_", " ")
