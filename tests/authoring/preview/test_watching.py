"""Changes of a pack's files are told, whatever an editor does to them."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.preview.watching import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAITING = 20.0
"""Seconds in which a change is told, even on a busy machine."""
TOGETHER = 0.6
"""Seconds after which nothing more is told of one change."""

Texts = dict[str, str]


def texts_in(folder: Path) -> Texts:
    """The text of each case's file in a folder; none where the folder is being taken away."""
    try:
        return {path.name: path.read_text() for path in (folder / "cases").glob("*.yaml")}
    except OSError:
        return {}


class Watched:
    """A folder that is watched; `told` holds what was in it at each time that a change was told."""

    def __init__(self, folder: Path) -> None:
        self.told: Queue[Texts] = Queue()
        self.stop = Event()
        self.folder = folder
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        for _ in changes(self.folder, self.stop):
            self.told.put(texts_in(self.folder))

    def told_after(self, change: Callable[[], object], seconds: float = WAITING) -> Texts | None:
        """Makes a change; what was in the folder when all of it had been told, or None where nothing is told."""
        change()
        last = None
        until = monotonic() + seconds + WAITING
        while monotonic() < until:
            try:
                last = self.told.get(timeout=seconds if last is None else TOGETHER)
            except Empty:
                return last
        raise AssertionError("there is no end to what is told")

    def end(self) -> None:
        """Watches no more."""
        self.stop.set()
        self._thread.join(WAITING)
        assert not self._thread.is_alive()


@contextmanager
def watching(folder: Path) -> Iterator[Watched]:
    """Watches a folder that is there, or is to come."""
    watched = Watched(folder)
    try:
        yield watched
    finally:
        watched.end()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A folder with a case in it, and somebody who watches: the first changes may come before anybody does."""
    case = case_in(tmp_path / "pack")
    with watching(tmp_path / "pack") as watcher:
        assert any(watcher.told_after(lambda: case.write_text("begun"), 0.5) for _ in range(40))
        yield watcher


def case_in(folder: Path) -> Path:
    """A case's file in a new folder, which is there all at once."""
    beside = folder.with_name("beside")
    (beside / "cases").mkdir(parents=True)
    (beside / "cases" / "a.yaml").write_text("new")
    beside.rename(folder)
    return folder / "cases" / "a.yaml"


def test_a_file_that_is_saved_is_told(watched: Watched) -> None:
    case = watched.folder / "cases" / "a.yaml"
    assert watched.told_after(lambda: case.write_text("saved")) == {"a.yaml": "saved"}


def test_a_file_that_is_replaced_by_another_is_told(watched: Watched) -> None:
    temporary = watched.folder / "cases" / ".a.yaml.swp"
    temporary.write_text("another")
    case = watched.folder / "cases" / "a.yaml"
    assert watched.told_after(lambda: temporary.rename(case)) == {"a.yaml": "another"}


def test_a_file_that_is_removed_is_told_and_one_that_comes_back_too(watched: Watched) -> None:
    case = watched.folder / "cases" / "a.yaml"
    assert watched.told_after(case.unlink) == {}
    assert watched.told_after(lambda: case.write_text("back")) == {"a.yaml": "back"}


def test_what_an_editor_keeps_beside_a_file_is_not_told(watched: Watched) -> None:
    beside = watched.folder / "cases" / ".a.yaml.swp"
    assert watched.told_after(lambda: beside.write_text("begun"), 1) is None


def test_a_folder_that_is_replaced_is_watched_anew(watched: Watched, tmp_path: Path) -> None:
    case_in(tmp_path / "after")
    case = watched.folder / "cases" / "a.yaml"

    def replace() -> None:
        watched.folder.rename(tmp_path / "before")
        (tmp_path / "after").rename(watched.folder)

    assert watched.told_after(replace) == {"a.yaml": "new"}
    assert watched.told_after(lambda: case.write_text("in the new one")) == {"a.yaml": "in the new one"}


def test_a_folder_that_is_removed_is_waited_for(watched: Watched) -> None:
    case = watched.folder / "cases" / "a.yaml"
    assert watched.told_after(lambda: shutil.rmtree(watched.folder)) == {}
    assert watched.told_after(lambda: case_in(watched.folder)) == {"a.yaml": "new"}
    assert watched.told_after(lambda: case.write_text("back")) == {"a.yaml": "back"}


def test_a_folder_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    with watching(tmp_path / "later") as watcher:
        assert watcher.told_after(lambda: None, 1) is None
        assert watcher.told_after(lambda: case_in(tmp_path / "later")) == {"a.yaml": "new"}
