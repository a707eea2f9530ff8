"""The cache keeps what it can, believes nothing that is damaged, and can be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.packs import cache
from simulator.packs.cache import (
    is_checked,
    keep_documents,
    keep_table,
    kept_documents,
    kept_table,
    mark_checked,
    read_index,
    write_index,
)

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS: dict[str, object] = {"b.yaml": {"z": 1, "a": [0.5, None, "é"]}, "a.yaml": "text"}


def test_documents_are_kept_by_the_packs_hash(cache_folder: Path) -> None:
    keep_documents("abc", DOCUMENTS)
    assert kept_documents("abc") == DOCUMENTS
    assert list(kept_documents("abc") or ()) == ["b.yaml", "a.yaml"]
    assert kept_documents("abd") is None


def test_a_mark_is_kept_by_its_key() -> None:
    assert not is_checked("abc")
    mark_checked("abc")
    assert is_checked("abc")
    assert not is_checked("abd")


def test_a_table_is_kept_by_what_it_is_and_its_key() -> None:
    keep_table("names", "faker 1", {"a": ["é"], "b": []})
    assert kept_table("names", "faker 1") == {"a": ["é"], "b": []}
    assert kept_table("names", "faker 2") is None
    assert kept_table("seeds", "faker 1") is None


def test_another_program_believes_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_documents("abc", DOCUMENTS)
    mark_checked("abc")
    monkeypatch.setattr(cache, "_program", lambda: "another")
    assert kept_documents("abc") is None
    assert not is_checked("abc")


def test_the_index_is_replaced_as_a_whole() -> None:
    assert read_index() is None
    write_index({"packs": [1]})
    write_index({"packs": [2]})
    assert read_index() == {"packs": [2]}


@pytest.mark.parametrize("damage", [b"", b"x", b"00000000\n{}", b"\xff\n\xff", b"[" * 100_000])
def test_a_damaged_file_is_ignored_and_written_again(cache_folder: Path, damage: bytes) -> None:
    write_index({"a": 1})
    (cache_folder / "index.json").write_bytes(damage)
    assert read_index() is None
    write_index({"a": 2})
    assert read_index() == {"a": 2}


def test_a_flipped_bit_is_noticed(cache_folder: Path) -> None:
    write_index({"title": "a"})
    file = cache_folder / "index.json"
    file.write_bytes(file.read_bytes().replace(b'"a"', b'"c"'))
    assert read_index() is None


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path / "file" / "below"))
    keep_documents("abc", DOCUMENTS)
    mark_checked("abc")
    assert kept_documents("abc") is None
    assert not is_checked("abc")


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_index({"a": 1})
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    write_index({"a": 2})
    assert read_index() == {"a": 1}
    assert [path.name for path in cache_folder.iterdir()] == ["index.json"]


def test_the_oldest_are_forgotten(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_KEPT", 3)
    write_index({"a": 1})
    for number in range(9):
        mark_checked(str(number))
    assert is_checked("8")
    assert len(list(cache_folder.iterdir())) <= 5
    assert read_index() == {"a": 1}


def test_the_platforms_own_folder_is_used_where_none_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SIMULATOR_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "platform"))
    write_index({"a": 1})
    assert (tmp_path / "platform" / "index.json").exists()
