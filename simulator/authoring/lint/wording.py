"""Phrases by which a text tells a fact, as patterns.

A phrase is words and stops with spaces between. `is/was` is either word, `any?` may be left out, `admi*` is any word
that begins so, `...` stands for up to four words, `<one>` for the name of somebody in the case, `<number>` for a
number in figures or words, `<aside>` for what may stand in brackets or between commas. Patterns are for texts in lower case.
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

_GAP = rf"(?:\s+[^\s.,;?!]+){{0,{MOST_IN_GAP}}}?"
_ASIDE = r"(?:\s*\([^()]{0,40}\)|,[^,.;?!]{0,40},)?"
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

    def of_number(self, number: int) -> re.Pattern[str]:
        """What finds one number."""
        words = (re.escape(word) for word, each in self._numbers.items() if each == number)
        return re.compile(rf"(?<![\w.:])(?:{'|'.join((str(number), *words))})(?![\w])(?![.:]\d)")

    def finding(self, phrases: Iterable[str], then: Iterable[str] = ()) -> re.Pattern[str]:
        """What finds any of some phrases, followed by one of `then` if there are any."""
        found = "|".join(self._written(tokens, tight=True) for each in phrases for tokens in _variants(each.lower()))
        return re.compile(f"(?:{found}){self._following(then)}")

    def after_name(self, phrases: Iterable[str], then: Iterable[str] = ()) -> re.Pattern[str] | None:
        """What matches, where a name ends, the rest of those phrases that begin with it."""
        found = [
            self._written(tokens[1:], tight=False)
            for each in phrases
            for tokens in _variants(each.lower())
            if tokens[0] == ONE
        ]
        return re.compile(f"(?:{'|'.join(found)}){self._following(then)}") if found else None

    def before_name(self, phrases: Iterable[str]) -> re.Pattern[str] | None:
        """What finds, in a text that ends where a name begins, the rest of those phrases that end with it."""
        found = [
            self._written(tokens[:-1], tight=True)
            for each in phrases
            for tokens in _variants(each.lower())
            if tokens[-1] == ONE and len(tokens) > 1
        ]
        return re.compile(rf"(?:{'|'.join(found)})\s+\Z") if found else None

    def _following(self, then: Iterable[str]) -> str:
        each = "|".join(self._written(tokens, tight=False) for phrase in then for tokens in _variants(phrase.lower()))
        return f"(?={each})" if each else ""

    def _written(self, tokens: tuple[str, ...], *, tight: bool) -> str:
        """The pattern of tokens; `tight` says that no space need stand before the first."""
        written = ""
        for token in tokens:
            if token == ASIDE:
                written += _ASIDE
            elif token == GAP:
                written += _GAP
            else:
                written += "" if tight else r"\s*" if token in _STOPS else r"\s+"
                written += self._token(token)
            tight = token in _OPENING
        return written

    def _token(self, token: str) -> str:
        if token == NUMBER:
            return self._number
        if not token[0].isalnum():
            return re.escape(token)
        words = [
            re.escape(word[:-1]) + r"\w*" if word[-1] == "*" else re.escape(word) for word in token.split("/")
        ]
        return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"


def anchors_of(phrase: str) -> tuple[str, ...]:
    """Parts in lower case of which a text holds one wherever a phrase stands; none where that is not known."""
    fixed = [
        [word.removesuffix("*").lower() for word in token.split("/")]
        for token in phrase.split()
        if token[0].isalnum() and not token.endswith("?")
    ]
    return tuple(max(fixed, key=lambda words: min(map(len, words)), default=()))


def _variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """The tokens of a phrase, with and without each that may be left out."""
    choices = [
        ((), (token[:-1],)) if token.endswith("?") and len(token) > 1 else ((token,),)
        for token in phrase.split()
    ]
    for chosen in product(*choices):
        yield tuple(token for part in chosen for token in part)
