"""A debrief saved in the format that its name says, or not at all with a sentence that says why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.report.faults import ReportFault
from simulator.report.pages import html_page, markdown_page
from simulator.report.saving import save_debrief

from .reading import numbered

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize("name", ["debrief.txt", "debrief", "debrief.html.exe", ".html"])
def test_another_suffix_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name).endswith("ends neither in .html nor in .md; end the name in one of them.")


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    there = tmp_path / "debrief.html"
    there.write_text("mine")
    assert refusal(there) == f"{there} is there already, and is left as it is; choose another name."
    assert there.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["debrief.html"]


def test_a_refusal_holds_nothing_that_acts(tmp_path: Path) -> None:
    assert "\x1b" not in refusal(tmp_path / "\x1b[2J.txt")


def test_a_session_that_is_not_finished_has_no_debrief_to_save(tmp_path: Path) -> None:
    with pytest.raises(ReportFault, match="once its case is finished"):
        save_debrief(replace(VIEW, debrief=None), {}, tmp_path / "a.html", own_words=False)
    assert not list(tmp_path.iterdir())
