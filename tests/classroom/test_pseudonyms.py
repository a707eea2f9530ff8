"""What the people in a class are called."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.pseudonyms import PSEUDONYMS, WIDEST, name_of, offered, unlike
from simulator.errors.text import REPLACEMENT, clean

texts = st.text(st.characters(codec="utf-8")) | st.text("aA \t\n\x1b\u0301\u200b日éÉ😀\ufffd")


def columns(name: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name)


def first(_below: int) -> int:
    return 0


def test_there_are_far_more_pseudonyms_than_a_class_has_people() -> None:
    assert len(PSEUDONYMS) == len({name.casefold() for name in PSEUDONYMS}) > 2000


def test_every_pseudonym_is_two_plain_words_and_leaves_room_for_a_number() -> None:
    assert all(re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", name) for name in PSEUDONYMS)
    assert max(map(len, PSEUDONYMS)) + len(" 99") <= WIDEST


def test_every_pseudonym_can_be_drawn() -> None:
    numbers = iter(range(len(PSEUDONYMS)))
    assert [offered((), lambda _below: next(numbers)) for _ in PSEUDONYMS] == [*PSEUDONYMS]


def test_a_number_is_drawn_below_how_many_are_free() -> None:
    asked: list[int] = []

    def last(below: int) -> int:
        asked.append(below)
        return below - 1

    assert offered(PSEUDONYMS[-2:], last) == PSEUDONYMS[-3]
    assert asked == [len(PSEUDONYMS) - 2]


def test_three_hundred_people_are_offered_different_pseudonyms() -> None:
    draw = random.Random(1).randrange
    taken: list[str] = []
    for _ in range(300):
        taken.append(offered(taken, draw))
    assert len({name.casefold() for name in taken}) == 300
    assert set(taken) <= set(PSEUDONYMS)


def test_a_pseudonym_that_is_taken_in_other_letters_is_not_offered() -> None:
    assert offered([PSEUDONYMS[0].upper(), PSEUDONYMS[1].lower()], first) == PSEUDONYMS[2]


def test_where_all_are_taken_a_number_is_added() -> None:
    assert offered(PSEUDONYMS, first) == f"{PSEUDONYMS[0]} 2"
    assert offered([*PSEUDONYMS, f"{PSEUDONYMS[0]} 2"], first) == f"{PSEUDONYMS[0]} 3"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sam", "Sam"),
        ("  Sam \t\r\n of  the\u00a0north ", "Sam of the north"),
        ("O’Neill-Źywiec", "O’Neill-Źywiec"),
        ("Zoe\u0308", "Zoë"),
        ("山田", "山田"),
        ("[bold]Sam[/]", "[bold]Sam[/]"),
        ("\x1b[31mSam", f"{REPLACEMENT}[31mSam"),
        ("Sam\u202e", f"Sam{REPLACEMENT}"),
        ("S" * 25, "S" * 24),
        ("S" * 23 + " Sam", "S" * 23),
        ("山" * 13, "山" * 12),
        ("S" + "山" * 13, "S" + "山" * 11),
        ("S" + "\u0301" * 1000, "\u015a" + "\u0301" * 23),
    ],
)
def test_a_name_is_one_clean_line_of_a_bounded_width(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\n\u3000",
        "\u200b\u2060\ufeff",
        "\x1b\x07",
        "\u0301",
        "\u2800\u2800",
        "\u3164",
        "\ud800",
        "\U000e0041",
        REPLACEMENT,
        REPLACEMENT * 30 + "Sam",
    ],
)
def test_where_nothing_can_be_seen_there_is_no_name(text: str) -> None:
    assert name_of(text) == ""


@given(texts)
def test_a_name_is_clean_however_it_was_given(text: str) -> None:
    name = name_of(text)
    assert clean(name) == name == name_of(name)
    assert name == " ".join(name.split())
    assert columns(name) <= WIDEST
    assert unicodedata.is_normalized("NFC", name)


def test_a_name_that_is_free_stays_as_it_is() -> None:
    assert unlike("Sam", ["Sam 2", "Samantha"]) == "Sam"


def test_a_name_that_is_taken_has_the_first_number_that_is_free() -> None:
    assert unlike("Sam", ["SAM"]) == "Sam 2"
    assert unlike("Sam", ["sam", "Sam 2", "sam 3", "Sam 5"]) == "Sam 4"


def test_a_number_has_room_beside_a_long_name() -> None:
    assert unlike("S" * 24, ["S" * 24]) == "S" * 22 + " 2"
    assert unlike("山" * 12, ["山" * 12]) == "山" * 11 + " 2"
    assert unlike("S" * 21 + " Sa", ["S" * 21 + " SA"]) == "S" * 21 + " 2"


@given(
    st.sampled_from(["Sam", "sam 2", "STRASSE", "S" * 24]) | texts.map(name_of).filter(bool),
    st.lists(st.sampled_from(["sam", "Sam", "Sam 2", "straße", "s" * 24])),
)
def test_no_two_people_have_the_same_name(name: str, others: list[str]) -> None:
    for taken in (others, [*others, name.upper(), name]):
        called = unlike(name, taken)
        assert called.casefold() not in {one.casefold() for one in taken}
        assert columns(called) <= WIDEST
