"""Who closes the terminal comes back to their own seat."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from simulator.cli.hosting.seats import MOST, keep_token, kept_token

if TYPE_CHECKING:
    from pathlib import Path


def test_a_token_is_kept_for_an_address_and_a_code_however_written() -> None:
    keep_token("http://10.0.0.1:8765/", "ABCD-EFGH", "token")
    assert kept_token("HTTP://10.0.0.1:8765", "abcd efgh") == "token"
    assert kept_token("10.0.0.1", "ABCDEFGH") == "token"
    assert kept_token("http://10.0.0.1:8765", "ABCD-EFGJ") == ""
    assert kept_token("http://10.0.0.2:8765", "ABCD-EFGH") == ""


def test_only_its_owner_can_read_it_and_the_code_is_not_in_it(tmp_path: Path) -> None:
    keep_token("here", "ABCD-EFGH", "token")
    assert stat.S_IMODE((tmp_path / "seats.json").stat().st_mode) == 0o600
    assert "ABCD" not in (tmp_path / "seats.json").read_text()


def test_the_oldest_are_forgotten() -> None:
    for number in range(MOST + 1):
        keep_token(f"host{number}", "ABCD-EFGH", str(number))
    assert kept_token("host0", "ABCD-EFGH") == ""
    assert kept_token("host1", "ABCD-EFGH") == "1"


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'{"a": 1}'])
def test_a_damaged_file_is_as_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "seats.json").write_bytes(content)
    assert kept_token("here", "ABCD-EFGH") == ""
    keep_token("here", "ABCD-EFGH", "token")
    assert kept_token("here", "ABCD-EFGH") == "token"


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_SEATS", str(tmp_path / "file" / "seats.json"))
    (tmp_path / "file").write_text("")
    keep_token("here", "ABCD-EFGH", "token")
    assert kept_token("here", "ABCD-EFGH") == ""
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
