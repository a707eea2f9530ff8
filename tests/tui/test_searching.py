"""Searching plain text: case, accents and typographic marks do not matter, and marks lie where the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.tui.safety import shown
from simulator.tui.searching import MARK, MOST_MARKED, holds, marked, sought


def marks(text: str, typed: str) -> list[str]:
    content = marked(text, sought(typed))
    return [content.plain[span.start : span.end] for span in content.spans if span.style == MARK]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("A child's home", "CHILD", ["child"]),
        ("café Café CAFÉ", "cafe", ["café", "Café", "CAFÉ"]),
        ("cafe\u0301 at noon", "café at", ["cafe\u0301 at"]),
        ("the child’s “own”", 'child\'s "own"', ["child’s “own”"]),
        ("Straße", "strasse", ["Straße"]),
        ("ﬁnd", "find", ["ﬁnd"]),
        ("2016–17", "2016-17", ["2016–17"]),
        ("[/nope] [b]", "[b]", ["[b]"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("two  words", "words two", []),
        ("anything", "   ", []),
    ],
)
def test_each_place_is_marked(text: str, typed: str, found: list[str]) -> None:
    assert marks(text, typed) == found
    assert holds(text, sought(typed)) == bool(found)


def test_the_marks_in_one_text_are_bounded() -> None:
    assert len(marks("a" * 50_000, "a")) == MOST_MARKED


@given(st.text(), st.text(max_size=5))
def test_marking_changes_no_character(text: str, typed: str) -> None:
    assert marked(text, sought(typed)).plain == shown(text).plain


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert holds(text, sought(part))
