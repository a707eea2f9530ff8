"""CSV that every program reads alike, and in which nothing is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors.text import clean
from simulator.report.of_class.csv_text import csv_bytes, inert

from .hostile import FORMULAS


def cells(content: bytes) -> list[list[str]]:
    """The rows of a table as Python reads it."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_it_begins_with_a_byte_order_mark_and_every_line_ends_with_both_signs() -> None:
    content = csv_bytes(["a", "b"], [["1", "x, “y”\nz"], [2, None]])
    assert content == b'\xef\xbb\xbfa,b\r\n1,"x, \xe2\x80\x9cy\xe2\x80\x9d z"\r\n2,\r\n'


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_begin_a_formula_is_stopped(text: str) -> None:
    stopped = inert(text)
    assert stopped.replace("'", "") == text.replace("'", "")
    assert stopped != text or "\n" in text
    [[cell]] = cells(csv_bytes([text], []))
    assert cell == text  # the head is the program's own
    _, [cell] = cells(csv_bytes(["x"], [[text]]))
    assert not acts(cell)


@pytest.mark.parametrize(
    "text", ["", "plain", "a-b", "a = b", "1.5", "2 – x", "mail@example.org", "'quoted'", "a;b"]
)
def test_what_could_not_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_numbers_are_numbers() -> None:
    assert cells(csv_bytes(["n"], [[-1], [0.5], [None]]))[1:] == [["-1"], ["0.5"], [""]]


def acts(cell: str) -> bool:
    """Whether a spreadsheet may take a cell, or a part of it after a semicolon, for a formula."""
    return any(part.strip()[:1] in tuple("=+-@＝＋－＠﹢﹣﹦﹫−") for part in cell.split(";") if part.strip())


@given(st.text(alphabet=st.sampled_from("=+-@;,\"' \t\r\n＝－a\u200b\u202e\x1b\u00a0"), max_size=12))
def test_any_text_comes_out_inert_and_whole(text: str) -> None:
    _, [cell, after] = cells(csv_bytes(["x", "y"], [[text, "z"]]))
    assert after == "z"
    assert not acts(cell)
    assert "\n" not in cell
    assert "\r" not in cell
    assert cell.replace("'", "") == clean(" ".join(text.split())).replace("'", "")
