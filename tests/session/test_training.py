"""What is wiped when a person starts: what is older than the force keeps it, by whatever the clock says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.session.commands import Leave
from simulator.session.training import Training
from simulator.store.store import Store

from .lost_property import CASE, LostProperty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEGUN = "2026-03-01T10:00:00.000+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "sessions.sqlite")
    yield made
    made.close()


def training(store: Store, now: str, keep_days: int | None = 30) -> Training:
    return Training(
        LostProperty(), store, [], lambda _pack, _which: CASE, clock=lambda: now, keep_days=keep_days
    )


@pytest.fixture
def begun(store: Store) -> Store:
    """Three sessions: one that may be too old, and one on each of two days a month later."""
    for at in (BEGUN, "2026-04-01T10:00:00.000+00:00", "2026-04-02T10:00:00.000+00:00"):
        training(store, at).begin_case(CASE).do(Leave())
    return store


@pytest.mark.parametrize(
    ("now", "keep_days", "left"),
    [
        ("2026-03-31T09:59:59.000+00:00", 30, 3),
        ("2026-03-31T10:00:01.000+00:00", 30, 2),
        ("2030-01-01T00:00:00.000+00:00", None, 3),
        ("2026-04-01T09:00:00.000+00:00", 32, 3),
        ("1970-01-01T00:00:00.000+00:00", 30, 3),
        ("2036-01-01T00:00:00.000+00:00", 30, 3),
    ],
    ids=[
        "not yet",
        "too old",
        "kept for good",
        "the clock an hour back",
        "the clock in 1970",
        "the clock ten years ahead",
    ],
)
def test_a_session_goes_when_its_days_are_over(
    begun: Store, now: str, keep_days: int | None, left: int
) -> None:
    training(begun, now, keep_days).sweep()
    assert len(begun.unfinished()) == left
    assert begun.verify().broken is None
    assert len(begun.export()["journal"]) == 3 - left


def test_a_day_under_a_clock_that_is_ahead_wipes_nothing(begun: Store) -> None:
    ahead = "2036-01-01T{}:00:00.000+00:00"
    for hour in ("09", "21"):
        training(begun, ahead.format(hour)).begin_case(CASE).do(Leave())
    training(begun, ahead.format("22")).sweep()
    assert len(begun.unfinished()) == 5


def test_an_answer_given_while_the_clock_was_in_1970_stays(store: Store) -> None:
    training(store, "1970-01-01T00:00:00.000+00:00").begin_case(CASE).do(Leave())
    training(store, BEGUN).begin_case(CASE).do(Leave())
    training(store, BEGUN).sweep()
    assert len(store.unfinished()) == 2
