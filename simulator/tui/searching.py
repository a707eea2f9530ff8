"""Plain text searched for as a person types it: case, accents and the shape of quotation marks do not matter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Span

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

MARK = "bold reverse"
MOST_MARKED = 1_000
"""Places that are marked in one text; of a single letter there can be tens of thousands."""
_TYPED = str.maketrans("‘’‚“”„‐‑–—", "'''\"\"\"----")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared; `origins` gives for each of its characters the index of the one it comes from."""

    text: str
    origins: Sequence[int]


@lru_cache(maxsize=4096)
def folded(text: str) -> Folded:
    """`text` in lower case, without accents, and with the marks of a keyboard."""
    if text.isascii():
        return Folded(text.lower(), range(len(text)))
    characters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        plain = unicodedata.normalize("NFKD", character.casefold()).translate(_TYPED)
        for each in plain:
            if not unicodedata.combining(each):
                characters.append(each)
                origins.append(index)
    return Folded("".join(characters), origins)


def sought(typed: str) -> str:
    """What was typed, as it is looked for; empty where nothing is."""
    return folded(" ".join(typed.split())).text


def holds(text: str, needle: str) -> bool:
    """Whether what is `sought` stands in a text."""
    return bool(needle) and needle in folded(text).text


def marked(text: str, needle: str, style: str = "") -> Content:
    """A text to show, with each place marked at which `needle` stands."""
    content = shown(text, style)
    if not needle:
        return content
    places = islice(_places(content.plain, needle), MOST_MARKED)
    return content.add_spans([Span(start, end, MARK) for start, end in places])


def _places(text: str, needle: str) -> Iterator[tuple[int, int]]:
    within = folded(text)
    start = within.text.find(needle)
    while start >= 0:
        end = start + len(needle)
        yield within.origins[start], within.origins[end - 1] + 1
        start = within.text.find(needle, end)
