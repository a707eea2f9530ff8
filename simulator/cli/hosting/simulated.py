"""Simulated learners in a class: their program runs as long as the console is open."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from simulator.cli.hosting.wanted import Ready

PROGRAM = "simulator.cli.hosting.simulated_program"
PATIENCE = 5.0
"""Seconds that the program is given to end by itself."""


class WantedLearners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which learners are wanted, and where. It comes over the program's standard input, whose end is also its own."""

    address: str
    code: str
    """With which learners join."""
    facilitator: str
    """The facilitator's token: with it the key is looked up."""
    number: int
    seed: str
    """The same learners decide the same where it is the same."""
    speed: float = 1.0
    """How much faster than people they think."""


_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[WantedLearners] = msgspec.json.Decoder(WantedLearners)


def line_of(wanted: WantedLearners) -> bytes:
    """What is wanted, as a line."""
    return _ENCODER.encode(wanted) + b"\n"


def wanted_in(line: bytes) -> WantedLearners:
    """What is wanted; raises ValueError."""
    return _DECODER.decode(line)


class Simulated:
    """As many simulated learners in a class; in one that is gone on with, the same ones in their own seats."""

    def __init__(self, ready: Ready, facilitator: str, number: int, speed: float = 1.0) -> None:
        address = f"127.0.0.1:{ready.port}"
        wanted = WantedLearners(address, ready.code, facilitator, number, ready.class_, speed)
        self._process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        with suppress(OSError):  # a program that could not be started leaves a class without them
            self._process.stdin.write(line_of(wanted))
            self._process.stdin.flush()

    def close(self) -> None:
        """End the program, and with it all its lines."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        for make_it in (self._process.terminate, self._process.kill):
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                make_it()
        self._process.wait()
