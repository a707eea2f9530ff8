"""Plain mode refuses a case at fault, and takes any line that is typed, whatever is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .good import CASE, FACTS, line_of
from .running import assert_refused, assert_safe, run_here

if TYPE_CHECKING:
    from pathlib import Path

NO_CASES: dict[str, tuple[str, bytes, str]] = {
    "nothing": ("case.json", b"", "1:1: this is empty"),
    "facts": ("case.json", line_of(FACTS), "1:1: the key `content_note` is missing"),
    "a list": ("case.json", b"[]", "1:1: a list stands where a mapping is needed"),
    "null": ("case.json", b"null", "1:1: null stands where a mapping is needed"),
    "a case with a key too many": ("case.json", line_of({**CASE, "x": 1}), "1:"),
    "a case of another guidance": ("case.json", line_of({**CASE, "guidance": "elsewhere"}), "1:"),
    "a case of no guidance": ("case.json", line_of({**CASE, "guidance": ["x"]}), "1:"),
    "text that acts": ("case.json", line_of({**CASE, "title": "\x1b[2J"}), "1:"),
    "brackets": ("case.yaml", b"[" * 100_000, "1:33: this is more than 32 levels deep"),
    "bytes that are no text": ("case.yaml", b"\xff", "1:1: the byte 0xff is not UTF-8"),
    "a name without an ending": ("case", b"", "1:1: the name has no ending"),
}
LINES: dict[str, bytes] = {
    "nothing": b"",
    "empty lines": b"\n" * 50,
    "an escape sequence": b"\x1b[2J\x1b]52;c;aGk=\x07\n",
    "noughts": b"\0\0\0\n",
    "bytes that are no text": b"\xff\xfe\xed\xa0\x80\n" * 5,
    "an override": "\u202e1\u200b\n".encode(),
    "a number of 5,000 digits": b"9" * 5_000 + b"\n",
    "5,000 noughts": b"0" * 5_000 + b"\n",
    "a number in Arabic digits": "١\n".encode(),
    "a number below nought": b"-1\n",
    "a number with a power": b"1e3\n",
    "a line of a megabyte": b"x" * 2**20 + b"\n",
    "a line without an end": b"1",
    "many numbers": b"1 " * 5_000 + b"\n",
    "commands that want more": b"go\nwhy\ngo x\ngo 99999999999999999999\nback back\n",
    "a reason that acts": b"1\nwhy \x1b[31mred\xff\n",
    "a reason in markup": b"1\nwhy [red]x[/red] {0} %s\n",
    "a reason of a megabyte": b"1\nwhy " + b"y" * 2**20 + b"\n",
}


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))


@pytest.mark.parametrize("name", NO_CASES)
def test_what_is_no_good_case_is_refused(name: str, tmp_path: Path) -> None:
    file_name, text, says = NO_CASES[name]
    file = tmp_path / file_name
    file.write_bytes(text)
    assert_refused(run_here(["play", "--plain", "--case", str(file)]), f"{file}:{says}")


@pytest.mark.parametrize("name", LINES)
def test_any_line_is_taken_safely(name: str, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(line_of(CASE))
    ran = run_here(["play", "--plain", "--case", str(file)], LINES[name])
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)
    assert b"fictional" in ran.stdout.lower()


@pytest.mark.parametrize("name", LINES)
def test_any_line_is_taken_safely_where_a_case_is_chosen(name: str) -> None:
    ran = run_here(["play", "--plain"], LINES[name] + b"1\n" + LINES[name])
    assert (ran.code, ran.stderr) == (0, b"")
    assert_safe(ran.stdout)


@pytest.mark.parametrize("store", ["/dev/null", "/dev/null/x", "/proc/nothing/x", "x\x1b[2J\n/y\0z"])
def test_a_store_that_cannot_be_is_told_in_a_sentence(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", store.replace("\0", ""))
    monkeypatch.chdir("/proc")
    ran = run_here(["play", "--plain", "--seed", "1"], b"1\n")
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code in (1, 2)
    assert len(ran.lines) == 1


@pytest.mark.parametrize("text", [b"", b"\0" * 4_096, b"no store\n", b"SQLite format 3\0" + b"\xff" * 4_080])
def test_a_store_of_garbage_is_told_and_left_as_it_is(text: bytes, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    store.write_bytes(text)
    ran = run_here(["play", "--plain", "--seed", "1"], b"1\n")
    assert_safe(ran.stdout + ran.stderr)
    assert ran.code in (1, 2)
    assert len(ran.lines) == 1
    assert store.read_bytes() == text
