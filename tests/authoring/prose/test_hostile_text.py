"""Text of the largest size that a pack may hold is checked at once, whatever it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hanging import at_once

if TYPE_CHECKING:
    from simulator.authoring.prose.checking import ProseChecker

REPEATED = [
    "' a", '"a" ', "image ", "pics of her ", "1 ", "12345678 ", "oh seven ", "a.b.", "a-", "a ", "а", "@a ",
    "http://a ", "born 2002 ", "may 3 ", "believed ", "she wrote: ", "{a} ", "{", ".com", "put herself a b ",
    "Amira ", "in DE1 ",
    "the image was of her ", "was of her ", "in the image ", "image of ", "skirt image ", "twenty-second ", "wrote, ",
    "told him, ", "d e 1 2 ", "D.E.", "a_", "#a ", "1.1.", "nine hundred ", "Amira khan ", "surname is ", "Leo Road ",
    "the accused ", "he wrote - ", "b. 2002 ", "{a_b} ", "{{", "}", "\u202e", "\u00ad", "e\u0301\u0302",
    "'\"", "www.", "- ", "1/1/1/", "a\u0301", "wrote to him ", "dot ", "the image was not ",
]  # fmt: skip
LARGEST = 64_000


@pytest.mark.parametrize("part", REPEATED)
def test_a_long_text_is_checked_at_once(checker: ProseChecker, part: str) -> None:
    text = part * (LARGEST // len(part))
    with at_once():
        remarks = checker.check(text, ("Amira",))
    assert all(0 <= remark.start < remark.end <= len(text) for remark in remarks)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "{", "{}", "'", '"', "''", "-", ".", "\u200b", "\ud800", "🙂" * 9]
)
def test_any_text_is_checked(checker: ProseChecker, text: str) -> None:
    for remark in checker.check(text, ("",)):
        assert 0 <= remark.start < remark.end <= len(text)
