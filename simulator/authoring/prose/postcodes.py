"""Rules of postcodes, whole or in part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.terms import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

SPELT = re.compile(r"(?<![^\W_])[a-z](?:[\s._-]{1,2}[a-z0-9]){4,6}(?![^\W_])", re.IGNORECASE)
ALONE = re.compile(r"[\s._-][0-9][\s._-]")
BETWEEN = re.compile(r"[\s._-]+")
OUTWARD = re.compile(r"([a-z]{1,2})(?:\d{1,2}|\d[a-z])")
WHOLE = re.compile(r"([a-z]{1,2})(?:\d{1,2}|\d[a-z])\d[abd-hjlnp-uw-z]{2}")
SECTOR = re.compile(r"([a-z]{1,2})(?:\d{1,2}|\d[a-z])\d")
INWARD = re.compile(r"\d[a-z]{2}")
ORDINALS = ("st", "nd", "rd", "th")
MOST_PARTS = 4
AREA_LETTERS = 2


class Postcodes(Kind):
    """Codes of an area, a district and the rest.

    Settings: `areas`, the letters that a code begins with; `after`, `before`: phrases beside which the first half of
    a code counts by itself; `passes`, what looks like one.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._areas = frozenset(area.lower() for area in settings["areas"])
        self._after = lexicon_of(settings["after"])
        self._before = lexicon_of(settings["before"])
        self._passes = lexicon_of(settings["passes"])

    def triggers(self) -> Iterable[tuple[str, object]]:
        """Numbers, before which the letters of an area may stand."""
        return [("<number>", None)]

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """Codes whose first word has letters and figures, and codes letter by letter."""
        for found in SPELT.finditer(passage.plain) if ALONE.search(passage.plain) else ():
            whole = WHOLE.fullmatch(BETWEEN.sub("", found.group()).lower())
            if whole is not None and whole[1] in self._areas:
                yield found.span()
        for at in passage.coded:
            span = self._code(passage, at)
            if span is not None:
                yield span

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """The code of which this number is the second word."""
        first = hit.first
        before = first - 1
        if before < 0 or len(passage.words[before]) > AREA_LETTERS or not passage.raw(before).isupper():
            return None
        return self._code(passage, before)

    def _code(self, passage: Passage, first: int) -> Span | None:
        if self._passes.covers(passage, first, first + 1):
            return None
        for end in range(min(first + MOST_PARTS, len(passage.words)), first, -1):
            if all(passage.joined(at) for at in range(first, end - 1)) and self._is_code(passage, first, end):
                return words_of(passage, first, end)
        return None

    def _is_code(self, passage: Passage, first: int, last: int) -> bool:
        written = "".join(passage.raw(at) for at in range(first, last))
        for form in (WHOLE, SECTOR, OUTWARD):
            found = form.fullmatch(written.lower())
            if found is not None and found[1] in self._areas:
                whole = form is WHOLE and (written.isupper() or self._together(passage, first, last))
                return whole or self._in_place(passage, first, last)
        return False

    def _together(self, passage: Passage, first: int, last: int) -> bool:
        """Whether the second half of a code in small letters is one word, and no ordinal."""
        end = passage.raw(last - 1)
        return not end.endswith(ORDINALS) and (last - first == 1 or bool(INWARD.fullmatch(end.lower())))

    def _in_place(self, passage: Passage, first: int, last: int) -> bool:
        return self._after.ending(passage, first) or self._before.beginning(passage, last)
