"""The command line: reads the words, runs a command, and ends with the exit code that the contract names."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from simulator.cli.output import let_go_of, tell
from simulator.cli.parser import read_words
from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, AT_FAULT, WRONG_USAGE, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130


def run(words: Sequence[str] | None = None) -> None:
    """Runs the program and ends the process."""
    _open_what_is_closed()
    code = main(sys.argv[1:] if words is None else words)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of(sys.stdout)
    except OSError as error:
        code = _unwritten(error)
    sys.exit(code)


def main(words: Sequence[str]) -> int:
    """The exit code: 0 done, 1 input at fault, 2 wrong usage, 3 a fault of the program, 130 Ctrl-C."""
    _speak_utf8()
    try:
        asked = read_words(words)
        return asked.run(asked)
    except InputFault as faults:
        for fault in faults.faults:
            tell(str(fault))
        return AT_FAULT
    except UsageFault as wrong:
        tell(f"simulator: {clean(str(wrong))}")
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        let_go_of(sys.stdout)
        return DONE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG):
            return _unwritten(error)
        if os.environ.get("SIMULATOR_DEBUG"):
            raise
        told = clean(f"{type(error).__name__}: {error}")
        tell(f"simulator: a fault of the program, not yours ({told}). SIMULATOR_DEBUG=1 shows where it lies.")
        return BROKEN


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _unwritten(error: OSError) -> int:
    let_go_of(sys.stdout)
    tell(f"simulator: the answer cannot be written ({clean(error.strerror or str(error)).lower()}).")
    return BROKEN


def _open_what_is_closed() -> None:
    """Gives the program the streams that it was started without; nothing is read or written there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
