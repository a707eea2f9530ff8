"""A home that may only be read: the program says so in a sentence, and what is kept there stays as it is."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from simulator.store.place import APPLICATION
from simulator.store.store import Store
from tests.faults.mounting import READ_ONLY, run, within
from tests.store.stores import event

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = ["-m", "simulator", "play", "--plain", "--no-plugins", "--pack", "core", "--seed", "7"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str | None]:
    """The environment of a person whose home is `tmp_path`, and who has set nothing."""
    own = ("SIMULATOR_STORE", "SIMULATOR_SETTINGS", "SIMULATOR_PREFERENCES", "SIMULATOR_STATE")
    platforms = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    return {"HOME": str(tmp_path), **dict.fromkeys((*own, *platforms))}


def test_without_a_store_it_is_told_where_one_cannot_be_made(
    tmp_path: Path, home: dict[str, str | None]
) -> None:
    ended = run(within(READ_ONLY, tmp_path, PLAIN), "1\n", **home, SIMULATOR_CACHE=None)
    assert ended.returncode == 2
    assert "cannot be made (read-only file system); name a file in a folder of yours." in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_with_a_store_it_is_told_that_nothing_can_be_saved(
    tmp_path: Path, home: dict[str, str | None]
) -> None:
    path = tmp_path / ".local" / "share" / APPLICATION / "sessions.sqlite"
    with closing(Store(path)) as store:
        store.append("s", [event(1)])
    before = path.read_bytes()
    ended = run(within(READ_ONLY, tmp_path, PLAIN), "1\n", **home)
    assert ended.returncode == 2
    told = " ".join(ended.stderr.split())
    assert "cannot be written; give yourself the right" in told or "cannot be opened; see that" in told
    assert "Traceback" not in ended.stdout + ended.stderr
    assert path.read_bytes() == before
    with closing(Store(path)) as store:
        assert store.load("s") == [event(1)]


def test_where_it_may_be_written_the_same_program_plays(tmp_path: Path, home: dict[str, str | None]) -> None:
    ended = run([sys.executable, *PLAIN], "1\n", **home)
    assert ended.returncode == 0, ended.stderr
    assert "Saved." in ended.stdout
