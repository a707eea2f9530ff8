"""A text as words: normalised once, and read by every rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from simulator.authoring.prose.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WORD = re.compile(r"\{[^{}\n]*\}(?:'s\b)?|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
STOPS = frozenset(".?!;:")
ENDS = re.compile(r"[.?!][\"')\]]*\s|\n\s*\n")
DISGUISED = re.compile(r"[a-z]+(?:[0134578]+[a-z]+)+")
UNDISGUISED = str.maketrans("0134578", "oieastb")
BROKEN = re.compile(r"-(?<=[^\W\d_]-)\s*(?=[^\W\d_])")
SPELT = re.compile(r"\b[^\W\d_](?:[ ._*-]{1,2}[^\W\d_]){2,}\b")
LONGEST_SENTENCE = 80
SHORTEST_SHOUTED = 2
CAST = "<cast>"
"""The word that stands for a name of the case's cast, and for a placeholder of a template."""


def normal(word: str) -> str:
    """A word as rules compare it: without case, possessive, apostrophes, and stops between its letters."""
    word = word.lower()
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    word = word.replace(".", "")
    if DISGUISED.fullmatch(word):
        word = word.translate(UNDISGUISED)
    return word


class Passage:
    """The words of a text.

    `words` are normalised; `starts` and `ends` are offsets in `plain`, the folded text. Names of the cast and
    placeholders are the word CAST. `coded` are the words that have figures or stops after their first letter.
    """

    __slots__ = ("coded", "ends", "folded", "plain", "starts", "text", "words")

    def __init__(self, text: str, cast: Collection[str] = ()) -> None:
        self.text = text
        self.folded = fold(text)
        self.plain = plain = self.folded.text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.coded: list[int] = []
        names = {part for name in cast for part in WORD.findall(fold(name).text)}
        names |= {name.upper() for name in names if len(name) > SHORTEST_SHOUTED}
        words, starts, ends = self.words, self.starts, self.ends
        for found in WORD.finditer(plain):
            raw = found.group()
            start, end = found.span()
            starts.append(start)
            ends.append(end)
            if raw.isalpha():
                words.append(CAST if raw in names else raw.lower())
            elif raw[0] == "{" or raw.removesuffix("'s") in names:
                words.append(CAST)
            else:
                words.append(normal(raw))
                if raw[0].isalpha() and "'" not in raw:
                    self.coded.append(len(words) - 1)

    def raw(self, at: int) -> str:
        """A word as it is written."""
        return self.plain[self.starts[at] : self.ends[at]]

    def gap(self, at: int) -> str:
        """What stands between a word and the next, or after the last."""
        return self.plain[self.ends[at] : self.starts[at + 1] if at + 1 < len(self.starts) else None]

    def joined(self, at: int) -> bool:
        """Whether a word and the next can belong to one phrase."""
        return at + 1 < len(self.words) and STOPS.isdisjoint(self.gap(at))

    def capital(self, at: int) -> bool:
        """Whether a word is written with a capital."""
        return self.plain[self.starts[at]].isupper()

    def opens(self, at: int) -> bool:
        """Whether a word is the first of its sentence, of the text or of what follows a colon or quotation mark."""
        if at == 0:
            return True
        gap = self.gap(at - 1)
        return not STOPS.isdisjoint(gap) or '"' in gap or "\n\n" in gap

    def broken(self) -> Iterator[tuple[int, int, str]]:
        """Words that stand in parts: broken by a hyphen, or letter by letter. First word, first after, the whole."""
        for found in BROKEN.finditer(self.plain):
            first = bisect_left(self.ends, found.start())
            if first + 1 < len(self.words):
                yield first, first + 2, self.words[first] + self.words[first + 1]
        for found in SPELT.finditer(self.plain):
            first = bisect_left(self.starts, found.start())
            last = bisect_left(self.starts, found.end())
            yield first, last, "".join(self.words[first:last])

    def sentence(self, at: int) -> tuple[int, int]:
        """The first word of the sentence of a word, and the first after it, looked for so far and no farther."""
        first = at
        while first > max(at - LONGEST_SENTENCE, 0) and not ENDS.search(self.gap(first - 1)):
            first -= 1
        last = at
        while last + 1 < min(at + LONGEST_SENTENCE, len(self.words)) and not ENDS.search(self.gap(last)):
            last += 1
        return first, last + 1
