"""Facts that show in what two worlds differ."""

from __future__ import annotations

from itertools import combinations_with_replacement, islice
from typing import TYPE_CHECKING, Any

from simulator.rules.construction import facts_at
from simulator.rules.population import Maker, refers
from simulator.rules.space import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.rules.facts import Facts, FactsReader
    from simulator.rules.mutants.worlds import Difference, Worlds

MOST_COMPANIES = 6
MOST_DIFFERENCES = 400
_HELD = 1
"""The one statement of these points: that the facts hold the element at which the worlds differ."""


def shown_in_facts(
    worlds: Worlds, guidance: Guidance, readers: Sequence[FactsReader], tried: Callable[[Facts, str], bool]
) -> Mapping[str, Any] | None:
    """Facts that hold what two worlds work out differently, and for which `tried` holds.

    They are read by the first of the readers, a reader of the guidance's own world, or else by another.
    """
    companies = list(islice(_companies(worlds, guidance, readers[0]), MOST_COMPANIES))
    for difference in islice(worlds.differences(), MOST_DIFFERENCES):
        for company in companies:
            region = _region(difference.case, difference, company)
            wanted = 0 if difference.element is None else _HELD
            for reader in readers:
                facts = facts_at(reader, region, wanted, tried, "answered-otherwise")
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
