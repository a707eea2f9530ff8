"""The text of a block as it tells of somebody: who is named where, in which sentence, and whom words are about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator, Mapping

Who = tuple[str, int]
"""An entity and the number of one of its elements."""

_ENDS = (". ", "? ", "! ", "; ", ".\n", "?\n", "!\n", ";\n", "\n\n")


class Mention(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    who: Who


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
                    found.append(Mention(at, end, who))
                at = text.find(name, end)
        return tuple(sorted(found))

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of a character begins and ends; a semicolon ends one."""
        begins = max(self.text.rfind(end, 0, at) for end in _ENDS)
        ends = [found for end in _ENDS if (found := self.text.find(end, at)) >= 0]
        return begins + 1, min(ends, default=len(self.text) - 1) + 1

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

    def named_before(self, at: int, joining: re.Pattern[str]) -> list[Mention]:
        """Whom the sentence names last before a character: one name, or several that are joined."""
        begins, _ = self.sentence(at)
        before = [each for each in self.mentions if begins <= each.start and each.end <= at]
        found = before[-1:]
        for each in reversed(before[:-1]):
            if not joining.fullmatch(self.lower, each.end, found[0].start):
                break
            found.insert(0, each)
        return found
