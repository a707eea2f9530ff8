"""Phrases of rules: written as data, matched against the words of a text.

A phrase is words with spaces between. `put/puts` is either word, `porn*` any word that begins so, `any?` may be
left out, `...` stands for up to three words, `<cast>` for a name of the case, `<number>` for a word that begins
with a digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from simulator.authoring.prose.passage import CAST, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.authoring.prose.passage import Passage

NUMBER = "<number>"
GAP = "..."
MOST_IN_GAP = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """What one word of a phrase may be."""

    words: frozenset[str]
    stems: tuple[str, ...]
    number: bool

    def takes(self, word: str) -> bool:
        """Whether it may be `word`."""
        return (
            word in self.words
            or (bool(self.stems) and word.startswith(self.stems))
            or (self.number and word[0].isdigit())
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way in which a phrase can be written; `slots` has None for a gap. It is found by its slot `anchor`."""

    slots: tuple[Slot | None, ...]
    anchor: int

    def span(self, passage: Passage, at: int) -> tuple[int, int] | None:
        """The words that it takes if its anchor is the word `at`: the first, and the first after."""
        first = at - self.anchor
        if first < 0:
            return None
        if len(self.slots) == 1:
            return (first, first + 1) if self._takes(0, passage.words[first]) else None
        end = self._match(passage, 0, first)
        return (first, end) if end is not None else None

    def _takes(self, number: int, word: str) -> bool:
        slot = self.slots[number]
        return slot is not None and slot.takes(word)

    def _match(self, passage: Passage, number: int, at: int) -> int | None:
        if number == len(self.slots):
            return at
        if number > 0 and not passage.joined(at - 1):
            return None
        if self.slots[number] is not None:
            if at < len(passage.words) and self._takes(number, passage.words[at]):
                return self._match(passage, number + 1, at + 1)
            return None
        for skipped in range(MOST_IN_GAP + 1):
            end = self._match(passage, number + 1, at + skipped)
            if end is not None:
                return end
            if not passage.joined(at + skipped):
                return None
        return None


def phrases(text: str) -> Iterator[Phrase]:
    """Every way in which the phrase `text` can be written, found by its longest word."""
    parts = text.replace("-", " ").split()
    ways = [((part[:-1], None) if _optional(part) else (part,)) for part in parts]
    for chosen in product(*ways):
        slots = tuple(None if part == GAP else _slot(part) for part in chosen if part is not None)
        if slots:
            yield Phrase(slots, _anchor(slots))


def _optional(part: str) -> bool:
    return part.endswith("?")


def _slot(part: str) -> Slot:
    words = [word for word in part.split("/") if word]
    return Slot(
        frozenset(
            word if word == CAST else normal(word) for word in words if word[-1] != "*" and word != NUMBER
        ),
        tuple(normal(word[:-1]) for word in words if word[-1] == "*"),
        NUMBER in words,
    )


def _anchor(slots: tuple[Slot | None, ...]) -> int:
    """The slot before any gap whose shortest word is longest: the one least often met in vain."""
    before = slots.index(None) if None in slots else len(slots)
    return max(range(before), key=lambda number: (_rarity(slots[number]), number))


def _rarity(slot: Slot | None) -> int:
    if slot is None or CAST in slot.words or slot.number:
        return 0
    return min(len(word) for word in (*slot.words, *slot.stems))
