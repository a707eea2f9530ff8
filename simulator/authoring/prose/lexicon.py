"""Phrases found by one look at each word of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from simulator.authoring.prose.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from simulator.authoring.prose.passage import Passage
    from simulator.authoring.prose.phrases import Phrase

T = TypeVar("T")
MOST_REMEMBERED = 50_000
WIDEST = 8
"""As many words as a phrase that excuses another may begin before it."""


class Hit(NamedTuple, Generic[T]):
    """A phrase that was found: its first word, the first word after it, and what it means."""

    first: int
    last: int
    meaning: T


class _Known(dict[str, "tuple[tuple[Phrase, T], ...]"], Generic[T]):
    """Phrases by the words that may anchor them, looked for once."""

    def __init__(self, found: Callable[[str], tuple[tuple[Phrase, T], ...]]) -> None:
        super().__init__()
        self._found = found

    def __missing__(self, word: str) -> tuple[tuple[Phrase, T], ...]:
        found = self._found(word)
        if len(self) < MOST_REMEMBERED:
            self[word] = found
        return found


class Lexicon(Generic[T]):
    """Phrases and what each means; `known` has those that a word may anchor."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._words: dict[str, list[tuple[Phrase, T]]] = {}
        self._stems: dict[str, list[tuple[Phrase, T]]] = {}
        self._numbers: list[tuple[Phrase, T]] = []
        self._lengths: set[int] = set()
        self.known: _Known[T] = _Known(self._found)
        for text, meaning in entries:
            self.add(text, meaning)

    def add(self, text: str, meaning: T) -> None:
        """Adds a phrase, in every way in which it can be written."""
        for phrase in phrases(text):
            slot = phrase.slots[phrase.anchor]
            if slot is None:
                continue
            for word in slot.words:
                self._words.setdefault(word, []).append((phrase, meaning))
            for stem in slot.stems:
                self._stems.setdefault(stem, []).append((phrase, meaning))
                self._lengths.add(len(stem))
            if slot.number:
                self._numbers.append((phrase, meaning))
        self.known.clear()

    def _found(self, word: str) -> tuple[tuple[Phrase, T], ...]:
        found = list(self._words.get(word, ()))
        for length in self._lengths:
            found += self._stems.get(word[:length], ()) if len(word) >= length else ()
        if word[0].isdigit():
            found += self._numbers
        return tuple(found)

    def at(self, passage: Passage, at: int) -> Iterator[Hit[T]]:
        """The phrases whose anchor is a word of `passage`."""
        for phrase, meaning in self.known[passage.words[at]]:
            span = phrase.span(passage, at)
            if span is not None:
                yield Hit(span[0], span[1], meaning)

    def of_word(self, word: str) -> Iterator[T]:
        """What a word means that is a phrase by itself."""
        for phrase, meaning in self.known[word]:
            if len(phrase.slots) == 1:
                yield meaning

    def within(self, passage: Passage, first: int, last: int) -> Iterator[Hit[T]]:
        """The phrases whose anchor is one of the words from `first` to before `last`."""
        for at in range(max(first, 0), min(last, len(passage.words))):
            yield from self.at(passage, at)

    def covers(self, passage: Passage, first: int, last: int) -> bool:
        """Whether a phrase stands there that holds all words from `first` to before `last`."""
        if not self:
            return False
        around = self.within(passage, first - WIDEST, last + WIDEST)
        return any(hit.first <= first and last <= hit.last for hit in around)

    def ending(self, passage: Passage, last: int) -> bool:
        """Whether a phrase ends directly before the word `last`."""
        return any(hit.last == last for hit in self.within(passage, last - WIDEST, last))

    def beginning(self, passage: Passage, first: int) -> bool:
        """Whether a phrase begins with the word `first`."""
        return any(hit.first == first for hit in self.within(passage, first, first + WIDEST))

    def __bool__(self) -> bool:
        return bool(self._words or self._stems or self._numbers)
