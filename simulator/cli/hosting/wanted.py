"""What the console and the hub, which are two programs, say to each other: a line of JSON each."""

from __future__ import annotations

import msgspec


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which hub is wanted. It comes over the hub's standard input, whose end is also the hub's end."""

    facilitator: str
    """The token of who conducts the class."""
    address: str = "127.0.0.1"
    """Where it listens."""
    port: int = 0
    public: str = ""
    """Under which address a proxy serves it."""
    strangers: bool = True
    guidance: str | None = None
    pack: str | None = None
    new: bool = False
    """Whether a class that was cut off is left as it is."""
    class_: str = ""
    """The class to go on with, however long ago it was cut off."""
    reports: str = ""
    """The folder in which reports are saved; empty for the person's documents."""


class Ready(msgspec.Struct, frozen=True, tag_field="hub", tag="ready"):
    """The hub listens."""

    addresses: tuple[str, ...]
    """The first is the one for learners, the last the one of this machine."""
    port: int
    class_: str
    code: str
    goes_on: bool
    """Whether the class had begun before."""
    said: str = ""
    """What a person should know."""


class Trouble(msgspec.Struct, frozen=True, tag_field="hub", tag="trouble"):
    """There is no hub."""

    sentence: str


_ENCODER = msgspec.json.Encoder()
_WANTED: msgspec.json.Decoder[Wanted] = msgspec.json.Decoder(Wanted)
_ANSWER: msgspec.json.Decoder[Ready | Trouble] = msgspec.json.Decoder(Ready | Trouble)


def line_of(message: Wanted | Ready | Trouble) -> bytes:
    """A message as a line."""
    return _ENCODER.encode(message) + b"\n"


def wanted_in(line: bytes) -> Wanted:
    """What is wanted; raises ValueError."""
    return _WANTED.decode(line)


def answer_in(line: bytes) -> Ready | Trouble:
    """What the hub answers; raises ValueError."""
    return _ANSWER.decode(line)
