"""The text of a block as it tells of somebody: who is named where, in which sentence, and whom words are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

Who = tuple[str, int]
"""An entity and the number of one of its elements."""

_END = re.compile(r"[.?!;]\s|\n\n")
_NEXT = re.compile(r"\s*(\w+|[^\w\s])")
_BLANKED = str.maketrans(dict.fromkeys(',;?!()-"', " "))


class Mention(NamedTuple):
    """A name in a text, and the word or stop that comes `next`."""

    start: int
    end: int
    who: Who
    next: str


class Reported:
    """A text in which somebody may be named; `names` are everybody's of the case. `lower` is as long as `text`."""

    def __init__(self, text: str, names: Mapping[str, Who]) -> None:
        self.text = text.replace("’", "'")
        lower = self.text.lower()
        self.lower = lower if len(lower) == len(text) else self.text
        self._names = names

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every name, in the order of the text."""
        text, found = self.text, []
        for name, who in self._names.items():
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    found.append(Mention(at, end, who, self._next(end)))
                at = text.find(name, end)
        return tuple(sorted(found))

    def _next(self, at: int) -> str:
        found = _NEXT.match(self.lower, at)
        return found[1] if found is not None else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text in lower case; of some that stops hold together only the whole."""
        plain = f"{self.lower} ".replace(". ", " ").replace(": ", " ")
        return frozenset(plain.translate(_BLANKED).split())

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *(found.end() for found in _END.finditer(self.text)), len(self.text)]

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of a character begins and ends; a semicolon ends one."""
        place = min(bisect_right(self._ends, at), len(self._ends) - 1)
        return self._ends[place - 1], self._ends[place]

    def sentences_with(self, parts: Collection[str]) -> Iterator[tuple[int, int]]:
        """The sentences that hold some part in lower case."""
        seen = set()
        for part in parts:
            at = self.lower.find(part)
            while at >= 0:
                begins, ends = self.sentence(at)
                if begins not in seen:
                    seen.add(begins)
                    yield begins, ends
                at = self.lower.find(part, ends)

    def named_before(self, at: int) -> list[Mention]:
        """Whom the sentence names before a character."""
        begins, _ = self.sentence(at)
        return [each for each in self.mentions if begins <= each.start and each.end <= at]

    def last_named(self, before: Sequence[Mention], joining: re.Pattern[str]) -> list[Mention]:
        """Of those who are named those who are named last: one name, or several that are joined."""
        found = list(before[-1:])
        for each in reversed(before[:-1]):
            if not joining.fullmatch(self.lower, each.end, found[0].start):
                break
            found.insert(0, each)
        return found
