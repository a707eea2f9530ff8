"""Sentences made into the blocks of a paper: as long as the paper should be, joined part by part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Mapping, Sequence

    from simulator.cases.chance import Chance
    from simulator.cases.pack import Paper, Part
    from simulator.cases.sentences import Sentence, Words


@dataclass(slots=True)
class Told:
    """A sentence about an element, what it states and carries, the words it can name, and what could replace it."""

    element: str
    sentence: Sentence
    states: Collection[str]
    evidence: Collection[str]
    words: Words
    instead: Sequence[Sentence]
    _text: str = ""

    @property
    def text(self) -> str:
        """The sentence filled in, which is done only for what is told in the end."""
        if not self._text:
            self._text = self.sentence.filled(self.words)
        return self._text

    @property
    def length(self) -> int:
        """How many words it has."""
        return _length(self.text)

    def replace(self, sentence: Sentence) -> None:
        """Tells it by another sentence."""
        self.sentence, self._text = sentence, ""

    def shorter(self, taken: Container[Sentence]) -> tuple[Sentence | None, int]:
        """The shortest sentence that could replace it and is not taken, and how many words that would save."""
        free = [each for each in self.instead if each not in taken and each.fits(self.words)]
        best = min(free, key=lambda sentence: sentence.length, default=None)
        return best, self.length - _length(best.filled(self.words)) if best is not None else 0


def fit(
    told: dict[str, list[Told]], idle: Mapping[str, Iterator[Told]], paper: Paper, taken: set[Sentence]
) -> None:
    """Shortens what is told to the paper's most words where it can be, and fills it up to the fewest from what is idle.

    `taken` are sentences that are not to be told again.
    """
    words = sum(one.length for sentences in told.values() for one in sentences)
    words = _shortened(told, words, paper.most, taken)
    for name, sentences in idle.items():
        told[name] = []
        while words < paper.fewest and (one := next(sentences, None)) is not None:
            told[name].append(one)
            words += one.length


def _shortened(told: Mapping[str, Sequence[Told]], words: int, most: int, taken: set[Sentence]) -> int:
    """Puts shorter sentences in the place of long ones, the greatest saving first, until there are few enough words."""
    if words <= most:
        return words
    everything = [one for sentences in told.values() for one in sentences]
    for one in sorted(everything, key=lambda one: one.shorter(taken)[1], reverse=True):
        shorter, saving = one.shorter(taken)
        if words > most and shorter is not None and saving > 0:
            taken.add(shorter)
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
        "text": " ".join([one.text for one in sentences]),
        "states": list(dict.fromkeys(chain.from_iterable([one.states for one in sentences]))),
        "evidence": list(dict.fromkeys(chain.from_iterable([one.evidence for one in sentences]))),
        "after": part.after,
    }
