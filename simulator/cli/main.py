"""The command line: reads the words, runs a command, and ends with the exit code that the contract names."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from simulator.cli.parser import read_words
from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, AT_FAULT, WRONG_USAGE, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130


def run(words: Sequence[str] | None = None) -> None:
    """Runs the program and ends the process."""
    code = main(sys.argv[1:] if words is None else words)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
    sys.exit(code)


def main(words: Sequence[str]) -> int:
    """The exit code: 0 done, 1 input at fault, 2 wrong usage, 3 a fault of the program, 130 Ctrl-C."""
    _speak_utf8()
    try:
        asked = read_words(words)
        return asked.run(asked)
    except InputFault as faults:
        for fault in faults.faults:
            _tell(str(fault))
        return AT_FAULT
    except UsageFault as wrong:
        _tell(f"simulator: {clean(str(wrong))}")
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except Exception as error:
        if os.environ.get("SIMULATOR_DEBUG"):
            raise
        told = clean(f"{type(error).__name__}: {error}")
        _tell(
            f"simulator: a fault of the program, not yours ({told}). SIMULATOR_DEBUG=1 shows where it lies."
        )
        return BROKEN


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _let_go_of_output() -> None:
    """Lets nothing be written to a pipe that was closed, not even as the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
