"""Whether two cases are told in the same sentences."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault

MOST_SHARED = 1 / 3
MOST_COMPARED = 400
"""Of more cases that have a sentence, so many before a case are looked at."""
MOST_TRIED = 20
"""How many of the cases that have most sentences in common with a case are compared with it."""

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
    """Cases that share more than a third of their sentences with an earlier one; each is told with the likest."""
    patterns = [patterns_of(case.data) for case in cases]
    having: dict[str, list[int]] = {}
    for number, case in enumerate(cases):
        common = Counter(
            chain.from_iterable(having.get(each, ())[-MOST_COMPARED:] for each in patterns[number])
        )
        shares = {
            other: shared(patterns[number], patterns[other]) for other, _ in common.most_common(MOST_TRIED)
        }
        likest = max(shares, key=shares.__getitem__, default=None)
        if likest is not None and shares[likest] > MOST_SHARED:
            other = cases[likest].document.name
            what = f"{shares[likest]:.0%} of the sentences of this case stand in {other} as well"
            yield case.document.fault(
                ("title",), what, "tell it otherwise: a third at most", code="too-alike"
            )
        for each in patterns[number]:
            having.setdefault(each, []).append(number)
