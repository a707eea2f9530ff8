"""At a terminal, feedback and debrief wait after each screenful; elsewhere nothing waits."""

from __future__ import annotations

import io
from itertools import chain, repeat
from typing import TYPE_CHECKING

import pytest

from simulator.plain.lines import END, MORE, Lines
from simulator.plain.play import play_plain
from simulator.plain.starting import Asked
from tests.plain.scripted import Officer

if TYPE_CHECKING:
    from simulator.session.commands import Mode
    from simulator.session.training import Training

ROWS = 10
FIT = ROWS - 2
"""Lines that stand on the screen together with the prompt below them and the row that is typed in."""


class Typed(io.StringIO):
    """What is typed, at a terminal or not."""

    def __init__(self, *lines: str, terminal: bool = True) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of ten rows."""
    monkeypatch.setenv("LINES", str(ROWS))
    monkeypatch.setenv("COLUMNS", "80")


def told(number: int, *typed: str, to_terminal: bool = True, from_terminal: bool = True) -> list[str]:
    """All lines on the screen after `number` were said."""
    stdout = Typed(terminal=to_terminal)
    lines = Lines(Typed(*typed, terminal=from_terminal), stdout)
    with lines.in_screens():
        lines.say_all(map(str, range(number)))
    lines.say("after")
    return stdout.getvalue().splitlines()


def test_what_fits_does_not_wait() -> None:
    assert told(FIT) == [*map(str, range(FIT)), "after"]


def test_each_screenful_waits() -> None:
    first, second = map(str, range(FIT)), map(str, range(FIT, 2 * FIT))
    assert told(2 * FIT + 1, "", "") == [*first, MORE, *second, MORE, str(2 * FIT), "after"]


def test_the_rest_can_be_skipped_and_no_more_than_that() -> None:
    assert told(50, "skip") == [*map(str, range(FIT)), MORE, "after"]


def test_where_the_input_has_ended_nothing_is_lost() -> None:
    shown = told(50)
    assert shown.count(MORE) == 1
    assert [line for line in shown if line != MORE] == [*map(str, range(50)), "after"]


@pytest.mark.parametrize(("to_terminal", "from_terminal"), [(False, True), (True, False), (False, False)])
def test_nothing_waits_where_either_end_is_no_terminal(to_terminal: bool, from_terminal: bool) -> None:
    shown = told(50, "", to_terminal=to_terminal, from_terminal=from_terminal)
    assert shown == [*map(str, range(50)), "after"]


def test_what_is_asked_begins_a_new_screen() -> None:
    stdout = Typed()
    lines = Lines(Typed("yes"), stdout)
    lines.say_all("12345")
    lines.ask("Ready?")
    with lines.in_screens():
        lines.say_all(map(str, range(FIT)))
    assert MORE not in stdout.getvalue()


def test_a_line_that_the_terminal_breaks_takes_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    stdout = Typed()
    lines = Lines(Typed("", ""), stdout)
    with lines.in_screens():
        lines.say_all(repeat("x" * 60, FIT))
    assert stdout.getvalue().splitlines().index(MORE) == FIT // 2


class Present(Officer):
    """An officer at a terminal, who reads on at each screenful, or skips."""

    def __init__(self, stdout: io.StringIO, reads_on: str) -> None:
        super().__init__(stdout)
        self._reads_on = reads_on

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        last = self._stdout.getvalue().rstrip("\n").rpartition("\n")[2]
        return f"{self._reads_on}\n" if last in {MORE, END} else super().readline(size)


def played(training: Training, mode: Mode, reads_on: str = "") -> list[str]:
    """All that is shown of a whole case at a terminal."""
    stdout = Typed()
    asked = Asked(pack="little", seed=7, mode=mode)
    assert play_plain(training, Present(stdout, reads_on), stdout, asked) == 0
    return stdout.getvalue().splitlines()


def test_feedback_waits_before_the_case_goes_on(library: Training) -> None:
    shown = played(library, "practice")
    assert shown.index("Step 1 of 2: What was searched") > shown.index(END)
    goes_on = next(at for at, line in enumerate(shown) if line.endswith("The case goes on."))
    assert shown[goes_on + 1] == END


def test_no_more_than_a_screen_of_feedback_comes_at_once(library: Training) -> None:
    shown = played(library, "practice")
    first = next(at for at, line in enumerate(shown) if line.startswith("Feedback. The find."))
    assert MORE in shown[first : first + ROWS]


def test_the_debrief_waits_and_can_be_skipped(library: Training) -> None:
    shown, skipped = played(library, "assessment"), played(library, "assessment", "skip")
    debrief = next(at for at, line in enumerate(shown) if line.startswith("Debrief."))
    assert shown[debrief:].count(MORE) > 5
    assert skipped.count(MORE) == 1
    assert skipped[-1] == library.standing


def test_questions_never_wait(library: Training) -> None:
    shown = played(library, "assessment")
    before = shown[: next(at for at, line in enumerate(shown) if line.startswith("Debrief."))]
    assert not {MORE, END} & set(chain(before))
