"""Runs the program, within this process or as one of its own, and holds what it says against the contract."""

from __future__ import annotations

import gc
import io
import os
import re
import resource
import subprocess
import sys
import time
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from simulator.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from _typeshed import StrPath

ROOT = Path(__file__).parents[2]
SECONDS = 10.0
"""Nothing takes longer, whatever the input."""
STARTING = 1.5
"""Seconds that Python and its imports may take in a process of its own, on a slow machine."""
WAITING = 60.0
"""Nothing waits so long, even on a busy machine."""

AT_FAULT, WRONG_USAGE = 1, 2

_FAULT = re.compile(r".*?:[1-9][0-9]*:[1-9][0-9]*: .+; .+")
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
_MARKS = "\u200e\u200f\u061c"


class Ran(NamedTuple):
    """What came of a run; `seconds` are the processor's, without those that every start takes."""

    code: int
    stdout: bytes
    stderr: bytes
    seconds: float

    @property
    def lines(self) -> list[str]:
        """What standard error holds, line by line."""
        return self.stderr.decode().splitlines()


def run_here(words: Sequence[str], stdin: bytes = b"") -> Ran:
    """Runs the command line in this process, with streams of bytes as a pipe would give them."""
    with _streams(stdin) as (stdout, stderr), _nothing_older():
        started = time.process_time()
        code = main(words)
        seconds = time.process_time() - started
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, stdout.getvalue(), stderr.getvalue(), seconds)


@contextmanager
def _nothing_older() -> Iterator[None]:
    """What other tests have left in memory is not gone through again and again, as in a process of its own."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    kept = sys.stdin, sys.stdout, sys.stderr
    stdout, stderr = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout, sys.stderr = (io.TextIOWrapper(each, encoding="utf-8") for each in (stdout, stderr))
    try:
        yield stdout, stderr
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def run_alone(
    words: Sequence[StrPath | bytes],
    stdin: bytes | int = b"",
    env: Mapping[str, str] | None = None,
    python: Sequence[str] = (),
    cwd: Path | None = None,
) -> Ran:
    """Runs `python -m simulator` with `words` as a process of its own."""
    started = _of_children()
    ended = subprocess.run(
        [sys.executable, *python, "-m", "simulator", *words],
        input=stdin if isinstance(stdin, bytes) else None,
        stdin=stdin if isinstance(stdin, int) else None,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        cwd=cwd,
        timeout=WAITING,
        check=False,
    )
    return Ran(ended.returncode, ended.stdout, ended.stderr, _of_children() - started - STARTING)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def assert_safe(said: bytes) -> None:
    """Nothing in it can act on a terminal or hide, and it is no trace of the program's own fault."""
    text = said.decode("utf-8")
    assert [each for each in text if each != "\n" and _acts(each)] == []
    assert "Traceback" not in text
    assert "fault of the program" not in text


def _acts(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in _TURNING
        or character in _MARKS
    )


def assert_refused(ran: Ran, *begun: str, seconds: float = SECONDS) -> None:
    """It was all input at fault: every line a fault in its form, the first ones begin as `begun`."""
    assert_safe(ran.stdout + ran.stderr)
    assert (ran.code, ran.stdout) == (AT_FAULT, b""), ran.stderr.decode()
    assert ran.lines
    assert [line for line in ran.lines if not _FAULT.fullmatch(line)] == []
    for line, begins in zip(ran.lines, begun, strict=False):
        assert line.startswith(begins)
    assert len(ran.lines) >= len(begun)
    assert ran.seconds < seconds


def assert_wrong_usage(ran: Ran, part: str, seconds: float = SECONDS) -> None:
    """It was called wrongly, and says so in one sentence that holds `part`."""
    assert_safe(ran.stdout + ran.stderr)
    assert (ran.code, ran.stdout) == (WRONG_USAGE, b""), ran.stderr.decode()
    (line,) = ran.lines
    assert line.startswith("simulator: ")
    assert part in line
    assert ran.seconds < seconds
