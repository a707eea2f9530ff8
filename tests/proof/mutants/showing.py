"""Facts that show in what two worlds differ."""

from __future__ import annotations

from itertools import combinations_with_replacement, islice
from typing import TYPE_CHECKING, Any

from simulator.rules.compiled import CompiledWorld
from simulator.rules.construction import facts_at
from simulator.rules.facts import FactsReader
from simulator.rules.population import Maker, refers
from simulator.rules.source import guidance_source
from simulator.rules.space import Region
from tests.proof.mutants.comparing import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.guidance.guidance import Guidance
    from tests.proof.mutants.worlds import Difference, Worlds

MOST_COMPANIES = 6
MOST_DIFFERENCES = 400
_HELD = 1
"""The one statement of these points: that the facts hold the element at which the worlds differ."""


def shown_in_facts(worlds: Worlds, one: Guidance, other: Guidance) -> Mapping[str, Any] | None:
    """Facts that two guidances answer differently, one of them perhaps by refusing them."""
    comparison = Comparison(one, other)
    readers = [
        FactsReader(CompiledWorld(each.world, guidance_source(each), each.name)) for each in (one, other)
    ]
    companies = list(islice(_companies(worlds, one, readers[0]), MOST_COMPANIES))
    for difference in islice(worlds.differences(), MOST_DIFFERENCES):
        for company in companies:
            region = _region(difference.case, difference, company)
            wanted = 0 if difference.element is None else _HELD
            for reader in readers:
                facts = facts_at(reader, region, wanted, comparison.anywhere, "answered-otherwise")
                if facts is not None:
                    return facts
    return None


def _companies(worlds: Worlds, guidance: Guidance, reader: FactsReader) -> Iterator[tuple[Maker, ...]]:
    """Elements that make possible facts by themselves, so that any other can be among them."""
    [case, *_] = worlds.cases()
    for entity in guidance.world.entities.values():
        if not refers(entity):
            makers = [Maker(0, entity.name, element) for element in worlds.elements(entity)]
            for company in combinations_with_replacement(makers, 2):
                region = _region(case, None, company)
                if facts_at(reader, region, 0, lambda *_: True, "company") is not None:
                    yield company


def _region(case: Any, difference: Difference | None, company: tuple[Maker, ...]) -> Region:
    held: tuple[Maker, ...] = ()
    if difference is not None and difference.element is not None:
        held = (Maker(_HELD, difference.entity, difference.element),)
    return Region(case, case, {}, 0, (), (*held, *company), case)
