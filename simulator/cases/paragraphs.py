"""Sentences made into the blocks of a paper: as long as the paper should be, joined part by part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from simulator.cases.chance import Chance
    from simulator.cases.pack import Paper, Part
    from simulator.cases.sentences import Sentence, Words


@dataclass(slots=True)
class Told:
    """A sentence about an element with the words it names, what it states and carries, and what could replace it."""

    element: str
    sentence: Sentence
    states: tuple[str, ...]
    evidence: tuple[str, ...]
    near: Words
    far: Words
    instead: Sequence[Sentence]
    _text: str = ""

    @property
    def text(self) -> str:
        """The sentence filled in, which is done only for what is told in the end."""
        if not self._text:
            self._text = self.fill(self.sentence)
        return self._text

    def replace(self, sentence: Sentence) -> None:
        """Tells it by another sentence."""
        self.sentence, self._text = sentence, ""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def shorter(self, taken: Container[int]) -> tuple[Sentence | None, int]:
        """The shortest sentence that could replace it and is not taken, and how many words that would save."""
        free = [sentence for sentence in self.instead if id(sentence) not in taken]
        best = min(free, key=lambda sentence: sentence.length, default=None)
        return best, self.words - _length(self.fill(best)) if best is not None else 0

    def fill(self, sentence: Sentence) -> str:
        """A sentence with the words that this one names."""
        return sentence.filled(self.near, self.far)


def fitted(parts: Sequence[Part], told: dict[str, list[Told]], paper: Paper, taken: set[int]) -> None:
    """Shortens what is told to the paper's most words where it can be, and fills it up to the fewest.

    `taken` holds the identities of sentences that are not to be told again.
    """
    filling = {part.part: told[part.part] for part in parts if part.fill}
    for name in filling:
        told[name] = []
    words = sum(one.words for sentences in told.values() for one in sentences)
    words = _shortened(told, words, paper.most, taken)
    for name, sentences in filling.items():
        for one in sentences:
            if words < paper.fewest:
                told[name].append(one)
                words += one.words


def _shortened(told: Mapping[str, Sequence[Told]], words: int, most: int, taken: set[int]) -> int:
    """Puts shorter sentences in the place of long ones, the greatest saving first, until there are few enough words."""
    if words <= most:
        return words
    everything = [one for sentences in told.values() for one in sentences]
    for one in sorted(everything, key=lambda one: one.shorter(taken)[1], reverse=True):
        shorter, saving = one.shorter(taken)
        if words > most and shorter is not None and saving > 0:
            taken.add(id(shorter))
            one.replace(shorter)
            words -= saving
    return words


def _length(text: str) -> int:
    return len(text.split())


def blocks_of(
    parts: Sequence[Part], told: Mapping[str, Sequence[Told]], clock: Chance | None
) -> list[dict[str, Any]]:
    """The blocks of a narrative; with a `clock` each begins with the time of its entry."""
    blocks = []
    minutes = 8 * 60 + clock.below(12 * 60) if clock is not None else 0
    for part in parts:
        for sentences in _paragraphs(part, told[part.part]):
            block = _block(part, sentences)
            if clock is not None:
                block["text"] = f"{minutes // 60:02}.{minutes % 60:02}  {block['text']}"
                minutes += 1 + clock.below(6)
            blocks.append(block)
    return blocks


def _paragraphs(part: Part, sentences: Sequence[Told]) -> Iterator[Sequence[Told]]:
    if part.by_paragraph:
        for _, of_one in groupby(sentences, key=lambda one: one.element):
            yield list(of_one)
    elif sentences:
        yield sentences


def _block(part: Part, sentences: Sequence[Told]) -> dict[str, Any]:
    return {
        "text": " ".join(one.text for one in sentences),
        "states": list(dict.fromkeys(path for one in sentences for path in one.states)),
        "evidence": list(dict.fromkeys(piece for one in sentences for piece in one.evidence)),
        "after": part.after,
    }
