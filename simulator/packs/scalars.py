"""Unquoted YAML words and numbers: those that programs read differently must be quoted."""

from __future__ import annotations

import re
from typing import Final

AMBIGUOUS: Final = object()
"""Stands for a word that must be quoted."""

LARGEST = 2**53
"""The largest whole number that every JSON program keeps exactly."""

DOUBTFUL = "0123456789+-.~=<nNyYtTfFoO"
"""A word that begins with none of these characters is text."""

_WORDS = {"null": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?P<fraction>\.[0-9]{1,15})?")
_TRUTH = {"y", "n", "yes", "no", "on", "off", "true", "false"}
_NOTHING = {"", "~", "null"}
_NUMBER_LIKE = re.compile(
    r"[-+]?(?:"
    r"[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]*)?"  # 0123, 1_000, 1., 1e3
    r"|\.[0-9_]+(?:[eE][-+]?[0-9_]*)?"  # .5
    r"|0[xXoObB][0-9a-fA-F_]*"
    r"|[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?"  # 1:20, 1:20.5
    r"|\.(?i:inf|nan))"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t][0-9:. \t+Zz-]*)?")


def plain_value(text: str) -> object:
    """The value of an unquoted YAML scalar, or `AMBIGUOUS`."""
    if text in _WORDS:
        return _WORDS[text]
    if text[:1].isalpha():
        return AMBIGUOUS if _doubt(text) else text
    if number := _NUMBER.fullmatch(text):
        if number["fraction"]:
            return float(text)
        whole = int(text)
        return whole if -LARGEST <= whole <= LARGEST else AMBIGUOUS
    return AMBIGUOUS if _doubt(text) else text


def reading_fault(text: str) -> tuple[str, str]:
    """What is wrong with an ambiguous word, and what would be right."""
    if not text:
        return "nothing stands here", 'write the value, null for nothing, or "" for an empty text'
    if text == "<<":
        return "merge keys (<<) are not read", "write the keys out"
    shown = text if len(text) <= 40 else text[:39] + "…"
    quoted = f'put it in quotes: "{shown}"'
    doubt = _doubt(text)
    if doubt == "a number":
        return f"`{shown}` may be a number or a text", f"{quoted}, or write a plain number such as 12 or 0.5"
    if doubt == "a yes or no":
        return f"`{shown}` may be a word or a yes or no", f"{quoted}, or write true or false"
    if doubt == "nothing":
        return f"`{shown}` may be a word or nothing", f"{quoted}, or write null"
    return f"`{shown}` may be {doubt or 'a number too large'} or a text", quoted


def _doubt(text: str) -> str | None:
    lowered = text.lower()
    if lowered in _NOTHING:
        return "nothing"
    if lowered in _TRUTH:
        return "a yes or no"
    if text[:1].isalpha():
        return None
    if _DATE.fullmatch(text):
        return "a date"
    if text in ("<<", "="):
        return "a sign of YAML's own"
    return "a number" if _NUMBER_LIKE.fullmatch(text) else None
