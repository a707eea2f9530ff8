"""The settings of a person: folders of packs, and everything that may be wrong with the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.packs.settings import read_settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.yaml"
    monkeypatch.setenv("SIMULATOR_SETTINGS", str(path))
    return path


def test_without_a_file_nothing_is_settled(file: Path) -> None:
    settings = read_settings()
    assert (settings.file, settings.packs, settings.faults) == (file, (), ())


def test_folders_are_meant_from_the_files_own(file: Path) -> None:
    file.write_text("format: settings/1\npacks: [mine, ../other, /srv/packs]\n")
    here = file.parent
    assert read_settings().packs == (here / "mine", here / ".." / "other", Path("/srv/packs"))


def test_a_folder_can_be_meant_from_the_persons_home(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "theirs"))
    file.write_text("format: settings/1\npacks: [~/packs, ~nobody-of-this-name/packs]\n")
    first, second = read_settings().packs
    assert first == tmp_path / "theirs" / "packs"
    assert second == file.parent / "~nobody-of-this-name/packs"


def test_a_force_settles_after_how_many_days_a_session_goes(file: Path) -> None:
    file.write_text("format: settings/1\nrecord:\n  keep_days: 365\n")
    assert read_settings().keep_days == 365
    file.write_text("format: settings/1\nrecord:\n  keep_days: 0\n")
    settings = read_settings()
    assert settings.keep_days is None
    assert "keep_days" in str(settings.faults[0]) or "1" in str(settings.faults[0])


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("packs: [mine]\n", "1:1", "format"),
        ("format: settings/2\n", "1:9", "settings/1"),
        ("format: settings/1\npacks: mine\n", "2:8", "list"),
        ("format: settings/1\npack: [mine]\n", "2:1", "packs"),
        ("format: settings/1\npacks: [7]\n", "2:9", "text"),
        ("format: settings/1\npacks: [a\n", "", "yaml"),
        ("", "1:1", ""),
    ],
)
def test_a_broken_file_is_told_at_its_place_and_nothing_of_it_counts(
    file: Path, text: str, place: str, what: str
) -> None:
    file.write_text(text)
    settings = read_settings()
    assert settings.packs == ()
    assert str(settings.faults[0]).startswith(f"{file}:{place}")
    assert what in str(settings.faults[0])


def test_a_file_that_is_none_is_told(file: Path) -> None:
    file.mkdir()
    [fault] = read_settings().faults
    assert "a folder, not a file" in fault.what


def test_a_link_to_nowhere_is_told(file: Path) -> None:
    file.symlink_to(file.parent / "gone")
    [fault] = read_settings().faults
    assert "no such file" in fault.what


def test_a_force_sets_its_own_texts_of_care(file: Path) -> None:
    file.write_text("format: settings/1\ncare: {support: Ring us., disclosure: Stop.}\n")
    settings = read_settings()
    assert (settings.support, settings.disclosure, settings.faults) == ("Ring us.", "Stop.", ())


def test_a_force_may_set_one_text_of_care_only(file: Path) -> None:
    file.write_text("format: settings/1\ncare:\n  support: |\n    Ring us.\n    Day and night.\n")
    settings = read_settings()
    assert (settings.support, settings.disclosure) == ("Ring us.\nDay and night.\n", "")


@pytest.mark.parametrize("care", ["{}", "Ring us.", "{help: Ring us.}", "{support: 7}", "{support: ''}"])
def test_texts_of_care_at_fault_are_said_with_their_place(file: Path, care: str) -> None:
    file.write_text(f"format: settings/1\ncare: {care}\n")
    [fault] = read_settings().faults
    assert fault.place.line == 2
