"""The page of a record: all that the view holds, inert, printable, and the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.text import clean, clean_block
from simulator.report.of_learner.pages import record_page
from simulator.report.of_learner.words import COUNT_AGAIN, READING
from simulator.session.record_view import LevelView
from tests.hostile.running import ROOT
from tests.report.of_class.hostile import HOSTILE
from tests.report.reading import document, shape_of, text_of

from .records import EMPTY, RECORD, leaves, records

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from simulator.session.record_view import RecordView

INSTEAD_OF_IDS = {
    "ConfusionView.question", "MistakeKindView.kind", "CalibrationRowView.name",
}  # fmt: skip
"""Ids in whose place the page has the words for them."""
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def page(view: RecordView) -> Element:
    """The page as a browser reads it; any error in it is raised."""
    return document(record_page(view))


def shown(view: RecordView) -> str:
    """All its text, in single spaces."""
    return " ".join(text_of(page(view)).split())


# What it tells


@pytest.mark.parametrize("changed", leaves(RECORD, but=INSTEAD_OF_IDS))
def test_every_single_thing_of_the_view_is_seen(changed: RecordView) -> None:
    assert shown(changed) != shown(RECORD)


def test_what_there_is_nothing_of_yet_is_said_so() -> None:
    told = shown(EMPTY)
    for sentence in (
        "There are no rules to learn.", "No drill has been finished yet.", "No test has been finished yet.",
        "How sure you were was not said yet.", "No case has been finished yet.", "Nothing has been chosen yet.",
    ):  # fmt: skip
        assert sentence in told
        assert sentence not in shown(RECORD)


def test_confusion_has_a_row_for_each_called_for_and_a_column_for_each_chosen() -> None:
    [table] = [one for one in page(RECORD).iter("table") if one.get("class") == "confusion"]
    told = [[" ".join(text_of(cell).split()) for cell in row] for row in table.iter("tr")]
    assert told == [["Called for", "1", "3"], ["1 In the safe", "✓ 8", "2"], ["2 On the shelf", "3", "1"]]
    assert [one.get("aria-label") for one in table.iter("th") if one.get("scope") == "col"][1:] == [
        "1 In the safe",
        "3 Nowhere",
    ]
    assert "Chosen, and never called for: 3 Nowhere." in shown(RECORD)


def test_a_change_is_told_with_its_interval() -> None:
    assert "From before practice to after practice: +23 points (+2 to +44). It went up." in shown(RECORD)
    [change] = RECORD.changes
    less = replace(RECORD, changes=(replace(change, change=-0.1, low=-0.3, high=0.0),))
    assert "−10 points (−30 to 0)" in shown(less)


def test_what_is_not_all_does_not_look_like_all() -> None:
    assert "Known now, on average over 99%" in shown(replace(RECORD, retention=0.9999)).replace(":", "")
    assert "Known now, on average 100%" in shown(replace(RECORD, retention=1.0)).replace(":", "")


def test_a_case_that_is_left_out_is_told_with_its_reason() -> None:
    rows = [
        [" ".join(text_of(cell).split()) for cell in row]
        for table in page(RECORD).iter("table")
        if table.get("class") == "cases"
        for row in table.iter("tr")
    ][1:]
    assert [row[-1] for row in rows] == ["yes", "left out: The phone rang."]
    assert [row[0] for row in rows] == ["The scarf aa11", "The watch bb22"]


def test_of_too_little_nothing_is_made() -> None:
    few = replace(
        RECORD,
        rules=tuple(replace(one, reviews=min(one.reviews, 2)) for one in RECORD.rules),
        paragraphs=tuple(replace(one, reviews=2) for one in RECORD.paragraphs),
        independence=replace(RECORD.independence, compared=9),
        calibration=tuple(replace(one, levels=(LevelView(1, 4, 5, 0.33),)) for one in RECORD.calibration),
    )
    told, bars = shown(few), {one.get("aria-label") for one in page(few).iter() if one.get("aria-label")}
    assert "93%, from 8 reviews" in shown(RECORD)
    assert "surer than right by 12 points, from 18 answers" in shown(RECORD)
    assert "too few to say (2 reviews)" in told
    assert "too few to say (9 answers)" in told
    assert "Index: too few to say, where" in told
    for figure in ("93%", "62%", "87%", "0.83", "83%"):
        assert figure not in told
        assert not [bar for bar in bars if bar and figure in bar]


def test_where_every_case_is_left_out_that_is_said_and_how_one_counts_again() -> None:
    told = shown(replace(EMPTY, last_cases=(RECORD.last_cases[1],)))
    assert "The one case that you finished is left out of every figure" in told
    assert COUNT_AGAIN in told
    assert COUNT_AGAIN not in shown(RECORD)


def test_it_says_how_it_is_to_be_read() -> None:
    assert not [text for text in READING if text not in shown(EMPTY)]


# What is hostile


@settings(max_examples=60, deadline=None)
@given(records(st.sampled_from(HOSTILE) | st.text(max_size=20)))
def test_any_text_is_shown_as_it_is_and_does_nothing(view: RecordView) -> None:
    written = record_page(view)
    read = document(written, strict=not re.search("[\ufdd0-\ufdef]", written))
    assert not ACTING.search(written)
    assert_inert(read)
    told = text_of(read)
    for text in [one.said for one in view.changes] + list(view.independence.examples):
        assert clean_block(text) in told
    for title in [one.title for one in view.rules]:
        assert clean(title) in told


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_changes_no_element_of_the_page(text: str) -> None:
    assert shape_without_labels(page(filled(text))) == shape_without_labels(page(filled("calm")))


def filled(text: str) -> RecordView:
    """A record that has a text in many places, also in attributes."""
    [confusion] = RECORD.confusions
    return replace(
        RECORD,
        learner=text,
        standing=text,
        rules=tuple(replace(one, title=text, paragraphs=(text,)) for one in RECORD.rules),
        confusions=(replace(confusion, title=text, called_for=(text, "b"), chosen=(text, "c")),),
        last_cases=tuple(replace(one, title=text, left_out=text or "x") for one in RECORD.last_cases),
        changes=tuple(replace(one, said=text) for one in RECORD.changes),
    )


def shape_without_labels(read: Element) -> list[object]:
    """Every element with its attributes, without the values of those that hold words."""
    words = {"aria-label", "data-head"}
    return [(tag, [(k, "" if k in words else v) for k, v in kept]) for tag, kept in shape_of(read)]


def assert_inert(read: Element) -> None:
    """Nothing comes from elsewhere and nothing runs."""
    assert not {str(one.tag) for one in read.iter()} & {
        "script", "link", "img", "iframe", "object", "embed", "form", "base",
    }  # fmt: skip
    for one in read.iter():
        for key, value in one.attrib.items():
            assert not str(key).startswith("on")
            assert key not in {"src", "srcset", "style", "action"}
            assert key != "href" or value.startswith("#")


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    read = page(RECORD)
    assert_inert(read)
    [style] = [one.text or "" for one in read.iter("style")]
    assert not re.search(r"url\(|@import|@font-face|image-set|src\(|\\", style)
    policy = [one.get("content") for one in read.iter("meta") if one.get("http-equiv")]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


# How it is made


def test_it_prints_on_a4_with_its_standing_on_every_sheet() -> None:
    [style] = [one.text or "" for one in page(RECORD).iter("style")]
    assert "size: A4;" in style
    assert text_of(page(RECORD)).count(RECORD.standing) == 2


def test_no_picture_needs_a_colour_and_every_one_says_in_words_what_it_shows() -> None:
    read = page(RECORD)
    pictures = [one for one in read.iter() if str(one.tag).rpartition("}")[2] == "svg"]
    assert len(pictures) > 10
    assert all(one.get("role") == "img" and re.search(r"\d", one.get("aria-label", "")) for one in pictures)
    signs = {text_of(one).strip() for one in read.iter("span") if one.get("class") == "sign"}
    assert signs == {"● mastered", "◐ being learnt", "○ new"}


@pytest.mark.parametrize("view", [RECORD, EMPTY], ids=["full", "empty"])
def test_its_headings_and_its_contents_lead_somewhere(view: RecordView) -> None:
    read = page(view)
    levels = [int(str(one.tag)[1]) for one in read.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))
    ids = [one.get("id") for one in read.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert [str(one.get("href"))[1:] for one in read.iter("a")] == ids[1:]


ELSEWHERE = """
import hashlib
from simulator.report.of_learner.pages import record_page
from simulator.report.of_learner.tables import record_tables
from tests.report.of_learner.records import RECORD
made = [record_page(RECORD).encode(), *record_tables(RECORD).values()]
print(hashlib.sha256(b"".join(made)).hexdigest())
"""


def test_the_same_view_gives_the_same_bytes_wherever_it_is_made() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "Asia/Tokyo"), ("4242", "America/Lima"))
    }
    assert len(made) == 1
