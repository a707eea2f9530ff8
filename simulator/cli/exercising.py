"""The cases of the installed scenario packs that exercise a guidance's paragraphs, found once and kept.

Of a pack its written cases are looked through, and where it has a stock of its own also cases made from that.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from simulator.cases.manifest import makes_cases
from simulator.cli.output import tell
from simulator.cli.workshop import guidance_of
from simulator.errors.faults import InputFault
from simulator.packs.cache import keep_table, kept_table
from simulator.packs.loading import load_pack
from simulator.session.case_packs import CaseRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.cli.workshop import Workshop
    from simulator.guidance.guidance import Guidance
    from simulator.packs.pack import Pack
    from simulator.session.case_packs import CasePack

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
    """By paragraph the first written case that exercises it."""
    written = _written(workshop, pack, guidance, tell)["paragraphs"]
    return {name: {"case": cases[0]} for name, cases in written.items()}


def _written(
    workshop: Workshop, pack: Pack, guidance: Guidance, say: Callable[[str], object]
) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The written cases that exercise each of the `paragraphs` and `rules`, kept where none is at fault."""
    key = f"{guidance.sha256} {pack.sha256}"
    kept = kept_table("written", key)
    if kept is not None:
        return kept
    found: dict[str, dict[str, list[str]]] = {"paragraphs": {}, "rules": {}}
    all_good = True
    for each in pack.cases:
        try:
            exercises = workshop.written(pack, each.case).data["exercises"]
        except InputFault as wrong:
            all_good = False
            say(f"a case of {pack.name} is left out: {wrong.faults[0]}")
            continue
        for sort, cases in found.items():
            for name in exercises[sort]:
                cases.setdefault(name, []).append(each.case)
    if all_good:
        keep_table("written", key, found)
    return found


def _first_seeds(workshop: Workshop, pack: Pack, guidance: Guidance) -> Mapping[str, int]:
    key = f"{guidance.sha256} {pack.sha256} {SEEDS}"
    kept = kept_table("first-seeds", key)
    if kept is not None:
        return kept
    first_seeds = workshop.generator(pack).first_seeds(SEEDS)
    keep_table("first-seeds", key, first_seeds)
    return first_seeds


class EveryCase:
    """Every written case that exercises a paragraph or has a rule decide, and new ones made for a paragraph.

    All packs are looked through when the first is asked for. What is at fault there is left out: of that the packs
    have told already.
    """

    def __init__(self, workshop: Workshop, guidance: Guidance, packs: Sequence[CasePack]) -> None:
        self._workshop = workshop
        self._guidance = guidance
        self._packs = packs

    def __call__(self, name: str) -> Sequence[CaseRef]:
        """Of a paragraph or a rule: written cases first, in the order of the packs."""
        return sorted(self._found.get(name, ()), key=lambda each: isinstance(each.which, int))

    @cached_property
    def _found(self) -> Mapping[str, Sequence[CaseRef]]:
        folders = {pack.name: pack for pack in self._workshop.scenario_packs()}
        found: dict[str, list[CaseRef]] = {}
        for offered in self._packs:
            with suppress(InputFault):
                for name, case in self._of_pack(offered, folders[offered.name]):
                    found.setdefault(name, []).append(case)
        return found

    def _of_pack(self, offered: CasePack, pack: Pack) -> Iterator[tuple[str, CaseRef]]:
        titles = {case.case: case.title for case in offered.cases}
        for exercising in _written(self._workshop, pack, self._guidance, lambda _: None).values():
            for name, cases in exercising.items():
                yield from ((name, CaseRef(offered, case, titles.get(case, case))) for case in cases)
        if makes_cases(load_pack(pack)):
            for name, seed in _first_seeds(self._workshop, pack, self._guidance).items():
                yield name, CaseRef(offered, seed)
