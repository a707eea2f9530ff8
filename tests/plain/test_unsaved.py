"""A line that cannot be carried out for now, in plain text: it waits until it is tried again, or is given up."""

from __future__ import annotations

import io
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from simulator.plain import unsaved
from simulator.plain.asking_words import AGAIN, LEFT_AT_ONCE, LEFT_UNSAVED, NOT_TAKEN, SLOW
from simulator.plain.lines import Lines
from simulator.plain.play import play_plain
from simulator.store.faults import StoreFault
from simulator.store.soon import SOON
from tests.waiting import Later, full

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.session.training import Training

GIVEN = "answer_given"


class Script(io.StringIO):
    """Lines that are typed, and what happens just before one of them."""

    def __init__(self, *said: str | Callable[[], object]) -> None:
        super().__init__()
        self._said = [*said]

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        while self._said and not isinstance(self._said[0], str):
            self._said.pop(0)()  # type: ignore[operator]
        return f"{self._said.pop(0)}\n" if self._said else ""


class Disk:
    """Of a store; it can be filled and freed."""

    def __init__(self, training: Training) -> None:
        self._training = training
        self._held = ExitStack()

    def fill(self) -> None:
        self._held.enter_context(full(self._training.store))

    def free(self) -> None:
        self._held.close()


@pytest.fixture
def disk(library: Training) -> Iterator[Disk]:
    made = Disk(library)
    yield made
    made.free()


def played(training: Training, *said: str | Callable[[], object], code: int = 0) -> str:
    """What is said, in one line."""
    stdout = io.StringIO()
    assert play_plain(training, Script("7", *said), stdout) == code
    return " ".join(stdout.getvalue().split())


def kinds(training: Training) -> list[str]:
    [draft] = training.store.unfinished()
    return [event["kind"] for event in training.store.load(draft.session)][2:]


def test_enter_tries_again_until_the_disk_is_freed(library: Training, disk: Disk) -> None:
    said = played(library, disk.fill, "1", "", disk.free, "", "leave")
    assert said.count("Not saved yet. The disk is full") == 2
    assert said.count(AGAIN) == 2
    assert said.count("Saved.") == 1
    assert "Question 2 of" in said
    assert kinds(library) == [GIVEN, "left"]


def test_what_else_is_typed_is_not_taken_and_one_can_look_things_up(library: Training, disk: Disk) -> None:
    said = played(library, disk.fill, "1", "2", "review", "support", disk.free, "", "leave")
    assert said.count(NOT_TAKEN) == 1
    assert "Your answers in this step:" in said
    assert "Talk to the librarian." in said
    assert kinds(library) == [GIVEN, "left"]


def test_one_leaves_without_it(library: Training, disk: Disk) -> None:
    said = played(library, "1", disk.fill, "1", "leave")
    disk.free()
    assert said.endswith(LEFT_UNSAVED)
    assert kinds(library) == [GIVEN]


def test_at_the_end_of_the_input_it_is_tried_once_more(library: Training, disk: Disk) -> None:
    assert "Saved." in played(library, disk.fill, "1", disk.free)
    assert kinds(library) == [GIVEN, "left"]


def test_where_it_cannot_be_saved_at_the_end_of_the_input_either_that_is_a_fault(
    library: Training, disk: Disk
) -> None:
    with pytest.raises(StoreFault, match="The disk is full"):
        played(library, disk.fill, "1")
    disk.free()
    assert kinds(library) == []


def interrupt() -> None:
    raise KeyboardInterrupt


def test_interrupted_while_it_waits_it_says_what_is_kept(library: Training, disk: Disk) -> None:
    assert played(library, "1", disk.fill, "1", interrupt, code=130).endswith(LEFT_UNSAVED)
    disk.free()
    assert kinds(library) == [GIVEN]


def test_interrupted_while_nothing_can_be_saved_it_says_what_is_kept(library: Training, disk: Disk) -> None:
    assert played(library, "1", disk.fill, interrupt, code=130).endswith(LEFT_AT_ONCE)
    disk.free()


def test_one_leaves_whatever_can_be_saved(library: Training, disk: Disk) -> None:
    said = played(library, "1", disk.fill, "leave")
    assert "The disk is full" in said
    assert "You left." in said
    disk.free()


def test_what_is_undone_waits_as_well(library: Training, disk: Disk) -> None:
    said = played(library, "1", disk.fill, "undo", "", disk.free, "", "leave")
    assert said.count("Undone: ") == 1
    assert kinds(library) == [GIVEN, "undone", "left"]


def test_what_takes_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    later, said = Later(monkeypatch), io.StringIO()
    lines = Lines(io.StringIO(), said)
    with unsaved.Unsaved(lines, bool, bool, bool).soon_told():  # type: ignore[arg-type]
        later.passes(SOON)
    with unsaved.Unsaved(lines, bool, bool, bool).soon_told():  # type: ignore[arg-type]
        pass
    assert " ".join(said.getvalue().split()) == SLOW
    assert not later.waiting
