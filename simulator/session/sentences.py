"""Where the sentences of a text begin and end, so that a person can name one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile(r"(?<![.!?…])([.!?…]++)[\"'”’)\]]*+\s+|\n\s*+")
"""A stop and the space after it, or the end of a line; it never looks at a character twice."""

_NEVER_LAST = re.compile(
    r"mr|mrs|ms|mx|dr|prof|sgt|insp|supt|cllr|rev|st|para|paras|cf|e\.g|i\.e|vs|viz", re.IGNORECASE
)
"""Abbreviations after which a sentence goes on, without their last stop."""

_LONGEST_WORD = 24
"""Characters before a stop that are looked at."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The start and end of each sentence of `text`, in order; together they hold all of it but space.

    A line ends a sentence, whatever it ends with.
    """
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for found in _BREAK.finditer(text, start):
        if found[1] is None or "\n" in found[0] or _ends(text, start, found):
            end = found.start() + len(found[0].rstrip())
            if end > start:
                yield start, start + len(text[start:end].rstrip())
            start = found.end()
    if start < len(text):
        yield start, len(text.rstrip())


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the stop that was found ends the sentence that begins at `start`."""
    following = text[found.end() : found.end() + 1]
    if not following or following.islower():
        return not following
    if found[1] != ".":
        return True
    words = text[max(start, found.start() - _LONGEST_WORD) : found.start()].split()
    last = words[-1].lstrip("(\"'“‘[") if words else ""
    if last == "No":
        return not following.isdigit()
    if _NEVER_LAST.fullmatch(last):
        return False
    return not (_is_number_of_a_line(last, words) or _is_initial(last, words))


def _is_number_of_a_line(last: str, words: list[str]) -> bool:
    """Whether `last` only counts what comes after it, as in `1. First.`"""
    return len(words) == 1 and last.isdigit()


def _is_initial(last: str, words: list[str]) -> bool:
    """Whether `last` is an initial in a name, and not the name of somebody at the end of a sentence."""
    return len(last) == 1 and last.isupper() and (len(words) == 1 or words[-2][:1].isupper())
