"""A debrief saved: whole, as a new file, or not at all with a sentence that says why."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.report import saving
from simulator.report.faults import ReportFault
from simulator.report.pages import html_page, markdown_page
from simulator.report.saving import save_debrief

from .reading import numbered

if TYPE_CHECKING:
    from collections.abc import Callable

VIEW, EXPLANATIONS = numbered()


def save(path: Path) -> Path:
    return save_debrief(VIEW, EXPLANATIONS, path, own_words=True)


def refusal(path: Path) -> str:
    with pytest.raises(ReportFault) as fault:
        save(path)
    return str(fault.value)


def test_a_name_that_ends_in_html_makes_a_web_page(tmp_path: Path) -> None:
    saved = save(tmp_path / "debrief.html")
    assert saved == tmp_path / "debrief.html"
    assert saved.read_bytes() == html_page(VIEW, EXPLANATIONS, own_words=True).encode()


def test_a_name_that_ends_in_md_makes_markdown(tmp_path: Path) -> None:
    saved = save(tmp_path / "debrief.MD")
    assert saved.read_bytes() == markdown_page(VIEW, EXPLANATIONS, own_words=True).encode()


def test_nothing_but_the_debrief_is_left_in_the_folder(tmp_path: Path) -> None:
    save(tmp_path / "debrief.html")
    assert [each.name for each in tmp_path.iterdir()] == ["debrief.html"]


def test_a_path_from_the_present_folder_is_told_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert save(Path("debrief.md")) == tmp_path / "debrief.md"


def test_the_home_folder_can_be_named_by_its_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert save(Path("~/debrief.md")) == tmp_path / "debrief.md"


@pytest.mark.parametrize("name", ["debrief.txt", "debrief", "debrief.html.exe", ".html"])
def test_another_suffix_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name).endswith("ends neither in .html nor in .md; end the name in one of them.")


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    there = tmp_path / "debrief.html"
    there.write_text("mine")
    assert refusal(there) == f"{there} is there already, and is left as it is; choose another name."
    assert there.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["debrief.html"]


def test_a_folder_of_that_name_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "debrief.html").mkdir()
    assert "is there already" in refusal(tmp_path / "debrief.html")


@pytest.mark.parametrize("target", ["there.html", "nowhere.html"])
def test_a_link_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "there.html").write_text("mine")
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / target)
    assert "is there already" in refusal(link)
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.html", "there.html"]
    assert (tmp_path / "there.html").read_text() == "mine"


def test_a_file_that_comes_between_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "debrief.html"

    def meanwhile(_: Path) -> bool:
        there.write_text("mine")
        return False

    monkeypatch.setattr(saving, "_taken", meanwhile)
    assert "is there already" in refusal(there)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("debrief.html", "mine")]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert (
        refusal(tmp_path / "no" / "a.html")
        == f"There is no folder {tmp_path / 'no'}; choose one that is there."
    )
    assert not (tmp_path / "no").exists()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert (
        refusal(tmp_path / "file" / "a.html")
        == f"{tmp_path / 'file'} is no folder; choose one that is there."
    )


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "is too long; choose a shorter one." in refusal(tmp_path / ("x" * 300 + ".html"))


@pytest.mark.parametrize("name", ["a\0.html", "~nobody-of-this-name/a.html", "\ud800.html"])
def test_what_is_no_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path(name)).endswith("choose another.")


def test_a_refusal_holds_nothing_that_acts(tmp_path: Path) -> None:
    assert "\x1b" not in refusal(tmp_path / "\x1b[2J.txt")


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, told: str
) -> None:
    monkeypatch.setattr(step, failing(number))
    sentence = refusal(tmp_path / "debrief.html")
    assert told in sentence
    assert sentence.endswith(".")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_disk_that_is_really_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open
    full = Path("/dev/full")
    monkeypatch.setattr(
        os,
        "open",
        lambda path, *rest: opened(full, os.O_WRONLY) if str(path).endswith(".part") else opened(path, *rest),
    )
    assert refusal(tmp_path / "debrief.html").startswith("The disk is full")
    assert not list(tmp_path.iterdir())


def test_a_session_that_is_not_finished_has_no_debrief_to_save(tmp_path: Path) -> None:
    with pytest.raises(ReportFault, match="once its case is finished"):
        save_debrief(replace(VIEW, debrief=None), {}, tmp_path / "a.html", own_words=False)
    assert not list(tmp_path.iterdir())
