"""What one line may send: how much, how fast, and of which form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from simulator.classroom.messages import HELLO, Refused, from_client, written
from simulator.errors.text import clean
from simulator.hub.answering import GREATEST
from simulator.hub.limits import Bucket

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.messages import FromClient
    from simulator.hub.connections import Connection
    from simulator.hub.limits import Clock, Limits

_TOO_FAST: Final = "You send more than one person can; this was not done, wait a moment."
_FLOOD: Final = "You sent far more than one person can; the hub has closed the line."
_GARBLED: Final = "Too much of what you sent was no message of a class; the hub has closed the line."
BINARY: Final = "A message is text; this one was binary."


class _Number(msgspec.Struct):
    id: int = HELLO


_NUMBER = msgspec.json.Decoder(_Number)


class Listener:
    """The ear of one line that is let in; hands on what is a message."""

    def __init__(
        self,
        line: Connection,
        heard: Callable[[Connection, FromClient], object],
        limits: Limits,
        clock: Clock,
    ) -> None:
        self._line = line
        self._heard = heard
        self._limits = limits
        self._bucket = Bucket(limits.rate, limits.burst, clock)
        self._malformed = 0

    def hear(self, text: bytes) -> None:
        """Take a message that was sent as text."""
        if self._too_fast(text):
            return
        if len(text) > self._limits.longest:
            self._refuse(HELLO, too_long(self._limits.longest))
            return
        try:
            message = from_client(text)
        except ValueError as error:
            self._refuse(number_of(text), malformed(error))
        else:
            self._heard(self._line, message)

    def hear_binary(self) -> None:
        """Take one that was not."""
        if not self._too_fast(b""):
            self._refuse(HELLO, BINARY)

    def _too_fast(self, text: bytes) -> bool:
        self._bucket.take()
        if self._bucket.spent:
            self._line.hang_up(_FLOOD, final=True)
        elif self._bucket.overdrawn:
            self._line.answer(written(Refused(number_of(text), _TOO_FAST)))
        return self._bucket.overdrawn

    def _refuse(self, number: int, sentence: str) -> None:
        self._line.answer(written(Refused(number, sentence)))
        self._malformed += 1
        if self._malformed >= self._limits.malformed:
            self._line.hang_up(_GARBLED, final=True)


def too_long(longest: int) -> str:
    """The sentence for a message that is longer than so many bytes."""
    return f"A message has at most {longest // 1024} KiB; this one is longer."


def malformed(error: ValueError) -> str:
    """The sentence for what is no message."""
    return f"This is no message of a class: {clean(str(error)[:200])}."


def number_of(text: bytes) -> int:
    """The number of a message that is otherwise none; `HELLO` where not even that can be read."""
    try:
        number = _NUMBER.decode(text).id
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return HELLO
    return number if 0 < number <= GREATEST else HELLO
