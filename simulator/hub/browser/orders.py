"""What a hub and the program that starts browsers' screens for it say to each other.

One message is a length of four bytes and so many bytes of JSON. Nothing of this is ever on a command line.
"""

from __future__ import annotations

import struct
from typing import Literal, TypeAlias

import msgspec

TicketState = Literal["seated", "entry", "watching"]
"""What a token is good for: a seat, a seat that is yet to be taken, or what everybody sees."""

LENGTH = struct.Struct("!I")


class _Message(msgspec.Struct, frozen=True, tag_field="say"):
    pass


class Start(_Message, frozen=True, tag="start"):
    """Start a screen; its end of the line is handed over with the message, or is standard input and output."""

    number: int
    address: str
    token: str
    state: TicketState
    environment: dict[str, str]


class Signal(_Message, frozen=True, tag="signal"):
    """Send a signal to everything that a screen is made of."""

    number: int
    signal: int


class Started(_Message, frozen=True, tag="started"):
    """It runs."""

    number: int
    process: int


class NotStarted(_Message, frozen=True, tag="not_started"):
    """It could not be started."""

    number: int
    why: str


class Ended(_Message, frozen=True, tag="ended"):
    """It has ended, and nothing is left of it; `status` is an exit code, or less a signal's number."""

    number: int
    status: int


Order: TypeAlias = Start | Signal
Told: TypeAlias = Started | NotStarted | Ended

_ENCODER = msgspec.json.Encoder()
_ORDERS: msgspec.json.Decoder[Order] = msgspec.json.Decoder(Order)
_TOLD: msgspec.json.Decoder[Told] = msgspec.json.Decoder(Told)


def framed(message: Order | Told) -> bytes:
    """A message with its length before it."""
    body = _ENCODER.encode(message)
    return LENGTH.pack(len(body)) + body


def order_in(body: bytes) -> Order:
    """The order that a message holds; raises ValueError where it holds none."""
    return _ORDERS.decode(body)


def told_in(body: bytes) -> Told:
    """What a message tells a hub; raises ValueError where it tells nothing."""
    return _TOLD.decode(body)
