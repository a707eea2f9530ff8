"""Seeds are whole numbers in plain digits, up to one largest for every face of the program."""

from __future__ import annotations

import pytest

from simulator.cases.seeds import LARGEST_SEED, seed_in


@pytest.mark.parametrize(
    ("text", "seed"), [("0", 0), ("007", 7), (str(LARGEST_SEED), LARGEST_SEED), (str(LARGEST_SEED + 1), None)]
)
def test_a_seed_goes_up_to_the_largest(text: str, seed: int | None) -> None:
    assert seed_in(text) == seed


@pytest.mark.parametrize(
    "text", ["", " 1", "-1", "+1", "1.0", "1_0", "0x1", "٣", "²", "1" * 20, "1" * 100_000]
)
def test_nothing_else_is_a_seed(text: str) -> None:
    assert seed_in(text) is None
