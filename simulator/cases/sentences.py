"""Sentences with placeholders: read once, checked, and filled in from plain words only.

A placeholder is `{name}` or `{name.form}`; what it may be is listed, and nothing else is looked up. A name that
begins with a capital gives its words with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Words = Mapping[str, Mapping[str, str]]
"""For each name its forms; the form `` is the name by itself."""

_PLACEHOLDER = re.compile(r"\{([A-Za-z][a-z0-9_]{0,39})(?:\.([a-z][a-z0-9_]{0,39}))?\}")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Where words are filled in."""

    name: str
    form: str
    capital: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """`pattern` has `%s` for each placeholder, `needs` are their names and forms, `length` is about how many words.

    A sentence is equal to itself alone, however alike another is.
    """

    pattern: str
    placeholders: tuple[Placeholder, ...]
    needs: tuple[tuple[str, str], ...]
    length: int

    def fits(self, words: Words) -> bool:
        """Whether every placeholder can be filled in."""
        for name, form in self.needs:  # noqa: SIM110 - asked very often: a loop is faster
            if name not in words or form not in words[name]:
                return False
        return True

    def filled(self, words: Words) -> str:
        """The sentence with its words; it begins with a capital."""
        return _capital(self.begun(words))

    def begun(self, words: Words) -> str:
        """Like `filled`, but it begins as its first word does."""
        return self.pattern % tuple([_filled(each, words) for each in self.placeholders])


class BadPlaceholder(ValueError):
    """A brace that begins or ends no placeholder; the text says which."""


def sentence_of(text: str) -> Sentence:
    """The sentence in a pack's text. Raises BadPlaceholder."""
    parts = list(_parts(text))
    placeholders = tuple(part for part in parts if isinstance(part, Placeholder))
    needs = dict.fromkeys((part.name, part.form) for part in placeholders)
    pattern = "".join(part.replace("%", "%%") if isinstance(part, str) else "%s" for part in parts)
    return Sentence(pattern, placeholders, tuple(needs), len(text.split()))


def _parts(text: str) -> Iterator[str | Placeholder]:
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        if found.start() > end:
            yield _plain(text[end : found.start()])
        name, form = found[1], found[2] or ""
        yield Placeholder(name[0].lower() + name[1:], form, name[0].isupper())
        end = found.end()
    if end < len(text):
        yield _plain(text[end:])


def _plain(text: str) -> str:
    brace = re.search(r"\{[^{}]{0,40}\}|[{}]\S{0,40}", text)
    if brace:
        raise BadPlaceholder(brace[0])
    return text


def _filled(placeholder: Placeholder, words: Words) -> str:
    text = words[placeholder.name][placeholder.form]
    return _capital(text) if placeholder.capital else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
