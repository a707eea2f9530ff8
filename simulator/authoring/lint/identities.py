"""Whether everybody has a name of their own, a first name alone, and is met in the narrative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.model.schema_check import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault
    from simulator.model.world import World

_FIRST_NAME = re.compile(r"[^\W\d_]+(['’-][^\W\d_]+)*")


def identity_faults(case: Examined, world: World) -> Iterator[Fault]:
    """People without a name, with more than a first name, with another's, or whom no block names."""
    names: Mapping[str, str] = case.data["names"]
    for path, one in _everybody(case, world):
        if one not in names:
            what = f"'{one}' has no name"
            yield case.document.fault(path, what, f"write a first name under names: {one}", code="no-name")
    yield from _name_faults(case, names)
    told = " ".join(block["text"] for phase in case.data["phases"] for block in phase["narrative"])
    for one, name in names.items():
        if _FIRST_NAME.fullmatch(name) and not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told):
            what = f"no block of the narrative names {name}"
            yield case.document.fault(("names", one), what, "tell of everybody by name", code="never-named")


def _name_faults(case: Examined, names: Mapping[str, str]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for one, name in names.items():
        if not _FIRST_NAME.fullmatch(name):
            what = f"'{shown(name)}' is more than a first name"
            yield case.document.fault(("names", one), what, "a first name alone", code="full-name")
        other = seen.setdefault(name.casefold(), one)
        if other != one:
            what = f"{one} and {other} have the same name"
            yield case.document.fault(("names", one), what, "a name for each", code="same-name")


def _everybody(case: Examined, world: World) -> Iterator[tuple[tuple[str | int, ...], str]]:
    met: set[str] = set()
    for number, part in enumerate(case.parts):
        for entity in world.entities.values():
            if not entity.has_ids:
                continue
            for index, each in enumerate(part.placed.data.get(entity.name, ())):
                if each["id"] not in met:
                    met.add(each["id"])
                    yield case.place_of(number, (entity.name, index)), each["id"]
