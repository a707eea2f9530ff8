"""Textual takes escape sequences in a pasted text for keys; here they are made to stay text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual._xterm_parser import XTermParser

from simulator.errors.text import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

BEGIN, END = "\x1b[200~", "\x1b[201~"
SEEN = {ord("\x1b"): REPLACEMENT, ord("\x00"): REPLACEMENT}
"""What Textual would take for the beginning of a key, or drop."""


class Pasted:
    """What a terminal sends; in a pasted text, whatever is not taken for text is U+FFFD."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""

    def told(self, data: str) -> str:
        """`data` as it may be read, less the beginning of what may yet become the end of a pasted text."""
        return "".join(self._parts(data))

    def _parts(self, data: str) -> Iterator[str]:
        while data:
            if self._inside:
                data, self._before = self._before + data, ""
                text, end, data = data.partition(END)
                self._inside = not end
                if self._inside:
                    text, self._before = _apart(text)
                yield text.translate(SEEN) + end
            else:
                told = len(self._before)
                text, begin, data = (self._before + data).partition(BEGIN)
                self._inside, self._before = bool(begin), "" if begin else text[1 - len(BEGIN) :]
                yield (text + begin)[told:]


def _apart(text: str) -> tuple[str, str]:
    """`text`, and what at its end may be the beginning of `END`."""
    longest = next((size for size in range(len(END) - 1, 0, -1) if text.endswith(END[:size])), 0)
    return text[: len(text) - longest], text[len(text) - longest :]


_pasted: WeakKeyDictionary[XTermParser, Pasted] = WeakKeyDictionary()
_feed = XTermParser.feed


def _fed(parser: XTermParser, data: str) -> Iterable[Message]:
    told = _pasted.setdefault(parser, Pasted()).told(data)
    return _feed(parser, told) if told or not data else ()


def keep_pasted_text() -> None:
    """From now on a pasted text presses no key."""
    setattr(XTermParser, "feed", _fed)  # noqa: B010
