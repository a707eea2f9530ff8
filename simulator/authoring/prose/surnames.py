"""Rules of names: those of the cast are first names alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.passage import CAST, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

FEWEST_CAPITALS = 3
MOST_OF_A_PLACE = 2
NAMED, FAMILY = "named", "family"


class Surnames(Kind):
    """Names after, or in capitals before, a first name of the cast.

    Settings: `passes`, words with a capital that may follow (days, months, ranks); `particles`, words without one
    that may stand inside a surname; `common`, surnames that count without a capital after a name, and before one
    with a comma; `families`, words before which those are surnames; `naming`, phrases after which a word with a
    capital is one; `places`, words with a capital that make a street or a school of what stands before them.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._passes = frozenset(normal(word) for word in settings["passes"])
        self._particles = frozenset(normal(word) for word in settings["particles"])
        self._common = frozenset(normal(word) for word in settings["common"])
        self._families = tuple(settings["families"])
        self._naming = tuple(settings["naming"])
        self._places = frozenset(normal(word) for word in settings["places"])

    def triggers(self) -> Iterator[tuple[str, object]]:
        """Names of the cast, and words about surnames."""
        yield CAST, CAST
        yield from ((phrase, NAMED) for phrase in self._naming)
        yield from ((phrase, FAMILY) for phrase in self._families)

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """A first name with its surname, or a surname that is told as one."""
        first, last = hit.first, hit.last
        if hit.meaning == NAMED:
            told = last < len(passage.words) and passage.capital(last) and _beside(passage.gap(last - 1))
            return words_of(passage, first, last + 1) if told and passage.words[last] != CAST else None
        if hit.meaning == FAMILY:
            told = first > 0 and passage.capital(first - 1) and passage.words[first - 1] in self._common
            return words_of(passage, first - 1, last) if told else None
        return None if passage.raw(first)[0] == "{" else self._of_name(passage, first, last)

    def _of_name(self, passage: Passage, first: int, last: int) -> Span | None:
        end = last
        while (
            end < len(passage.words)
            and passage.words[end] in self._particles
            and not passage.gap(end - 1).strip("- \n\t")
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
        if at >= len(passage.words) or passage.words[at] == CAST or passage.words[at] in self._passes:
            return False
        if not passage.capital(at):
            return passage.words[at] in self._common
        return not self._is_place(passage, at)

    def _is_place(self, passage: Passage, at: int) -> bool:
        """Whether a street or a school begins with a word."""
        for end in range(at + 1, min(at + 1 + MOST_OF_A_PLACE, len(passage.words))):
            if not passage.capital(end) or passage.gap(end - 1).strip("' \n"):
                return False
            if passage.words[end] in self._places:
                return True
        return False

    def _is_shouted(self, passage: Passage, at: int) -> bool:
        if at < 0 or passage.gap(at).strip() not in ("", ","):
            return False
        raw = passage.raw(at)
        if "," in passage.gap(at) and passage.capital(at) and passage.words[at] in self._common:
            return True
        shouted = raw.isalpha() and raw.isupper() and len(raw) >= FEWEST_CAPITALS
        return shouted and passage.words[at] != CAST and passage.words[at] not in self._passes


def _beside(gap: str) -> bool:
    return gap.isspace() or gap == "-"
