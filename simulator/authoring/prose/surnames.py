"""Rules of names: those of the cast are first names alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.passage import CAST, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

FEWEST_CAPITALS = 3


class Surnames(Kind):
    """Names after, or in capitals before, a first name of the cast.

    Settings: `passes`, words with a capital that may follow (days, months, ranks); `particles`, words without one
    that may stand inside a surname.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._passes = frozenset(normal(word) for word in settings["passes"])
        self._particles = frozenset(normal(word) for word in settings["particles"])

    def triggers(self) -> Iterable[tuple[str, object]]:
        """Names of the cast."""
        return [(CAST, None)]

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """A first name with its surname."""
        first, last = hit.first, hit.last
        if passage.raw(first)[0] == "{":
            return None
        end = last
        while (
            end < len(passage.words)
            and passage.words[end] in self._particles
            and not passage.gap(end - 1).strip("- ")
        ):
            end += 1
        if (
            self._is_name(passage, end)
            and _beside(passage.gap(end - 1))
            and not passage.raw(first).endswith("'s")
        ):
            return words_of(passage, first, end + 1)
        if self._is_shouted(passage, first - 1):
            return words_of(passage, first - 1, last)
        return None

    def _is_name(self, passage: Passage, at: int) -> bool:
        return (
            at < len(passage.words)
            and passage.capital(at)
            and passage.words[at] != CAST
            and passage.words[at] not in self._passes
        )

    def _is_shouted(self, passage: Passage, at: int) -> bool:
        if at < 0 or passage.gap(at) not in (" ", ", "):
            return False
        raw = passage.raw(at)
        shouted = raw.isalpha() and raw.isupper() and len(raw) >= FEWEST_CAPITALS
        return shouted and passage.words[at] != CAST and passage.words[at] not in self._passes


def _beside(gap: str) -> bool:
    return gap.isspace() or gap == "-"
