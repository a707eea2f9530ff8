"""Whether two cases are told in the same sentences."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault

MOST_SHARED = 1 / 3
MOST_COMPARED = 400
"""Of more cases each is compared with so many before it."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"\w+")


def patterns_of(data: Mapping[str, object]) -> frozenset[str]:
    """The sentences of a `case/1` with a mark in the place of everything that is one case's own.

    That is everybody's name, every number, and every word with a capital letter.
    """
    phases = data["phases"]
    assert isinstance(phases, list)
    found = set()
    for phase in phases:
        for block in phase["narrative"]:
            for sentence in _SENTENCE.split(block["text"]):
                words = _WORD.findall(sentence)
                if len(words) > 2:
                    found.add(" ".join("*" if _is_own(word) else word for word in words))
    return frozenset(found)


def _is_own(word: str) -> bool:
    return not word.islower()


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the shorter case's sentences the other has as well."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 0.0


def alike(cases: Sequence[Examined]) -> Iterator[Fault]:
    """Cases that share more than a third of their sentences with an earlier one."""
    patterns = [patterns_of(case.data) for case in cases]
    for first, second in combinations(range(len(cases)), 2):
        if second - first > MOST_COMPARED:
            continue
        share = shared(patterns[first], patterns[second])
        if share > MOST_SHARED:
            other = cases[first].document.name
            what = f"{share:.0%} of the sentences of this case stand in {other} as well"
            yield cases[second].document.fault(
                ("title",), what, "tell it otherwise: a third at most", code="too-alike"
            )
