"""Text from outside, made safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors.text import REPLACEMENT, clean, clean_block, first_acting

ACTING = {
    "the escape character": "\x1b",
    "a carriage return": "\r",
    "a bell": "\x07",
    "a backspace": "\x08",
    "a null": "\x00",
    "a vertical tab": "\x0b",
    "a form feed": "\x0c",
    "delete": "\x7f",
    "the one-byte control sequence introducer": "\x9b",
    "the next line": "\x85",
    "a soft hyphen": "\xad",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a right-to-left mark": "\u200f",
    "a right-to-left override": "\u202e",
    "a right-to-left isolate": "\u2067",
    "a pop of isolates": "\u2069",
    "an Arabic letter mark": "\u061c",
    "a line separator": "\u2028",
    "a paragraph separator": "\u2029",
    "a word joiner": "\u2060",
    "a byte order mark": "\ufeff",
    "an interlinear annotation anchor": "\ufff9",
    "a Hangul filler": "\u3164",
    "a half-width Hangul filler": "\uffa0",
    "a combining grapheme joiner": "\u034f",
    "a Mongolian vowel separator": "\u180e",
    "a tag": "\U000e0041",
    "a variation selector of the supplement": "\U000e0100",
    "a lone surrogate": "\ud83d",
    "a noncharacter": "\uffff",
    "a noncharacter amid Arabic": "\ufdd0",
    "a noncharacter of another plane": "\U0001fffe",
    "what is no character yet": "\u0378",
    "a variation selector": "\ufe0f",
    "a keycap around a letter": "\u20e3",
    "half a flag": "\U0001f1ec",
    "a colour of skin": "\U0001f3fd",
}
PLAIN = (
    "plain", "Zoë Müller", "日本語", "עברית", "العربية", "naïve – “quoted” … €5",
    "e\u0301", "😀", "a\u00a0b", "[bold]", "\\x1b", "",
)  # fmt: skip


@pytest.mark.parametrize("name", ACTING)
def test_a_character_that_acts_or_hides_is_replaced_one_for_one(name: str) -> None:
    text = f"a{ACTING[name]}b"
    assert clean(text) == clean_block(text) == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("text", PLAIN, ids=repr)
def test_what_does_not_act_stays_as_it_is(text: str) -> None:
    assert clean(text) == clean_block(text) == text


def test_a_line_holds_no_line_feed_and_no_tab() -> None:
    assert clean("a\nb\tc") == f"a{REPLACEMENT}b{REPLACEMENT}c"


def test_a_block_keeps_its_line_feeds_and_tabs() -> None:
    assert clean_block("a\nb\tc\r\n") == f"a\nb\tc{REPLACEMENT}\n"


@given(st.text(st.characters(codec=None)))
def test_cleaning_keeps_the_length_and_cleans_once_and_for_all(text: str) -> None:
    assert len(clean(text)) == len(clean_block(text)) == len(text)
    assert clean(clean(text)) == clean(text)
    assert clean_block(clean_block(text)) == clean_block(text)


@given(st.text(st.characters(codec=None)))
def test_no_control_format_or_surrogate_character_is_left_in_a_line(text: str) -> None:
    left = {unicodedata.category(character) for character in clean(text)}
    assert left & {"Cc", "Cs", "Zl", "Zp"} == set()


@pytest.mark.parametrize("plane", range(17))
def test_no_bidirectional_control_of_any_plane_is_left(plane: int) -> None:
    whole = "".join(map(chr, range(plane << 16, (plane + 1) << 16)))
    acting = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN", "B"}
    left = [character for character in clean(whole) if unicodedata.bidirectional(character) in acting]
    assert [f"{ord(character):x}" for character in left] == []


@given(st.text(st.characters(codec=None)))
def test_nothing_before_the_first_acting_character_acts(text: str) -> None:
    at = first_acting(text)
    assert at is None or (clean_block(text)[at], first_acting(text[:at])) == (REPLACEMENT, None)
    assert first_acting(clean_block(text)) is None


@given(st.text(st.characters(codec=None)), st.sampled_from(["\u0301", "\u0903", "\u0e31", "\u1161"]))
def test_a_mark_changes_no_letter_of_another_text(text: str, mark: str) -> None:
    assert clean(f"{mark}{text}")[0] == REPLACEMENT
    assert clean(f"a {mark}")[-1] == clean_block(f"a\n{mark}")[-1] == REPLACEMENT
    assert clean(f"a{mark}{mark}") == f"a{mark}{mark}"
