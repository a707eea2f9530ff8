"""Changes of a pack's files are told, whatever an editor does to them."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.preview.watching import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAITING = 20.0


class Watched:
    """A folder that is watched; `told` holds a None for each change."""

    def __init__(self, folder: Path) -> None:
        self.told: Queue[None] = Queue()
        self.stop = Event()
        self.folder = folder
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        for _ in changes(self.folder, self.stop):
            self.told.put(None)

    def until_it_tells(self, change: Callable[[], object]) -> None:
        """Makes changes over and over until one is told: the first may come before anybody watches."""
        for _ in range(int(WAITING)):
            change()
            try:
                self.told.get(timeout=1)
                return
            except Empty:
                continue
        raise AssertionError("nothing was told")

    def quiet(self) -> None:
        """Waits until nothing more is told of what has been done."""
        while True:
            try:
                self.told.get(timeout=0.6)
            except Empty:
                return

    def tells(self, change: Callable[[], object]) -> None:
        """Makes one change, which must be told."""
        self.quiet()
        change()
        self.told.get(timeout=WAITING)

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
    """A folder with a case in it, and somebody who watches."""
    folder = tmp_path / "pack"
    case = case_in(folder)
    with watching(folder) as watcher:
        watcher.until_it_tells(lambda: case.write_text("begun"))
        yield watcher


def case_in(folder: Path) -> Path:
    """A case's file in a new folder."""
    (folder / "cases").mkdir(parents=True)
    (folder / "cases" / "a.yaml").write_text("a")
    return folder / "cases" / "a.yaml"


def test_a_file_that_is_saved_is_told(watched: Watched) -> None:
    watched.tells(lambda: (watched.folder / "cases" / "a.yaml").write_text("b"))


def test_a_file_that_is_replaced_by_another_is_told(watched: Watched) -> None:
    temporary = watched.folder / "cases" / ".a.yaml.swp"
    temporary.write_text("c")
    watched.tells(lambda: temporary.rename(watched.folder / "cases" / "a.yaml"))


def test_a_file_that_is_removed_is_told_and_one_that_comes_back_too(watched: Watched) -> None:
    case = watched.folder / "cases" / "a.yaml"
    watched.tells(case.unlink)
    watched.tells(lambda: case.write_text("back"))


def test_what_an_editor_keeps_beside_a_file_is_not_told(watched: Watched) -> None:
    watched.quiet()
    (watched.folder / "cases" / ".a.yaml.swp").write_text("d")
    with pytest.raises(Empty):
        watched.told.get(timeout=1)


def test_a_folder_that_is_replaced_is_watched_anew(watched: Watched, tmp_path: Path) -> None:
    def replace() -> None:
        watched.folder.rename(tmp_path / "before")
        case_in(watched.folder)

    watched.tells(replace)
    watched.tells(lambda: (watched.folder / "cases" / "a.yaml").write_text("in the new one"))


def test_a_folder_that_is_removed_is_waited_for(watched: Watched) -> None:
    watched.tells(lambda: shutil.rmtree(watched.folder))
    watched.tells(lambda: case_in(watched.folder))
    watched.tells(lambda: (watched.folder / "cases" / "a.yaml").write_text("back"))


def test_a_folder_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    with watching(tmp_path / "later") as watcher:
        watcher.tells(lambda: case_in(tmp_path / "later"))
