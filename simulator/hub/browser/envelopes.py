"""What a browser may send: `["stdin", TEXT]`, `["resize", {"width": …, "height": …}]`, `["ping", TEXT]`, and
`["focus"]` or `["blur"]`; all else is refused."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

LONGEST = 64 * 1024
"""Bytes that one message may have."""

LONGEST_PING = 32
WIDTHS, HEIGHTS = (20, 500), (5, 200)
USUAL = (80, 24)

SIZE_KEY = re.compile(r"\x1b\[48;+")
"""How a terminal begins when it tells of its size among the keys: to Textual that is a size as well."""


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and rows, within what can be drawn."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Keys:
    """What was typed, pasted or done with the mouse, as a terminal tells it."""

    text: str


@dataclass(frozen=True, slots=True)
class Ping:
    """Wants the same text back."""

    text: str


@dataclass(frozen=True, slots=True)
class Attention:
    """Whether the terminal has the keyboard."""

    kind: Literal["focus", "blur"]


Envelope: TypeAlias = Size | Keys | Ping | Attention


def envelope(text: str) -> Envelope:
    """What a browser's message says; raises ValueError where it is none of the above."""
    try:
        said = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None
    match said:
        case ["stdin", str(typed)]:
            return Keys(typed)
        case ["resize", {"width": width, "height": height}]:
            return Size(_within(width, WIDTHS), _within(height, HEIGHTS))
        case ["ping", str(sent)] if len(sent) <= LONGEST_PING:
            return Ping(sent)
        case ["focus" | "blur" as kind, *_]:
            return Attention(kind)
    raise ValueError("no such message")


def size_asked(width: str | None, height: str | None) -> Size:
    """The size that a browser's address asks for, or the usual one."""
    return Size(_asked(width, WIDTHS, USUAL[0]), _asked(height, HEIGHTS, USUAL[1]))


def _asked(value: str | None, limits: tuple[int, int], usual: int) -> int:
    try:
        return _within(float(value or ""), limits)
    except ValueError:
        return usual


def _within(value: Any, limits: tuple[int, int]) -> int:
    """Raises ValueError for what is no number."""
    if type(value) is not int and (type(value) is not float or math.isnan(value)):
        raise ValueError("no number")
    least, most = limits
    return int(min(max(value, least), most))


class Typed:
    """All that one browser typed, in order, less the sizes that are told among the keys."""

    def __init__(self) -> None:
        self._before = ""

    def keys(self, text: str) -> bytes:
        """`text` as it may be handed on."""
        joined = SIZE_KEY.sub("\x1b[48", self._before + text)
        told = joined[len(self._before) :]
        self._before = joined[-4:]
        return told.encode("utf-8", errors="replace")


def said(*envelope: Any) -> str:
    """A message for a browser."""
    return json.dumps(envelope)
