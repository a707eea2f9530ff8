"""The files of a pack's folder, and the hash over them."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault
from simulator.packs import folder as folder_room
from simulator.packs.folder import pack_files, pack_sha256

from .installing import write

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(os.name != "posix", reason="made of files that only POSIX has")


def refusals(folder: Path) -> list[str]:
    with pytest.raises(InputFault) as caught:
        pack_files(folder)
    return [f"{fault.place.file.removeprefix(str(folder))}: {fault.what}" for fault in caught.value.faults]


def test_all_yaml_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("b.yaml", "a/z.yaml", "a.yaml", "notes.txt", ".hidden.yaml", "__pycache__/x.yaml"):
        write(tmp_path / path, path)
    assert [file.path for file in pack_files(tmp_path)] == ["a.yaml", "a/z.yaml", "b.yaml"]


def test_the_hash_is_over_the_sorted_paths_and_hashes(tmp_path: Path) -> None:
    write(tmp_path / "b.yaml", "two")
    write(tmp_path / "a" / "c.yaml", "one")
    lines = [
        f"{hashlib.sha256(b'one').hexdigest()}  a/c.yaml\n",
        f"{hashlib.sha256(b'two').hexdigest()}  b.yaml\n",
    ]
    assert pack_sha256(pack_files(tmp_path)) == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_the_hash_knows_a_renamed_file(tmp_path: Path) -> None:
    first = write(tmp_path / "a.yaml", "one")
    before = pack_sha256(pack_files(tmp_path))
    first.rename(tmp_path / "b.yaml")
    assert pack_sha256(pack_files(tmp_path)) != before


def test_a_missing_folder_a_file_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "file", "")
    (tmp_path / "empty").mkdir()
    assert refusals(tmp_path / "none") == [": the folder cannot be read (no such file or directory)"]
    assert refusals(tmp_path / "file") == [": the folder cannot be read (not a directory)"]
    assert refusals(tmp_path / "empty") == [": this folder holds no .yaml file"]


@posix
def test_a_link_may_lead_to_a_file_inside_and_nowhere_else(tmp_path: Path) -> None:
    write(tmp_path / "outside.yaml", "x")
    write(tmp_path / "pack" / "a.yaml", "x")
    (tmp_path / "pack" / "b.yaml").symlink_to("a.yaml")
    assert [file.path for file in pack_files(tmp_path / "pack")] == ["a.yaml", "b.yaml"]
    (tmp_path / "pack" / "c.yaml").symlink_to("../outside.yaml")
    assert refusals(tmp_path / "pack") == ["/c.yaml: this link leaves the pack's folder"]


@posix
def test_a_link_to_a_folder_is_refused_and_so_no_loop_is_walked(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "x")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "away").symlink_to("/")
    assert refusals(tmp_path) == [
        "/away: a link to a folder is not followed in a pack",
        "/loop: a link to a folder is not followed in a pack",
    ]


@posix
def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").symlink_to("b.yaml")
    write(tmp_path / "c.yaml", "#" * (2 << 20))
    assert refusals(tmp_path) == [
        "/a.yaml: this is a pipe, not a file",
        "/b.yaml: the file cannot be read (too many levels of symbolic links)",
        "/c.yaml: this holds more than 1 MiB",
    ]


@pytest.mark.parametrize("limit", ["MOST_FILES", "MOST_ENTRIES"])
def test_too_large_a_folder_is_refused(tmp_path: Path, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_room, limit, 2)
    for name in ("a", "b", "c"):
        write(tmp_path / f"{name}.yaml", "x")
    assert len(refusals(tmp_path)) == 1
