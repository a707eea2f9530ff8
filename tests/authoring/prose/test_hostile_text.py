"""Text of the largest size that a pack may hold costs no more than its length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from simulator.authoring.prose.checking import ProseChecker

REPEATED = [
    "' a", '"a" ', "image ", "pics of her ", "1 ", "12345678 ", "oh seven ", "a.b.", "a-", "a ", "а", "@a ", "http://a ",
    "born 2002 ", "may 3 ", "believed ", "she wrote: ", "{a} ", "{", ".com", "put herself a b ", "Amira ", "in DE1 ",
    "'\"", "www.", "- ", "1/1/1/", "a\u0301", "wrote to him ", "dot ", "the image was not ",
]  # fmt: skip
LARGE, SMALL = 48_000, 6_000
MOST_TIMES_AS_LONG = 40  # eight times the text; a cost that grows with its square would be 64


def cost(checker: ProseChecker, text: str) -> float:
    """The shortest of three runs."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        checker.check(text, ("Amira",))
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("part", REPEATED)
def test_a_long_text_costs_in_proportion(checker: ProseChecker, part: str) -> None:
    small = cost(checker, part * (SMALL // len(part)))
    large = cost(checker, part * (LARGE // len(part)))
    assert large <= MOST_TIMES_AS_LONG * max(small, 0.002)


@pytest.mark.parametrize("text", ["", " ", "\n", "{", "{}", "'", '"', "''", "-", ".", "\u200b", "\ud800", "🙂" * 9])
def test_any_text_is_checked(checker: ProseChecker, text: str) -> None:
    for remark in checker.check(text, ("",)):
        assert 0 <= remark.start < remark.end <= len(text)
