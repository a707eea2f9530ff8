"""What is worth doing again is done again, with growing pauses, and not for ever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.store.faults import StoreFault
from simulator.store.postgres import retrying


class Gone(Exception):
    sqlstate = "57P01"


class Full(Exception):
    sqlstate = "53100"


class Run:
    """Work that fails so many times, each try taking so long, by a clock of its own."""

    def __init__(self, failing: int, takes: float = 0.0, error: Exception | None = None) -> None:
        self.failing, self.takes, self.error = failing, takes, error or Gone()
        self.at = 0.0
        self.began: list[float] = []
        self.pauses: list[float] = []

    def work(self) -> str:
        self.began.append(self.at)
        self.at += self.takes
        if len(self.began) <= self.failing:
            raise self.error
        return "done"

    def wait(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.at += seconds

    def run(self, seconds: float = 10.0) -> str:
        return retrying(self.work, seconds=seconds, wait=self.wait, clock=lambda: self.at)


@given(failing=st.integers(0, 7), takes=st.floats(0, 0.5))
def test_what_comes_back_soon_is_done(failing: int, takes: float) -> None:
    run = Run(failing, takes)
    assert run.run() == "done"
    assert len(run.began) == failing + 1
    assert all(later >= earlier for earlier, later in pairwise(run.pauses))


@given(takes=st.floats(0, 30), seconds=st.floats(0, 20))
def test_it_is_given_up_in_time(takes: float, seconds: float) -> None:
    run = Run(10**6, takes)
    with pytest.raises(Gone):
        run.run(seconds)
    assert run.began[-1] <= seconds + 1e-6
    assert run.at <= seconds + takes + 1e-6


def test_it_is_tried_for_ten_seconds() -> None:
    run = Run(10**6)
    with pytest.raises(Gone):
        run.run()
    assert run.at == pytest.approx(10)
    assert 5 < len(run.began) < 20


@pytest.mark.parametrize("error", [Full(), ValueError("x"), StoreFault("x")])
def test_what_would_fail_again_is_not_tried_again(error: Exception) -> None:
    run = Run(1, error=error)
    with pytest.raises(type(error)):
        run.run()
    assert (run.began, run.pauses) == ([0.0], [])


def test_who_interrupts_is_heard() -> None:
    def work() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        retrying(work, wait=lambda _: None)
