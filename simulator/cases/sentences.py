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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's parts, its placeholders as (name, form), and about how many words it has."""

    parts: tuple[str | Placeholder, ...]
    needs: tuple[tuple[str, str], ...]
    length: int

    def fits(self, near: Words, far: Words) -> bool:
        """Whether every placeholder can be filled in."""
        for name, form in self.needs:
            words = near.get(name) or far.get(name)
            if words is None or form not in words:
                return False
        return True

    def filled(self, near: Words, far: Words) -> str:
        """The sentence with its words, those `near` before those `far`; it begins with a capital."""
        return _capital(self.words(near, far))

    def words(self, near: Words, far: Words) -> str:
        """Like `filled`, but it begins as its first word does."""
        words: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                words.append(part)
            else:
                words.append(_filled(part, near.get(part.name) or far[part.name]))
        return "".join(words)


class BadPlaceholder(ValueError):
    """A brace that begins or ends no placeholder; the text says which."""


def sentence_of(text: str) -> Sentence:
    """The sentence in a pack's text. Raises BadPlaceholder."""
    parts = tuple(_parts(text))
    placeholders = [part for part in parts if isinstance(part, Placeholder)]
    needs = dict.fromkeys((part.name, part.form) for part in placeholders)
    return Sentence(parts, tuple(needs), len(text.split()))


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


def _filled(part: Placeholder, forms: Mapping[str, str]) -> str:
    words = forms[part.form]
    return _capital(words) if part.capital else words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
