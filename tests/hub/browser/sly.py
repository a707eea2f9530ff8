"""A screen that sends what no screen may; its token says what."""

from __future__ import annotations

import json
import os
import time


def load() -> None:
    """Nothing is needed."""


def run_browser(address: str, token: str, state: str) -> int:
    """Send it."""
    _, _, does = token.partition(".")
    if does == "chatter":
        os.write(1, b"a line\n" * 9)
    if does == "nothing":
        os.write(1, b"Traceback\n" * 11)
        return 1
    os.write(1, b"__GANGLION__\n")
    if does == "opens":
        _meta(type="open_url", url="https://example.org/", new_tab=True)
        _meta(type="deliver_file_start", key="k", path="/etc/passwd", open_method="browser")
        _meta(type="x" * 5000)
        _packet(b"P", b"a piece of a file" * 10_000)
        _packet(b"M", b"[]")
    if does == "floods":
        while True:
            _packet(b"D", b"x" * 65536)
    if does == "lies":
        os.write(1, b"Q\x00\x00\x00\x01x")
        time.sleep(60)
    if does == "dies":
        _packet(b"D", b"shown")
        os.write(1, b"D\x00\x00\x01\x00cut off")
        return 1
    _packet(b"D", b"shown")
    _meta(type="exit")
    return 0


def _meta(**told: object) -> None:
    _packet(b"M", json.dumps(told).encode())


def _packet(kind: bytes, payload: bytes) -> None:
    data = kind + len(payload).to_bytes(4, "big") + payload
    while data:
        data = data[os.write(1, data) :]
