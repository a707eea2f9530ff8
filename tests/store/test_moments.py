"""Days are counted back from a moment, as far as there are any."""

from __future__ import annotations

import pytest

from simulator.store.moments import days_before

FIRST = "0001-01-01T00:00:00.000+00:00"


@pytest.mark.parametrize(
    ("moment", "days", "then"),
    [
        ("2026-03-01T12:00:00.000+00:00", 1, "2026-02-28T12:00:00.000+00:00"),
        ("1970-01-01T00:00:00.000+00:00", 36500, "1870-01-25T00:00:00.000+00:00"),
        ("0001-01-02T00:00:00.000+00:00", 1, FIRST),
        ("0001-01-02T00:00:00.000+00:00", 2, FIRST),
        ("2026-03-01T12:00:00.000+00:00", 10**6, FIRST),
    ],
)
def test_days_are_counted_back(moment: str, days: int, then: str) -> None:
    assert days_before(moment, days) == then
