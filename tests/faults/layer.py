"""The preloaded layer as its own process steers it: which of its calls is to fail, and how."""

from __future__ import annotations

import ctypes
import errno
from dataclasses import dataclass

OPENING, WRITING, TRUNCATING, SYNCING, NAMING, READING, HALF, KILLING = (1 << bit for bit in range(8))
CHANGING = OPENING | WRITING | TRUNCATING | SYNCING | NAMING


@dataclass(frozen=True, slots=True)
class Fault:
    """How calls of some `kinds` fail, the n-th alone or all from it on."""

    kinds: int
    error: int
    ever: bool = False


FAULTS = {
    "EIO once": Fault(CHANGING, errno.EIO),
    "EIO for ever": Fault(CHANGING, errno.EIO, ever=True),
    "ENOSPC once": Fault(CHANGING, errno.ENOSPC),
    "ENOSPC for ever": Fault(CHANGING, errno.ENOSPC, ever=True),
    "a write that is half done": Fault(WRITING | HALF, errno.ENOSPC),
    "a full disk, the last write half done": Fault(CHANGING | HALF, errno.ENOSPC, ever=True),
    "EIO in reading once": Fault(READING, errno.EIO),
    "EIO in reading for ever": Fault(READING, errno.EIO, ever=True),
    "a kill": Fault(CHANGING | KILLING, 0),
}

_COUNTED_NEVER = 1 << 30


def arm(fault: Fault, number: int) -> None:
    """Let call `number` fail; they are counted from now on."""
    ctypes.CDLL(None).faults_arm(ctypes.c_long(number), int(fault.ever), fault.error, fault.kinds)


def count(fault: Fault) -> None:
    """Count the calls that would fail, and let none."""
    arm(fault, _COUNTED_NEVER)


def disarm() -> None:
    """Let no call fail."""
    arm(Fault(0, 0), 0)


def seen() -> int:
    """The calls that were counted."""
    counted = ctypes.CDLL(None).faults_seen
    counted.restype = ctypes.c_long
    return int(counted())
