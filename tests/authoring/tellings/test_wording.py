"""Phrases of tellings find what they say, and no more."""

from __future__ import annotations

import pytest

from simulator.authoring.lint.wording import Wording, anchors_of, beginnings_of

WORDING = Wording({"fifteen": 15, "twenty-one": 21})
MATCHES = [
    ("in the city", "she lives in the city.", True),
    ("in the city", "in the  \n city", True),
    ("in the city", "in the citys", False),
    ("in the city", "within the city", False),
    ("is/was there", "it was there", True),
    ("not yet? told", "not told", True),
    ("not yet? told", "not yet told", True),
    ("not yet? told", "not ever told", False),
    ("admi* it", "he admitted it", True),
    ("made ... it", "made the most of it", True),
    ("made ... it", "made. and then it", False),
    ("( city )", "tansy row (city), then", True),
    (", <number>", "leo, fifteen", True),
    (", <number>", "leo, 16.40", False),
    ("<number> - year - old", "a 15-year-old", True),
    ("<number> years", "twenty-one years", True),
    ("<number> years", "1415 years", False),
]


@pytest.mark.parametrize(("phrase", "text", "stands"), MATCHES)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, stands: bool) -> None:
    assert (WORDING.finding([phrase]).search(text) is not None) is stands


def test_what_has_to_follow_is_looked_for_and_not_taken() -> None:
    pattern = WORDING.finding(["the city"], then=[",", "and"])
    found = pattern.search("of the city and")
    assert found is not None
    assert found.group() == "the city"
    assert pattern.search("of the city council") is None


def test_a_phrase_that_begins_with_a_name_is_matched_after_it() -> None:
    pattern = WORDING.after_name(["<one> <aside> sent it on", "<one> is <number>"])
    assert pattern is not None
    for rest in (" sent it on", " (15) sent it on", ", who is his friend, sent it on", " is 15"):
        assert pattern.match(rest), rest
    assert pattern.match(" never sent it on") is None


def test_a_phrase_that_ends_with_a_name_is_found_before_it() -> None:
    pattern = WORDING.before_name(["<number> - year - old <one>"])
    assert pattern is not None
    assert pattern.search("there was 15-year-old ")
    assert pattern.search("there was 15-year-old ben and ") is None


def test_a_number_is_read_in_figures_and_in_words() -> None:
    assert WORDING.number_in("leo, who is fifteen") == 15
    assert WORDING.number_in("leo, 14") == 14
    assert WORDING.number_in("leo, at 16.40") is None


def test_the_anchor_of_a_phrase_is_its_longest_fixed_word() -> None:
    assert anchors_of("is/was in the city") == ("city",)
    assert anchors_of("<one> , <number>") == ()
    assert anchors_of("agreed/agrees to delete") == ("agreed", "agrees")


def test_what_may_come_after_a_name_is_known_beforehand() -> None:
    assert beginnings_of(["<one> <aside> has/had? sent it", "<one> , <number>"]) == {
        "(",
        ",",
        "has",
        "had",
        "sent",
    }
