"""The cases of the installed scenario packs that exercise a guidance's paragraphs, found once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
"""By paragraph, for each pack that has such a case, the first: `{"pack": NAME, "seed": N}`."""


def cases_exercising(workshop: Workshop, guidance: Guidance) -> Exercising:
    """The first case of each scenario pack that exercises each paragraph, among the first thousand seeds.

    A pack that is at fault is told on standard error and left out.
    """
    found: Exercising = {name: [] for name in guidance.paragraphs}
    for pack, first_seeds in _of_each_pack(workshop, guidance):
        for name, cases in found.items():
            if name in first_seeds:
                cases.append({"pack": pack, "seed": first_seeds[name]})
    return found


def _of_each_pack(workshop: Workshop, guidance: Guidance) -> Iterator[tuple[str, Mapping[str, int]]]:
    for pack in workshop.scenario_packs():
        try:
            if guidance_of(load_pack(pack)) == guidance.name:
                yield pack.name, _first_seeds(workshop, pack, guidance)
        except InputFault as wrong:
            tell(f"{pack.name} is left out: {wrong.faults[0]}")


def _first_seeds(workshop: Workshop, pack: Pack, guidance: Guidance) -> Mapping[str, int]:
    key = f"{guidance.sha256} {pack.sha256} {SEEDS}"
    kept = kept_table("first-seeds", key)
    if kept is not None:
        return kept
    first_seeds = workshop.generator(pack).first_seeds(SEEDS)
    keep_table("first-seeds", key, first_seeds)
    return first_seeds
