"""The packets between a browser's screen and the hub, as Textual's web driver has them.

A kind of one byte, a length of four, and so many bytes: `D` is what a terminal is sent, `M` is JSON about it, `P` are
pieces of a file, which no screen here may send anybody.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from asyncio import StreamReader
    from collections.abc import AsyncIterator, Mapping

HEAD = struct.Struct("!cI")
READY = b"__GANGLION__\n"
"""The line with which a screen begins."""

MOST_BEFORE = 10
"""Lines that may come before it."""

CHUNK = 64 * 1024
"""Bytes of a screen that are held at a time, whatever the length of a packet."""

LONGEST_META = 4096

Kind = Literal["D", "M"]


class NoScreen(Exception):
    """What came is not what a screen sends."""


def packet(kind: Kind, payload: bytes) -> bytes:
    """A packet for a screen."""
    return HEAD.pack(kind.encode("ascii"), len(payload)) + payload


def meta(kind: str, **more: int) -> bytes:
    """A packet that tells a screen about its terminal: `resize` with `width` and `height`, `quit`, `focus`, `blur`."""
    return packet("M", json.dumps({"type": kind, **more}).encode("ascii"))


async def begun(reader: StreamReader) -> None:
    """Wait until the screen begins; raises NoScreen where it does not."""
    for _ in range(MOST_BEFORE):
        try:
            line = await reader.readline()
        except ValueError:
            break
        if line == READY:
            return
        if not line:
            break
    raise NoScreen


async def shown(reader: StreamReader) -> AsyncIterator[bytes]:
    """What is to be shown, piece by piece, until the screen says that it ends.

    Raises NoScreen for anything else than packets, and IncompleteReadError where it ends without saying so.
    """
    while True:
        kind, length = HEAD.unpack(await reader.readexactly(HEAD.size))
        if kind == b"M" and length <= LONGEST_META:
            if _kind_of(await reader.readexactly(length)) == "exit":
                return
        elif kind in (b"D", b"M", b"P"):
            while length:
                piece = await reader.readexactly(min(length, CHUNK))
                length -= len(piece)
                if kind == b"D":
                    yield piece
        else:
            raise NoScreen


def _kind_of(payload: bytes) -> object:
    try:
        told: Mapping[str, object] | object = json.loads(payload)
    except (ValueError, RecursionError):
        raise NoScreen from None
    return told.get("type") if isinstance(told, dict) else None
