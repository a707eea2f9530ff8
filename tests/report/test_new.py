"""A new file or a new folder of files: whole, or not at all with a sentence that says why."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.report import new
from simulator.report.faults import ReportFault, TakenFault
from simulator.report.new import save_new

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Content = bytes | Mapping[str, bytes]

FOLDER = {"one.csv": b"one", "two.csv": b"two"}
NAME = "new.html"


@pytest.fixture(params=[b"content", FOLDER], ids=["file", "folder"])
def content(request: pytest.FixtureRequest) -> Content:
    """What is saved."""
    return request.param  # type: ignore[no-any-return]


def refusal(content: Content, path: Path) -> str:
    with pytest.raises(ReportFault) as fault:
        save_new(content, path)
    return str(fault.value)


def held(path: Path) -> Content:
    """What lies there."""
    if path.is_file():
        return path.read_bytes()
    return {each.name: each.read_bytes() for each in path.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_it_lies_there_whole_and_nothing_else_does(tmp_path: Path, content: Content) -> None:
    assert save_new(content, tmp_path / NAME) == tmp_path / NAME
    assert held(tmp_path / NAME) == content
    assert names(tmp_path) == [NAME]


def test_its_owner_alone_can_read_it_whatever_is_usual(tmp_path: Path) -> None:
    usual = os.umask(0)
    try:
        folder, file = save_new(FOLDER, tmp_path / "folder"), save_new(b"content", tmp_path / NAME)
    finally:
        os.umask(usual)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in (file, *folder.iterdir())} == {0o600}


def test_a_path_from_the_present_folder_is_told_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    monkeypatch.chdir(tmp_path)
    assert save_new(content, Path(NAME)) == tmp_path / NAME


def test_the_home_folder_can_be_named_by_its_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert save_new(content, Path("~") / NAME) == tmp_path / NAME


@pytest.mark.parametrize("there", ["file", "folder", "link to a file", "link to a folder", "link to nothing"])
def test_what_is_there_is_left_as_it_is(tmp_path: Path, content: Content, there: str) -> None:
    path, mine = tmp_path / NAME, tmp_path / "mine"
    mine.mkdir()
    (mine / "mine").write_text("mine")
    match there:
        case "file":
            path.write_text("mine")
        case "folder":
            path.mkdir()
        case "link to a file":
            path.symlink_to(mine / "mine")
        case "link to a folder":
            path.symlink_to(mine)
        case "link to nothing":
            path.symlink_to(tmp_path / "nowhere")
    before = path.lstat()
    with pytest.raises(TakenFault) as fault:
        save_new(content, path)
    assert str(fault.value) == f"{path} is there already, and is left as it is; choose another name."
    assert fault.value.path == path
    assert (path.lstat().st_ino, path.lstat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert held(mine) == {"mine": b"mine"}
    assert names(tmp_path) == ["mine", NAME]


def test_a_file_that_comes_between_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    there, look = tmp_path / NAME, new._taken

    def meanwhile(path: Path) -> bool:
        if there.exists():
            return look(path)
        there.write_text("mine")
        return False

    monkeypatch.setattr(new, "_taken", meanwhile)
    assert "is there already" in refusal(content, there)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(NAME, "mine")]


@pytest.mark.parametrize("there", ["file", "folder"])
def test_what_comes_between_at_the_last_moment_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    rename = Path.rename

    def meanwhile(self: Path, target: Path) -> Path:
        if there == "folder":
            target.mkdir()
            (target / "mine").write_text("mine")
        else:
            target.write_text("mine")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", meanwhile)
    assert "is there already" in refusal(FOLDER, tmp_path / NAME)
    assert names(tmp_path) == [NAME]
    assert held(tmp_path / NAME) == ({"mine": b"mine"} if there == "folder" else b"mine")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, content: Content) -> None:
    no = tmp_path / "no"
    assert refusal(content, no / NAME) == f"There is no folder {no}; choose one that is there."
    assert not no.exists()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path, content: Content) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert refusal(content, file / NAME) == f"{file} is no folder; choose one that is there."


@pytest.mark.parametrize("path", ["x" * 300, f"{'x' * 300}/{NAME}"])
def test_a_name_that_is_too_long_is_refused(tmp_path: Path, content: Content, path: str) -> None:
    assert refusal(content, tmp_path / path) == f"The name {'x' * 300} is too long; choose a shorter one."


@pytest.mark.parametrize("name", ["a\0.html", "~nobody-of-this-name/a.html", "\ud800.html"])
def test_what_is_no_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    sentence = refusal(content, Path(name))
    assert sentence.endswith("choose another.")
    assert "\0" not in sentence


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["fsync", "move"])
@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "You have no room left"),
        (errno.EACCES, "You may not write"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_disk_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content, step: str, number: int, told: str
) -> None:
    for each in ("os.fsync",) if step == "fsync" else ("pathlib.Path.replace", "pathlib.Path.rename"):
        monkeypatch.setattr(each, failing(number))
    sentence = refusal(content, tmp_path / NAME)
    assert told in sentence
    assert sentence.endswith(".")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_disk_that_is_really_full_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    opened = os.open

    def open_full(path: Path, flags: int, *rest: int, **more: int) -> int:
        new_file = flags & os.O_CREAT and ".part" in str(path)
        return opened("/dev/full", os.O_WRONLY) if new_file else opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", open_full)
    assert refusal(content, tmp_path / NAME).startswith("The disk is full")
    assert not list(tmp_path.iterdir())
