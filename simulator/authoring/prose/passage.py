"""A text as words: normalised once, and read by every rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from simulator.authoring.prose.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WORD = re.compile(r"\{[^{}\n]*\}(?:'s\b)?|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
WORDS = re.compile(f"({WORD.pattern})")
PLAIN_WORDS = re.compile(WORDS.pattern.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"[^\W_]", "[A-Za-z0-9]"))
CODED = re.compile(r"[0-9](?<=[^\W\d_][0-9])|\.(?<=[^\W\d_]\.)(?=[^\W\d_])")
STOPS = frozenset(".?!;:")
ENDS = re.compile(r"[.?!][\"')\]]*\s|\n\s*\n")
DISGUISED = re.compile(r"[a-z]+(?:[0134578]+[a-z]+)+")
UNDISGUISED = str.maketrans("0134578", "oieastb")
BROKEN = re.compile(r"-(?<=[^\W\d_]-)\s*(?=[^\W\d_])")
SPELT = re.compile(r"\b[^\W\d_](?:[ ._*-]{1,2}[^\W\d_]){2,}\b")
LONGEST_SENTENCE = 80
SHORTEST_SHOUTED = 2
MOST_REMEMBERED = 50_000
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


class _Normal(dict[str, str]):
    """Words as rules compare them, remembered."""

    def __missing__(self, raw: str) -> str:
        word = CAST if raw[0] == "{" else raw.lower() if raw.isalpha() else normal(raw)
        if len(self) < MOST_REMEMBERED:
            self[raw] = word
        return word


NORMAL = _Normal()


@lru_cache(maxsize=64)
def _forms(cast: tuple[str, ...]) -> frozenset[str]:
    """How the names of a cast are written."""
    names = {part for name in cast for part in WORD.findall(fold(name).text)}
    names |= {name.upper() for name in names if len(name) > SHORTEST_SHOUTED}
    return frozenset(name + ending for name in names for ending in ("", "'s"))


class Passage:
    """The words of a text.

    `words` are normalised; `starts` and `ends` are offsets in `plain`, the folded text. Names of the cast and
    placeholders are the word CAST.
    """

    __slots__ = ("_parts", "ends", "folded", "plain", "starts", "text", "words")

    def __init__(self, text: str, cast: Collection[str] = ()) -> None:
        self.text = text
        self.folded = fold(text)
        self.plain = self.folded.text
        # What stands before the first word, the word, what stands between it and the next, and so on.
        self._parts = parts = (PLAIN_WORDS if self.plain.isascii() else WORDS).split(self.plain)
        offsets = list(accumulate(map(len, parts)))
        self.starts = offsets[:-1:2]
        self.ends = offsets[1::2]
        written = parts[1::2]
        self.words = list(map(NORMAL.__getitem__, written))
        names = _forms(tuple(cast))
        if not names.isdisjoint(written):
            self.words = [
                CAST if raw in names else word for raw, word in zip(written, self.words, strict=True)
            ]

    @property
    def coded(self) -> list[int]:
        """The words that begin with a letter and have figures or stops after it."""
        if not CODED.search(self.plain):
            return []
        return [
            at
            for at, raw in enumerate(self._parts[1::2])
            if raw[0].isalpha() and not raw.isalpha() and "'" not in raw and self.words[at] != CAST
        ]

    def raw(self, at: int) -> str:
        """A word as it is written."""
        return self._parts[2 * at + 1]

    def gap(self, at: int) -> str:
        """What stands between a word and the next, or after the last."""
        return self._parts[2 * at + 2]

    def joined(self, at: int) -> bool:
        """Whether a word and the next can belong to one phrase."""
        if at + 1 >= len(self.words):
            return False
        gap = self._parts[2 * at + 2]
        return gap == " " or STOPS.isdisjoint(gap)

    def capital(self, at: int) -> bool:
        """Whether a word is written with a capital."""
        return self._parts[2 * at + 1][0].isupper()

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
