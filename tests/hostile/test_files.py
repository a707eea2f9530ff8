"""Names and files of every odd sort: each is told on one safe line, and nothing is waited for."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from .good import FACTS, line_of
from .running import assert_refused, assert_safe, run_alone, run_here

if TYPE_CHECKING:
    from pathlib import Path

NAMES: dict[str, tuple[str, str]] = {
    "an escape sequence": ("\x1b[31ma\x1b]0;b\x07.yaml", "\ufffd[31ma\ufffd]0;b\ufffd.yaml"),
    "a line feed": ("a.yaml:1:1: all is well\nb.yaml", "a.yaml:1:1: all is well\ufffdb.yaml"),
    "a carriage return": ("a\rb.yaml", "a\ufffdb.yaml"),
    "a tab": ("a\tb.yaml", "a\ufffdb.yaml"),
    "a control of C1": ("a\x9b31m.yaml", "a\ufffd31m.yaml"),
    "an override": ("a\u202elmay.yaml", "a\ufffdlmay.yaml"),
    "a zero-width space": ("a\u200bb.yaml", "a\ufffdb.yaml"),
    "a control of music": ("a\U0001d173b.yaml", "a\ufffdb.yaml"),
    "a byte that is not UTF-8": (os.fsdecode(b"a\xff.yaml"), "a\ufffd.yaml"),
    "markup": ("[red]a[b].yaml", "[red]a[b].yaml"),
    "a dollar sign": ("$(reboot)`id`.yaml", "$(reboot)`id`.yaml"),
    "braces and percent signs": ("{0}%s.yaml", "{0}%s.yaml"),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("there", [True, False])
def test_a_name_is_told_without_what_acts(name: str, there: bool, tmp_path: Path) -> None:
    given, told = NAMES[name]
    if there:
        (tmp_path / given).write_text("[]")
    ran = run_here(["assess", str(tmp_path / given)])
    assert_refused(ran)
    (line,) = ran.lines
    says = "a list stands where a mapping is needed" if there else "there is no such file"
    assert f"{told}:1:1: {says}; " in line


def test_the_name_may_be_given_in_bytes_that_are_no_text(tmp_path: Path) -> None:
    ran = run_alone(["assess", b"a\xff\x1b.yaml"], cwd=tmp_path)
    assert_refused(ran, "a\ufffd\ufffd.yaml:1:1: there is no such file")


def test_a_name_that_looks_like_an_option_is_read_after_two_dashes(tmp_path: Path) -> None:
    (tmp_path / "--x.yaml").write_text("[]")
    assert_refused(run_alone(["assess", "--", "--x.yaml"], cwd=tmp_path), "--x.yaml:1:1: a list")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "'':1:1: an empty text names no file"),
        ("facts", "facts:1:1: the name has no ending"),
        ("facts.txt", "facts.txt:1:1: the name ends in .txt"),
        ("facts.yaml/x.yaml", "facts.yaml/x.yaml:1:1: a part of this path is a file"),
        ("folder.yaml", "folder.yaml:1:1: this is a folder, not a file"),
        ("pipe.yaml", "pipe.yaml:1:1: this is a pipe, not a file"),
        ("socket.yaml", "socket.yaml:1:1: this is a socket, not a file"),
        ("zero.json", "zero.json:1:1: this is a device, not a file"),
        ("terminal.json", "terminal.json:1:1: this is a device, not a file"),
        ("loop.json", "loop.json:1:1: the file cannot be read (too many levels of symbolic links)"),
        ("nowhere.json", "nowhere.json:1:1: there is no such file"),
        ("/dev/stdin", "/dev/stdin:1:1: the name has no ending"),
        ("/dev/zero", "/dev/zero:1:1: the name has no ending"),
        ("x" * 300 + ".yaml", "x" * 300 + ".yaml:1:1: the file cannot be read (file name too long)"),
    ],
)
def test_what_is_no_file_is_told_at_once(
    name: str, says: str, odd_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(odd_files)
    assert_refused(run_here(["assess", name]), says)


@pytest.fixture(scope="module")
def odd_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of every sort."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "facts.yaml").write_text("id: x\n")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "zero.json").symlink_to("/dev/zero")
    (folder / "terminal.json").symlink_to("/dev/ptmx")
    (folder / "loop.json").symlink_to("loop.json")
    (folder / "nowhere.json").symlink_to("gone.json")
    (folder / "stdin.json").symlink_to("/dev/stdin")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.open(".", os.O_RDONLY)
        os.chdir(folder)
        listening.bind("socket.yaml")
        os.fchdir(here)
        os.close(here)
    return folder


def test_standard_input_by_its_file_name_is_a_pipe_that_is_not_waited_for(odd_files: Path) -> None:
    reading, writing = os.pipe()
    try:
        ran = run_alone(["assess", "stdin.json"], reading, cwd=odd_files)
    finally:
        os.close(reading)
        os.close(writing)
    assert_refused(ran, "stdin.json:1:1: this is a pipe, not a file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "secret.yaml"
    file.write_text("[]")
    file.chmod(0)
    assert_refused(run_here(["assess", str(file)]), f"{file}:1:1: the file may not be read by this user")


def test_a_link_to_a_good_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_bytes(line_of(FACTS))
    (tmp_path / "link.json").symlink_to("facts.json")
    ran = run_here(["assess", str(tmp_path / "link.json")])
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)
