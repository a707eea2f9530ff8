"""The cases of the installed scenario packs that exercise a guidance's paragraphs, found once and kept.

Of a pack its written cases are looked through, and where it has a stock of its own also cases made from that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.manifest import makes_cases
from simulator.cli.output import tell
from simulator.cli.workshop import guidance_of
from simulator.errors.faults import InputFault
from simulator.packs.cache import keep_table, kept_table
from simulator.packs.loading import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.cli.workshop import Workshop
    from simulator.guidance.guidance import Guidance
    from simulator.packs.pack import Pack

SEEDS = 1_000

Exercising = dict[str, list[dict[str, Any]]]
"""By paragraph, for each pack that has such a case, the first: `{"pack": NAME, "case": ID}`, or with a `"seed"`."""


def cases_exercising(workshop: Workshop, guidance: Guidance) -> Exercising:
    """The first case of each scenario pack that exercises each paragraph: a written one, or one of a thousand seeds.

    A pack or a case that is at fault is told on standard error and left out.
    """
    found: Exercising = {name: [] for name in guidance.paragraphs}
    for pack, first in _of_each_pack(workshop, guidance):
        for name, cases in found.items():
            if name in first:
                cases.append({"pack": pack, **first[name]})
    return found


def _of_each_pack(workshop: Workshop, guidance: Guidance) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for pack in workshop.scenario_packs():
        try:
            documents = load_pack(pack)
            if guidance_of(documents) != guidance.name:
                continue
            seeds = _first_seeds(workshop, pack, guidance) if makes_cases(documents) else {}
            made = {name: {"seed": seed} for name, seed in seeds.items()}
            yield pack.name, {**made, **_first_written(workshop, pack, guidance)}
        except InputFault as wrong:
            tell(f"{pack.name} is left out: {wrong.faults[0]}")


def _first_written(workshop: Workshop, pack: Pack, guidance: Guidance) -> Mapping[str, Any]:
    """By paragraph the first written case that exercises it, kept where none is at fault."""
    key = f"{guidance.sha256} {pack.sha256}"
    kept = kept_table("first-written", key)
    if kept is not None:
        return kept
    first: dict[str, Any] = {}
    all_good = True
    for each in pack.cases:
        try:
            exercises = workshop.written(pack, each.case).data["exercises"]
        except InputFault as wrong:
            all_good = False
            tell(f"a case of {pack.name} is left out: {wrong.faults[0]}")
            continue
        for name in exercises["paragraphs"]:
            first.setdefault(name, {"case": each.case})
    if all_good:
        keep_table("first-written", key, first)
    return first


def _first_seeds(workshop: Workshop, pack: Pack, guidance: Guidance) -> Mapping[str, int]:
    key = f"{guidance.sha256} {pack.sha256} {SEEDS}"
    kept = kept_table("first-seeds", key)
    if kept is not None:
        return kept
    first_seeds = workshop.generator(pack).first_seeds(SEEDS)
    keep_table("first-seeds", key, first_seeds)
    return first_seeds
