"""What is a matter of the guidance alone, worked out once and kept for later runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.authoring.coverage.pairs import Pairs
from simulator.rules.mutants.standing import Catalogue

if TYPE_CHECKING:
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.detectable import Standing
    from simulator.rules.mutants.situations import Met

Made = Mapping[str, Any] | None
"""Small facts, or None where there are none such."""

MUTANTS, PAIRS, AIMS, DETECTED = "mutants", "pairs", "mutants-facts", "mutants-detected"


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
        self._key = _key(engine, self.catalogue)
        self._tables: dict[str, dict[str, Made]] = {}

    def standings(self) -> list[Standing]:
        """How each mutant stands, by its number."""
        key = self._key
        table = self._keeping.kept(MUTANTS, key)
        if table is None:
            table = {"standings": self.catalogue.standings(self._stock())}
            self._keeping.keep(MUTANTS, key, table)
        standings: list[Standing] = table["standings"]
        return standings

    def detected(self, met: Sequence[Met], among: Sequence[int]) -> frozenset[int]:
        """Of some detectable mutants those that facts detect; what was found before is not looked for again.

        What is kept: `by` has, for a mutant, the key of facts that detect it; no facts of `facts` detect any of
        the mutants of `none`.
        """
        table = self._keeping.kept(DETECTED, self._key) or {}
        keys = {each.key: each for each in met}
        by: dict[str, str] = {number: key for number, key in table.get("by", {}).items() if key in keys}
        none, tried = set(table.get("none", ())), set(table.get("facts", ()))
        left = [number for number in among if str(number) not in by]
        fresh = [each for key, each in keys.items() if key not in tried]
        for some, facts in (
            ([number for number in left if number in none], fresh),
            ([number for number in left if number not in none], met),
        ):
            found = self.catalogue.detected(facts, some) if facts and some else {}
            by.update({str(number): each.key for number, each in found.items()})
        undetected = [number for number in among if str(number) not in by]
        self._keeping.keep(DETECTED, self._key, {"by": by, "none": undetected, "facts": list(keys)})
        return frozenset(number for number in among if str(number) in by)

    def facts_of_mutant(self, number: int) -> Made:
        """Small facts that detect a mutant."""
        return self._made(AIMS, number, self.catalogue.facts_for)

    def facts_of_pair(self, number: int) -> Made:
        """Small facts at which a pair meets."""
        return self._made(PAIRS, number, self.pairs.facts_for)

    def keep(self) -> None:
        """Keeps what was made since."""
        for what, table in self._tables.items():
            self._keeping.keep(what, self._key, table)

    def _made(self, what: str, number: int, make: Callable[[int], Made]) -> Made:
        if what not in self._tables:
            self._tables[what] = dict(self._keeping.kept(what, self._key) or {})
        table = self._tables[what]
        if str(number) not in table:
            table[str(number)] = make(number)
        return table[str(number)]


def _key(engine: Engine, catalogue: Catalogue) -> str:
    """Names the rules of a guidance and what they say; words in which they say it make no difference."""
    said = [
        (rule.rule, rule.yields_to, rule.silence is None, option, each.verdict, each.basis, each.citations)
        for rule in engine.guidance.rules.values()
        for option, cell in rule.options.items()
        for each in (branch.ruling for branch in cell)
    ]
    places = [(each.operator, each.place) for each in catalogue.mutants]
    text = json.dumps([engine.compiled.source, said, places])
    return hashlib.sha256(text.encode()).hexdigest()
