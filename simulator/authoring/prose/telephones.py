"""Rules of telephone numbers, in figures, in words or in both."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind, Span, words_of
from simulator.authoring.prose.passage import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

BETWEEN = re.compile(r"[ \t\n().+*/_-]*")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*-?\s*(?:[01]?\d|2[0-3])[.:][0-5]\d)*")
LONGEST = 15
FEWEST, MOST, FEWEST_AFTER_A_WORD = 9, 13, 5
FEWEST_IN_WORDS = 6
NEAR = 3


class Telephones(Kind):
    """Runs of digits that somebody could ring.

    Settings: `region`, as the library phonenumbers names it; `digits`, each digit's words; `repeating`, words that
    repeat the next digit and how often; `zeros`, words for so many zeros; `words`, near which a short run counts as
    well; `passes`, numbers that everybody knows; `others`, words after which a run is a number of another sort.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._region: str = settings["region"]
        self._digits = {normal(word): digit for digit, words in settings["digits"].items() for word in words}
        self._repeating = {normal(word): times for word, times in settings["repeating"].items()}
        self._zeros = {normal(word): "0" * times for word, times in settings["zeros"].items()}
        self._near = frozenset(normal(word) for word in settings["words"])
        self._others = frozenset(normal(word) for word in settings["others"])
        self._passes = frozenset(settings["passes"])

    def triggers(self) -> Iterable[tuple[str, object]]:
        """Numbers, and words for digits."""
        return [("<number>", None), *((word, None) for word in (*self._digits, *self._repeating))]

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """The run that begins here, if it is a number."""
        first, last = hit.first, hit.last
        if self._continues(passage, first - 1):
            return None
        end = last
        while self._continues(passage, end - 1):
            end += 1
        if end - first < 2 and len(passage.words[first]) < FEWEST_AFTER_A_WORD:
            return None
        digits, in_words = self._run(passage, first, end)
        span = words_of(passage, first, end)
        if not self._is_number(passage, first, digits, in_words):
            return None
        written = passage.plain[span[0] : span[1]]
        is_time = CLOCK.match(written) if len(digits) < FEWEST else CLOCK.fullmatch(written)
        return None if is_time else span

    def _continues(self, passage: Passage, at: int) -> bool:
        """Whether a word and the next are parts of one run."""
        if at < 0 or at + 1 >= len(passage.words):
            return False
        if not (self._like_digits(passage.words[at]) and self._like_digits(passage.words[at + 1])):
            return False
        gap = passage.gap(at)
        spelt = not (passage.words[at].isdigit() and passage.words[at + 1].isdigit())
        return bool(BETWEEN.fullmatch(gap.replace(",", "") if spelt else gap))

    def _like_digits(self, word: str) -> bool:
        return word.isdigit() or word in self._digits or word in self._repeating or word in self._zeros

    def _run(self, passage: Passage, first: int, last: int) -> tuple[str, bool]:
        digits, times, spelt = "", 1, 0
        for word in passage.words[first:last]:
            if word in self._repeating:
                times = self._repeating[word]
                continue
            spelt += word in self._digits or word in self._zeros
            digits += (self._digits.get(word) or self._zeros.get(word, word)) * times
            times = 1
        return digits, spelt * 2 > last - first

    def _is_number(self, passage: Passage, first: int, digits: str, in_words: bool) -> bool:
        if len(digits) > LONGEST + 2 or digits in self._passes or not digits:
            return False
        international = passage.plain[: passage.starts[first]].rstrip("( ").endswith("+")
        if in_words:
            return len(digits) >= (FEWEST_IN_WORDS if digits[0] == "0" else FEWEST)
        near = passage.words[max(first - NEAR, 0) : first]
        of_another_sort = not self._others.isdisjoint(near)
        if len(digits) < FEWEST and not international:
            beside = not self._near.isdisjoint(near) and not of_another_sort
            return beside and len(digits) >= FEWEST_AFTER_A_WORD
        if (international or digits[0] == "0") and len(digits) <= MOST and not of_another_sort:
            return True
        return _possible(("+" if international else "") + digits, self._region)


@cache
def _library() -> tuple[Callable[..., Any], Callable[..., bool], Callable[..., bool], type[Exception]]:
    """The library's own functions, brought in when the first number is met."""
    from phonenumbers import NumberParseException, is_possible_number, is_valid_number, parse

    return parse, is_possible_number, is_valid_number, NumberParseException


def _possible(digits: str, region: str) -> bool:
    """Whether digits can be a number: of any form where they begin like one, else only a valid one."""
    parse, is_possible, is_valid, unreadable = _library()
    try:
        number = parse(digits, region)
    except unreadable:
        return False
    return is_possible(number) if digits[0] in "+0" else is_valid(number)
