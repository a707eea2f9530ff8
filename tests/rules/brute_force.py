"""What many small facts show of a question's rules, found by trying them all."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Any

from tests.rules.drawn import some_facts
from tests.rules.interpreter import Told, holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.rules.library import Row

TRIED = 300


@cache
def tried() -> list[tuple[dict[str, Any], Told]]:
    """Small facts, always the same."""
    random = Random(2016)
    return [(data, Told(data)) for data in (some_facts(random) for _ in range(TRIED))]


def subjects(told: Told, subject: str) -> list[Any]:
    """About whom the question is asked."""
    if subject == "case":
        return ["case"]
    if subject == "cards":
        return ["red", "blue"]
    return [one for one in told.readers if subject == "readers" or one["years"] >= 2]


def applying(rows: Sequence[Row], told: Told, this: Any) -> list[str]:
    """The rules whose conditions hold, that for the rest only where no other does."""
    found = [row.name for row in rows if row.when != "otherwise" and holds(row.when, told, this)]
    return found or [row.name for row in rows if row.when == "otherwise"]


def winning(rows: Sequence[Row], told: Told, this: Any) -> list[str]:
    """The rules that apply and yield to no other that applies."""
    names = applying(rows, told, this)
    return [name for name in names if not any(other in _above(rows, name) for other in names)]


def shown(rows: Sequence[Row], subject: str) -> tuple[set[frozenset[str]], set[str]]:
    """Breaches (no rule, or each two that both decide) and the rules that win somewhere."""
    breaches: set[frozenset[str]] = set()
    wins: set[str] = set()
    for _, told in tried():
        for this in subjects(told, subject):
            decided = winning(rows, told, this)
            wins.update(decided)
            breaches.update(frozenset(pair) for pair in combinations(decided, 2))
            if not decided:
                breaches.add(frozenset())
    return breaches, wins


def _above(rows: Sequence[Row], name: str) -> set[str]:
    found: set[str] = set()

    def climb(each: str) -> Iterator[None]:
        for row in rows:
            if row.name == each:
                for other in row.yields_to:
                    found.add(other)
                    yield from climb(other)

    list(climb(name))
    return found
