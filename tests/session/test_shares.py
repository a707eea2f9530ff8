"""Shares as every face tells them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.report.of_learner import words
from simulator.session.shares import hundredths, percent
from simulator.tui.telling import bars


@pytest.mark.parametrize(
    ("share", "told", "number"),
    [
        (0, "0%", "0.00"),
        (0.0001, "under 1%", "under 0.01"),
        (0.4351, "44%", "0.44"),
        (0.419, "42%", "0.42"),
        (0.995, "over 99%", "over 0.99"),
        (1, "100%", "1.00"),
    ],
)
def test_a_share_is_told_to_the_nearest_and_what_is_not_all_does_not_look_like_all(
    share: float, told: str, number: str
) -> None:
    assert (percent(share), hundredths(share)) == (told, number)


@given(st.floats(0, 1))
def test_every_face_tells_a_share_alike(share: float) -> None:
    assert words.share(share) == bars.percent(share) == percent(share)
    assert words.index(share, 99) == hundredths(share)
