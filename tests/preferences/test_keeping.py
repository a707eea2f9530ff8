"""Preferences are kept in one small file, and a file at fault is said in one sentence."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.preferences.keeping import (
    MOST_BYTES,
    Kept,
    keep_minutes,
    keep_preferences,
    preferences_path,
    read_preferences,
)
from simulator.preferences.preferences import Preferences

MINE = Preferences(
    "simulator-light", "reduced", "large", {"case.confirm": "ctrl+o,f9"}, introduced=True, minutes=10
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "of-mine" / "preferences.json"
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(path))
    return path


def written(file: Path, text: str | bytes) -> Kept:
    """What is read where the file holds `text`."""
    file.parent.mkdir()
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_preferences()


def test_without_a_file_all_is_as_usual_and_nothing_is_said(file: Path) -> None:
    assert read_preferences() == Kept(Preferences())
    assert not file.parent.exists()


def test_what_was_kept_is_read_again(file: Path) -> None:
    assert keep_preferences(MINE) == ""
    assert read_preferences() == Kept(MINE)


def test_minutes_are_kept_beside_all_else(file: Path) -> None:
    keep_preferences(MINE)
    assert keep_minutes(600) == ""
    assert read_preferences() == Kept(replace(MINE, minutes=600))


def test_nothing_but_the_file_is_left_in_its_folder(file: Path) -> None:
    keep_preferences(MINE)
    keep_preferences(Preferences())
    assert [path.name for path in file.parent.iterdir()] == ["preferences.json"]


def test_what_the_file_leaves_out_is_as_usual(file: Path) -> None:
    kept = written(file, '{"format": "preferences/1", "layout": "large", "of_a_later_version": 7}')
    assert kept == Kept(Preferences(layout="large"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        b"\xff\xfe",
        "[]",
        "7",
        "[" * 100_000,
        "{}",
        '{"format": "preferences/2"}',
        '{"format": "preferences/1", "theme": 7}',
        '{"format": "preferences/1", "theme": "' + "x" * 101 + '"}',
        '{"format": "preferences/1", "motion": "quick"}',
        '{"format": "preferences/1", "layout": ["large"]}',
        '{"format": "preferences/1", "keys": ["q"]}',
        '{"format": "preferences/1", "keys": {"case.confirm": null}}',
        '{"format": "preferences/1", "minutes": 0}',
        '{"format": "preferences/1", "minutes": 601}',
        '{"format": "preferences/1", "minutes": true}',
        '{"format": "preferences/1", "minutes": 10.5}',
        " " * (MOST_BYTES + 1),
    ],
)
def test_a_damaged_file_is_said_in_a_sentence_and_kept_beside(file: Path, text: str | bytes) -> None:
    kept = written(file, text)
    assert kept.preferences == Preferences()
    assert f"Your settings in {file} cannot be read (" in kept.trouble
    assert "\n" not in kept.trouble
    beside = file.with_name("preferences.json.damaged")
    assert beside.read_bytes() == (text if isinstance(text, bytes) else text.encode())
    assert read_preferences() == Kept(Preferences())


def test_a_folder_in_its_place_is_said_in_a_sentence(file: Path) -> None:
    file.mkdir(parents=True)
    assert "cannot be read" in read_preferences().trouble


def test_a_pipe_in_its_place_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert "cannot be read" in read_preferences().trouble


def test_where_nothing_can_be_written_it_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "file" / "preferences.json"))
    assert read_preferences() == Kept(Preferences())
    said = keep_preferences(MINE)
    assert said.startswith("Your settings could not be saved in ")
    assert said.endswith("they hold until you quit.")


def test_a_write_that_breaks_off_leaves_the_old_file_whole(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_preferences(MINE)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        assert "(No space left on device)" in keep_preferences(Preferences())
    assert read_preferences() == Kept(MINE)
    assert [path.name for path in file.parent.iterdir()] == ["preferences.json"]


def test_the_file_is_plain_json_with_its_format(file: Path) -> None:
    keep_preferences(MINE)
    assert json.loads(file.read_text())["format"] == "preferences/1"


def test_it_lies_in_the_folder_for_settings_unless_the_environment_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SIMULATOR_PREFERENCES")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/of/theirs")
    assert preferences_path() == Path("/of/theirs/image-sharing-simulator/preferences.json")
