"""Pipes that close, disks that are full, Ctrl-C: the program ends as the contract says, and says no more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .good import FACTS, line_of
from .running import ROOT, WAITING, assert_safe, run_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INTERRUPTED = 130
GOOD = line_of(FACTS)
HEEDING_CTRL_C = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Runs Python; what a shell runs in the background ignores Ctrl-C, and so does whatever that starts, unless told."""


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    """The writing end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def started(words: Sequence[str], **streams: int) -> subprocess.Popen[bytes]:
    """The program as a process whose streams are pipes, unless given; it holds nothing back."""
    return subprocess.Popen(
        [sys.executable, "-c", HEEDING_CTRL_C, "-u", "-m", "simulator", *words],
        stdin=subprocess.PIPE,
        stdout=streams.get("stdout", subprocess.PIPE),
        stderr=streams.get("stderr", subprocess.PIPE),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.parametrize(
    "words",
    [
        ["guidance"],
        ["plugins", "--format", "json"],
        ["assess", "-"],
        ["assess", "--format", "text", "-"],
        ["--help"],
    ],
)
def test_a_pipe_that_is_closed_is_no_error(words: list[str], closed_pipe: int) -> None:
    with started(words, stdout=closed_pipe) as process:
        _, stderr = process.communicate(GOOD, timeout=WAITING)
    assert (process.returncode, stderr) == (0, b"")


def test_a_pipe_that_closes_after_the_first_line_is_no_error() -> None:
    with started(["guidance"]) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_nobody_who_reads_the_faults_changes_the_exit_code(closed_pipe: int) -> None:
    with started(["assess", "-"], stderr=closed_pipe) as process:
        stdout, _ = process.communicate(b"[]\n", timeout=WAITING)
    assert (process.returncode, stdout) == (1, b"")


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_stream_that_was_never_open_makes_no_traceback(closed: int) -> None:
    script = (
        f"import os, sys; os.close({closed}); "
        "os.execv(sys.executable, [sys.executable, '-m', 'simulator', 'assess', '-', 'nowhere.yaml'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        input=GOOD,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=WAITING,
    )
    assert_safe(ended.stderr)
    assert b"nowhere.yaml" not in ended.stdout
    assert ended.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["guidance"], ["assess", "-"], ["plugins"]])
def test_a_full_disk_is_told_in_a_sentence_that_blames_nobody_else(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full, started(words, stdout=full.fileno()) as process:
        _, stderr = process.communicate(GOOD, timeout=WAITING)
    assert_safe(stderr)
    assert process.returncode not in (0, 120)
    assert stderr.count(b"\n") == 1
    assert b"no space left" in stderr.lower()


def test_ctrl_c_while_it_waits_for_a_line_ends_it_without_a_word() -> None:
    with started(["assess", "-"]) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(GOOD)
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"format": "assessment/1"')
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=WAITING)
    assert (process.returncode, stdout, stderr) == (INTERRUPTED, b"", b"")


def test_a_folder_as_standard_input_is_no_crash_of_ours() -> None:
    reading = os.open(".", os.O_RDONLY)
    ran = run_alone(["plugins"], reading)
    os.close(reading)
    assert ran.code != 0
    assert b"Traceback" not in ran.stderr
