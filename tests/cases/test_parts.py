"""Chance, names, sentences and matching by themselves."""

from __future__ import annotations

from collections import Counter

import pytest

from simulator.cases.chance import Chance
from simulator.cases.matching import matches
from simulator.cases.names import Names, every_first_name, few_initials, names_by_form
from simulator.cases.sentences import BadPlaceholder, sentence_of

KINDS = {"she": "feminine", "he": "masculine"}


def test_chance_with_the_same_key_gives_the_same_stream_and_with_another_another() -> None:
    first = [Chance("a", 1).below(1000) for _ in range(3)]
    assert first == [Chance("a", 1).below(1000) for _ in range(3)]
    streams = {
        tuple(chance.below(1000) for _ in range(5))
        for chance in (Chance("a", 2), Chance("a", 1), Chance("a1"))
    }
    assert len(streams) == 3


def test_the_stream_is_the_one_that_it_always_was() -> None:
    chance = Chance("facts", "core", 7)
    assert [chance.below(100) for _ in range(8)] == [62, 2, 58, 74, 31, 39, 33, 26]


def test_weights_are_kept_and_a_weight_of_nothing_is_never_drawn() -> None:
    chance = Chance("weights")
    drawn = Counter(chance.weighted("abc", [3, 0, 1]) for _ in range(4_000))
    assert drawn["b"] == 0
    assert 2.6 < drawn["a"] / drawn["c"] < 3.4


def test_shuffling_loses_nothing_and_leaves_the_items_as_they_were() -> None:
    items = list("abcdef")
    assert sorted(Chance("shuffle").shuffled(items)) == items == list("abcdef")


def test_names_of_a_case_begin_differently_and_are_plain_first_names() -> None:
    names = Names(names_by_form(KINDS, ["Susan"], every_first_name()))
    for seed in range(300):
        drawn = [name for name, _ in names.draw(6, seed)]
        assert len({name[0] for name in drawn}) == 6
        assert all(name.isalpha() and name.istitle() for name in drawn)
        assert "Susan" not in drawn


def test_names_depend_on_their_key_and_on_nothing_drawn_before() -> None:
    names = Names(names_by_form(KINDS, (), every_first_name()))
    first = names.draw(5, "a", 1)
    names.draw(5, "a", 2)
    assert names.draw(5, "a", 1) == first


def test_too_few_initials_are_noticed_in_any_list() -> None:
    assert few_initials({"she": ["Ada", "Bea"], "he": ["Al", "Ann"]}, 2)
    assert not few_initials({"she": ["Ada", "Bea"], "he": ["Al", "Bert"]}, 2)


def test_a_sentence_fills_in_words_and_begins_with_a_capital() -> None:
    sentence = sentence_of("{who} saw {that.object}. {Who} left 100% of it.")
    words = {"who": {"": "a friend"}, "that": {"object": "it"}}
    assert sentence.filled(words) == "A friend saw it. A friend left 100% of it."
    assert sentence.begun(words) == "a friend saw it. A friend left 100% of it."


def test_a_sentence_fits_only_where_every_placeholder_can_be_filled_in() -> None:
    sentence = sentence_of("{who.subject} left.")
    assert sentence.fits({"who": {"subject": "she"}})
    assert not sentence.fits({"who": {"": "Ruth"}})
    assert not sentence.fits({})


@pytest.mark.parametrize("text", ["{", "a } b", "{a.b.c}", "{a.__init__}", "{a()}", "{ a }", "{A.B}"])
def test_anything_else_in_braces_is_no_placeholder(text: str) -> None:
    with pytest.raises(BadPlaceholder):
        sentence_of(text)


def test_what_is_filled_in_is_never_read_again() -> None:
    assert sentence_of("{who} left.").filled({"who": {"": "{this} %s"}}) == "{this} %s left."


@pytest.mark.parametrize(
    ("fields", "wanted", "fit"),
    [
        ({"a": "x"}, {"a": "x"}, True),
        ({"a": "x"}, {"a": ["y", "x"]}, True),
        ({"a": ["x", "y"]}, {"a": ["x"]}, True),
        ({"a": ["x"]}, {"a": ["x", "y"]}, False),
        ({}, {"a": "x"}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": "x"}, {}, True),
    ],
)
def test_fields_fit_what_is_wanted(fields: dict[str, object], wanted: dict[str, object], fit: bool) -> None:
    assert matches(fields, wanted) is fit
