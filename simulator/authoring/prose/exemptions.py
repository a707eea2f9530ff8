"""What rules of prose do not reach: quotations of the guidance, labels of its options, and a pack's own names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.authoring.prose.folding import fold
from simulator.authoring.prose.quotations import QUOTED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from simulator.authoring.prose.kinds import Span
    from simulator.authoring.prose.passage import Passage
    from simulator.guidance.guidance import Guidance

FEWEST_WORDS = 4
"""So many words of a paragraph are a quotation by themselves; fewer only where their sentence names a paragraph."""

FARTHEST = 400
SPACE = re.compile(r"\s+")
WORDS = re.compile(r"\w+")
ENDS = re.compile(r"[.?!]\s")


class Exemptions:
    """Spans of a text that no rule reaches."""

    def __init__(self, guidance: Guidance, own_names: Collection[str]) -> None:
        texts = [_plain(each.text) for each in guidance.paragraphs.values()]
        self._paragraphs = " \n ".join(("", *texts, ""))
        self._cited = re.compile(r"\b(?:" + "|".join(map(re.escape, guidance.paragraphs)) + r")\b")
        self._labels = {
            _written(option.label) for question in guidance.questions.values() for option in question.options
        }
        several = sorted({label for label in self._labels if " " in label}, key=len, reverse=True)
        self._label = re.compile(
            "|".join(rf"(?<!\w){re.escape(label)}(?!\w)" for label in several) or r"(?!)"
        )
        names = sorted({_written(name) for name in own_names if name[:1].isupper()}, key=len, reverse=True)
        self._name = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")

    def spans(self, passage: Passage) -> list[Span]:
        """All of them, in the folded text."""
        plain = passage.plain
        found = [each.span() for each in self._name.finditer(plain)]
        found += [each.span() for each in self._label.finditer(plain)]
        if '"' in plain or "'" in plain:
            found += self._quotations(plain)
        return found

    def _quotations(self, plain: str) -> Iterator[Span]:
        for found in QUOTED.finditer(plain):
            quoted = (found["double"] or found["single"] or "").strip()
            if _written(quoted) in self._labels or self._is_quotation(plain, *found.span(), quoted):
                yield found.span()

    def _is_quotation(self, plain: str, start: int, end: int, quoted: str) -> bool:
        words = _plain(quoted)
        if not words or f" {words} " not in self._paragraphs:
            return False
        if len(words.split()) >= FEWEST_WORDS:
            return True
        begin = max((each.end() for each in ENDS.finditer(plain, max(start - FARTHEST, 0), start)), default=0)
        begin = max(begin, start - FARTHEST)
        after = ENDS.search(plain, end - 1, end + FARTHEST)
        return bool(self._cited.search(plain, begin, after.start() + 1 if after else end + FARTHEST))


def _written(text: str) -> str:
    return SPACE.sub(" ", fold(text).text).strip()


def _plain(text: str) -> str:
    """Words alone: a quotation may end before the stop, and leave out marks."""
    return " ".join(WORDS.findall(_written(text).lower()))
