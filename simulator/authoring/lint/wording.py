"""Phrases by which a text tells a fact, as patterns.

A phrase is words and stops with spaces between. `is/was` is either word, `any?` may be left out, `admi*` is any word
that begins so, `...` stands for up to four words, `<one>` for the name of somebody in the case, `<number>` for a
number in figures or words, `<aside>` for what may stand in brackets or between commas. Patterns are for
texts in lower case.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ONE, NUMBER, ASIDE, GAP = "<one>", "<number>", "<aside>", "..."
MOST_IN_GAP = 4
FIGURES = r"\d{1,3}(?![.:]\d)"

_SLOTS = {
    GAP: rf"(?:\s+[^\s.,;?!]+){{0,{MOST_IN_GAP}}}?",
    ASIDE: r"(?:\s*\([^()]{0,40}\)|,[^,.;?!]{0,40},)?",
}
_OPENING = frozenset("(-")
"""Stops after which there is no space."""
_STOPS = frozenset(",.;:()-")
"""Stops before which there may be a space."""


class Wording:
    """Turns phrases into patterns; `numbers` are those in words."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = {word.lower(): number for word, number in numbers.items()}
        words = sorted((re.escape(word) for word in self._numbers), key=len, reverse=True)
        self._number = rf"(?<![\w.:])(?:{'|'.join((FIGURES, *words))})(?!\w)"
        self._any_number = re.compile(self._number)

    def number_in(self, text: str) -> int | None:
        """The first number of a text, in figures or words, if there is one."""
        found = self._any_number.search(text)
        if found is None:
            return None
        return int(found.group()) if found.group().isdigit() else self._numbers[found.group()]

    def forms_of(self, number: int) -> frozenset[str]:
        """How a number is written."""
        return frozenset((str(number), *(word for word, each in self._numbers.items() if each == number)))

    def finding_number(self, number: int) -> re.Pattern[str]:
        """What finds one number."""
        forms = "|".join(re.escape(each) for each in self.forms_of(number))
        return re.compile(rf"(?<![\w.:])(?:{forms})(?!\w|[.:]\d)")

    def finding(self, phrases: Iterable[str], then: Iterable[str] = ()) -> re.Pattern[str]:
        """What finds any of some phrases, followed by one of `then` if there are any."""
        variants = [each for phrase in phrases for each in _variants(phrase)]
        of_words = self._any([each for each in variants if each[0][0].isalnum()], tight=True)
        others = self._any([each for each in variants if not each[0][0].isalnum()], tight=True)
        found = "|".join([rf"(?<!\w){of_words}"] * bool(of_words) + [others] * bool(others))
        return re.compile(f"(?:{found}){self._following(then)}")

    def after_name(self, phrases: Iterable[str], then: Iterable[str] = ()) -> re.Pattern[str] | None:
        """What matches, where a name ends, the rest of those phrases that begin with it."""
        found = self._any(_after_names(phrases), tight=False)
        return re.compile(found + self._following(then)) if found else None

    def before_name(self, phrases: Iterable[str]) -> re.Pattern[str] | None:
        """What finds, in a text that ends where a name begins, the rest of those phrases that end with it."""
        variants = [each[:-1] for phrase in phrases for each in _variants(phrase) if each[-1] == ONE]
        found = self._any([each for each in variants if each], tight=True)
        return re.compile(rf"(?<!\w){found}\s+\Z") if found else None

    def _following(self, then: Iterable[str]) -> str:
        found = self._any([each for phrase in then for each in _variants(phrase)], tight=False)
        return f"(?={found})" if found else ""

    def _any(self, variants: Iterable[tuple[str, ...]], *, tight: bool) -> str:
        """The pattern of any of some runs of tokens; `tight` says that no space need stand before the first."""
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for first, *rest in filter(None, variants):
            by_first.setdefault(first, []).append(tuple(rest))
        ends = any(not each for each in variants)
        parts = [
            self._step(first, tight=tight) + self._any(rest, tight=first in _OPENING)
            for first, rest in by_first.items()
        ]
        return f"(?:{'|'.join(parts)}){'?' if ends else ''}" if parts else ""

    def _step(self, token: str, *, tight: bool) -> str:
        if token in _SLOTS:
            return _SLOTS[token]
        between = "" if tight else r"\s*" if token in _STOPS else r"\s+"
        return between + self._token(token)

    def _token(self, token: str) -> str:
        if token == NUMBER:
            return self._number
        if not token[0].isalnum():
            return re.escape(token)
        words = token.split("/")
        found = [re.escape(each[:-1]) + r"\w*" if each[-1] == "*" else re.escape(each) for each in words]
        return (found[0] if len(found) == 1 else f"(?:{'|'.join(found)})") + r"(?!\w)"


def anchors_of(phrase: str) -> tuple[str, ...]:
    """Words in lower case of which a text has one wherever a phrase stands; none where that is not known."""
    fixed = [
        token.split("/")
        for token in phrase.lower().split()
        if token[0].isalnum() and token[-1] != "?" and not set("*-'").intersection(token)
    ]
    return tuple(max(fixed, key=lambda words: min(map(len, words)), default=()))


def beginnings_of(phrases: Iterable[str]) -> frozenset[str]:
    """Words and stops of which one stands after a name wherever a phrase stands that begins with it."""
    found: set[str] = set()
    for each in _after_names(phrases):
        beyond = next(token for token in each if token != ASIDE)
        found |= {"(", ","} if ASIDE in each[:1] else set()
        found |= set(beyond.split("/"))
    return frozenset(found)


def _after_names(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    return [each[1:] for phrase in phrases for each in _variants(phrase) if each[0] == ONE and len(each) > 1]


def _variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """The tokens of a phrase, with and without each that may be left out, from each word that may begin it."""
    choices = [
        ((), (token[:-1],)) if token.endswith("?") and len(token) > 1 else ((token,),)
        for token in phrase.lower().split()
    ]
    for chosen in product(*choices):
        first, *rest = (token for part in chosen for token in part)
        for each in first.split("/"):
            yield (each, *rest)
