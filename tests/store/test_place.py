"""Where the store lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.store.place import make_whole, store_path


def test_the_environment_names_the_store() -> None:
    assert store_path({"SIMULATOR_STORE": "/somewhere/mine.sqlite"}) == Path("/somewhere/mine.sqlite")


@pytest.mark.parametrize("environment", [{}, {"SIMULATOR_STORE": ""}])
def test_else_it_lies_in_the_persons_own_data_folder(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, appauthor: str(tmp_path / name))
    assert store_path(environment) == tmp_path / "image-sharing-simulator" / "sessions.sqlite"


def test_a_file_that_cannot_be_filled_is_not_left_behind(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        path.write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        make_whole(tmp_path / "sessions.sqlite", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_made_first_stays(tmp_path: Path) -> None:
    def late(path: Path) -> None:
        path.write_text("ours")
        (tmp_path / "sessions.sqlite").write_text("theirs")

    make_whole(tmp_path / "sessions.sqlite", late)
    assert (tmp_path / "sessions.sqlite").read_text() == "theirs"


def test_a_file_system_without_links_holds_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: object, _target: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    make_whole(tmp_path / "sessions.sqlite", lambda path: path.touch())
    assert [one.name for one in tmp_path.iterdir()] == ["sessions.sqlite"]
