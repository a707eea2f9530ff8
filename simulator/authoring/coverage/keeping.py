"""What is a matter of the guidance alone, worked out once and kept for later runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.authoring.coverage.pairs import Pairs
from simulator.rules.mutants.standing import Catalogue

if TYPE_CHECKING:
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.detectable import Standing
    from simulator.rules.mutants.situations import Met

Made = Mapping[str, Any] | None
"""Small facts, or None where there are none such."""

MUTANTS, PAIRS, AIMS = "mutants", "pairs", "mutants-facts"


class Keeping(NamedTuple):
    """Where tables are kept by name and key: `kept` gives one again, or None; `keep` keeps one."""

    kept: Callable[[str, str], dict[str, Any] | None]
    keep: Callable[[str, str, Mapping[str, Any]], None]


class Known:
    """The mutants of a guidance and how they stand, its pairs of facts, and facts made to show them.

    `stock` gives facts of cases; they spare the making of others, and change nothing of what is found.
    """

    def __init__(self, engine: Engine, keeping: Keeping, stock: Callable[[], Iterable[Met]]) -> None:
        self.engine = engine
        self._keeping = keeping
        self._stock = stock
        self.catalogue = Catalogue(engine)
        self.pairs = Pairs(engine)
        self._tables: dict[str, dict[str, Made]] = {}

    def standings(self) -> list[Standing]:
        """How each mutant stands, by its number."""
        key = self.engine.guidance.sha256
        table = self._keeping.kept(MUTANTS, key)
        if table is None:
            table = {"standings": self.catalogue.standings(self._stock())}
            self._keeping.keep(MUTANTS, key, table)
        standings: list[Standing] = table["standings"]
        return standings

    def facts_of_mutant(self, number: int) -> Made:
        """Small facts that detect a mutant."""
        return self._made(AIMS, number, self.catalogue.facts_for)

    def facts_of_pair(self, number: int) -> Made:
        """Small facts at which a pair meets."""
        return self._made(PAIRS, number, self.pairs.facts_for)

    def keep(self) -> None:
        """Keeps what was made since."""
        for what, table in self._tables.items():
            self._keeping.keep(what, self.engine.guidance.sha256, table)

    def _made(self, what: str, number: int, make: Callable[[int], Made]) -> Made:
        if what not in self._tables:
            self._tables[what] = dict(self._keeping.kept(what, self.engine.guidance.sha256) or {})
        table = self._tables[what]
        if str(number) not in table:
            table[str(number)] = make(number)
        return table[str(number)]
