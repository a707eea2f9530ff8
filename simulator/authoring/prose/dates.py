"""Rules of dates: of birth, in any form, and any full date so early that it can be nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.passage import normal
from simulator.authoring.prose.terms import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?P<day>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})"
    r"|(?P<first>\d{4})(?P<other>[/.-])(?P<second>\d{1,2})(?P=other)(?P<third>\d{1,2}))(?![\d/]|[.-]\d)"
)
MARKED = re.compile(r"[0-9]\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]")
"""What every such date has; looked for first, since it is found faster."""
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
YEAR = re.compile(r"(?:19|20)\d\d")
SHORT_YEAR = re.compile(r"\d\d")
SQUEEZED = re.compile(r"\d{6}|\d{8}")
CENTURY, TURN = 100, 30
BEFORE, AFTER = 8, 5


class Dates(Kind):
    """Dates of birth.

    Settings: `months`, the words of each in their order; `days`, words for days of the month; `years`, phrases that
    are a year in words; `between`, words that may stand inside a date; `birth`, phrases beside which any date or
    year counts, and `abbreviations`, words directly before it with a stop; `earliest`, the first year of which a
    full date may be of something else.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._months = frozenset(normal(word) for words in settings["months"] for word in words)
        self._days = frozenset(normal(word) for word in settings["days"])
        self._years = lexicon_of(settings["years"])
        self._between = frozenset(normal(word) for word in settings["between"])
        self._birth = lexicon_of(settings["birth"])
        self._abbreviations = frozenset(normal(word) for word in settings["abbreviations"])
        self._earliest: int = settings["earliest"]

    def triggers(self) -> Iterable[tuple[str, object]]:
        """Names of months, and numbers."""
        return [("<number>", None), *((word, word) for word in sorted(self._months))]

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """Dates in figures with marks between."""
        if not MARKED.search(passage.plain):
            return
        for found in NUMERIC.finditer(passage.plain):
            if self._is_date(found) and (self._early(found) or self._of_birth_at(passage, found.start())):
                yield found.span()

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """A date with the name of a month, or a year or a run of figures beside a word of birth."""
        first, last = hit.first, hit.last
        if hit.meaning is not None:
            return self._with_month(passage, first)
        word = passage.words[first]
        if not (YEAR.fullmatch(word) or SQUEEZED.fullmatch(word)) or not self._of_birth(passage, first, last):
            return None
        return words_of(passage, first, last)

    def _with_month(self, passage: Passage, at: int) -> Span | None:
        first, last, day = at, at + 1, False
        before = at - 1
        while before >= 0 and passage.joined(before) and passage.words[before] in self._between:
            before -= 1
        if before >= 0 and passage.joined(before) and self._is_day(passage.words[before]):
            first, day = before, True
            while first > 0 and passage.joined(first - 1) and passage.words[first - 1] in self._days:
                first -= 1
        if not day and last < len(passage.words) and passage.joined(at) and self._is_day(passage.words[last]):
            last, day = last + 1, True
        year, last = self._year(passage, last)
        birth = self._of_birth(passage, first, last)
        early = day and year is not None and year < self._earliest
        if early or (birth and (day or year is not None)):
            return words_of(passage, first, last)
        return None

    def _year(self, passage: Passage, at: int) -> tuple[int | None, int]:
        """The year that begins with a word, and the word after; a year in words counts as an early one."""
        if at >= len(passage.words) or not passage.joined(at - 1):
            return None, at
        word = passage.words[at]
        if word in self._between and at + 1 < len(passage.words) and YEAR.fullmatch(passage.words[at + 1]):
            return int(passage.words[at + 1]), at + 2
        if YEAR.fullmatch(word):
            return int(word), at + 1
        if SHORT_YEAR.fullmatch(word):
            return _whole_year(int(word)), at + 1
        spelt = max(
            (hit.last for hit in self._years.within(passage, at, at + 4) if hit.first == at), default=None
        )
        return (None, at) if spelt is None else (0, spelt)

    def _is_day(self, word: str) -> bool:
        return word in self._days or bool(DAY.fullmatch(word))

    def _is_date(self, found: re.Match[str]) -> bool:
        parts = [int(found[name]) for name in ("day", "month", "second", "third") if found[name] is not None]
        return all(1 <= part <= 31 for part in parts) and min(parts) <= 12

    def _early(self, found: re.Match[str]) -> bool:
        if found["mark"] == "." and found["year"] is not None and len(found["year"]) == len("08"):
            return False  # 09.10.14 may be a time
        year = int(found["year"] or found["first"])
        return (year if year >= CENTURY else _whole_year(year)) < self._earliest

    def _of_birth_at(self, passage: Passage, offset: int) -> bool:
        at = bisect_left(passage.starts, offset)
        return at < len(passage.words) and self._of_birth(passage, at, min(at + 3, len(passage.words)))

    def _of_birth(self, passage: Passage, first: int, last: int) -> bool:
        """Whether a word of birth stands near, in the same clause."""
        if first > 0 and passage.words[first - 1] in self._abbreviations and "." in passage.gap(first - 1):
            return True
        begin = first
        while begin > 0 and begin > first - BEFORE and _same_clause(passage, begin - 1):
            begin -= 1
        end = last
        while end < len(passage.words) and end < last + AFTER and passage.joined(end - 1):
            end += 1
        return any(True for _ in self._birth.within(passage, begin, first)) or any(
            True for _ in self._birth.within(passage, last, end)
        )


def _same_clause(passage: Passage, at: int) -> bool:
    """Whether the word after this one belongs to its clause; the stop of an abbreviation ends none."""
    gap = passage.gap(at)
    return {";", "!", "?"}.isdisjoint(gap) and ("." not in gap or "." in passage.raw(at))


def _whole_year(short: int) -> int:
    return 2000 + short if short < TURN else 1900 + short
