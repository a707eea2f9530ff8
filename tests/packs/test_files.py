"""Only regular files are read, and none can make the program wait."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from simulator.errors.faults import InputFault
from simulator.packs.reading import read_document

posix = pytest.mark.skipif(os.name != "posix", reason="made of files that only POSIX has")


def refusal(path: Path | str) -> str:
    with pytest.raises(InputFault) as caught:
        read_document(path)
    return str(caught.value)


def test_a_file_is_read_by_its_ending(tmp_path: Path) -> None:
    for name, text in {"a.yaml": "[1, x]", "a.yml": "[1, x]", "a.JSON": '[1, "x"]'}.items():
        (tmp_path / name).write_text(text)
        assert read_document(tmp_path / name).data == [1, "x"]


def test_faults_carry_the_name_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("a: NO")
    assert refusal("a.yaml").startswith("a.yaml:1:4: ")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    assert "the name ends in .txt; give a .yaml, .yml or .json file" in refusal(tmp_path / "a.txt")
    assert "the name has no ending" in refusal("facts")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "a.yaml")
    assert "no possible file name" in refusal("a\0.yaml")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert "this is a folder, not a file" in refusal(tmp_path / "a.yaml")


def test_a_file_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * (2 << 20))
    assert "this holds more than 1 MiB" in refusal(tmp_path / "a.yaml")


def test_a_file_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    assert "a part of this path is a file" in refusal(tmp_path / "a" / "b.yaml")


@posix
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert "this is a pipe, not a file" in refusal(tmp_path / "a.yaml")
    assert "this is a pipe, not a file" in refusal(tmp_path / "b.yaml")


@posix
def test_a_device_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    assert "this is a device, not a file" in refusal(tmp_path / "zero.yaml")


@posix
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.yaml")
        assert "this is a socket, not a file" in refusal("a.yaml")


@posix
def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert "the file cannot be read (too many levels of symbolic links)" in refusal(tmp_path / "a.yaml")


@posix
def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert read_document(tmp_path / "b.yaml").data == 1


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_text("1")
    monkeypatch.setattr(os, "open", refuse)
    assert "the file may not be read by this user" in refusal(tmp_path / "a.yaml")
