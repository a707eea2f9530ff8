"""Calls a plugin's code so that whatever it raises stays with it."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, TypeVar

from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")
_LONGEST_REASON = 200


class BrokenPluginError(Exception):
    """A plugin did what it may not; the text is the reason, for a person."""


def alone(call: Callable[[], _Answer]) -> _Answer:
    """What `call` answers. Whatever it raises, SystemExit included, becomes a BrokenPluginError.

    Only KeyboardInterrupt, which is the person's, passes. What it prints goes to standard error: standard
    output belongs to the program's own answers.
    """
    try:
        with contextlib.redirect_stdout(sys.stderr):
            return call()
    except (KeyboardInterrupt, BrokenPluginError):
        raise
    except SystemExit:
        raise BrokenPluginError("it tried to end the program") from None
    except BaseException as error:
        raise BrokenPluginError(_reason(error)) from None


def _reason(error: BaseException) -> str:
    name = type(error).__name__
    try:
        said = clean(str(error).strip().partition("\n")[0])
    except Exception:
        said = ""
    reason = f"{name}: {said}" if said else name
    return reason if len(reason) <= _LONGEST_REASON else reason[: _LONGEST_REASON - 1] + "…"
