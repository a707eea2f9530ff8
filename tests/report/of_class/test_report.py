"""The report of a class: what it tells, whom it tells it, and that nothing in it acts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.classroom import conduct
from simulator.classroom.findings.finding import findings_of
from simulator.errors.text import clean
from simulator.report.of_class.report import PUBLIC, class_report
from tests.classroom.findings.held import Held, Voice, case, held, voices
from tests.classroom.lending import Class
from tests.report.reading import document, shape_of, text_of

from .hostile import HOSTILE, calm, hostile_findings, small
from .test_csv_text import acts, cells

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from simulator.classroom.findings.findings import ClassFindings

PAGES = ("report.html", "for-the-facilitator.html")
PAGE = pytest.mark.parametrize("name", PAGES)


def page(findings: ClassFindings, name: str) -> Element:
    """A page as a browser reads it; any error in it is raised."""
    return document(class_report(findings)[name].decode())


def rows(report: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    head, *rest = cells(report[name])
    return [dict(zip(head, row, strict=True)) for row in rest]


# What is hostile


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 9))
def test_hostile_texts_come_out_inert(start: int) -> None:
    texts = (HOSTILE * 2)[start : start + 9]
    findings = hostile_findings(texts)
    departures = [one for course in findings.courses for one in course.departures]
    assert any(one.rationale and one.reason for one in departures)
    calm_names = tuple(f"Calm{number}" for number in range(9))
    report, like = class_report(findings), class_report(hostile_findings(calm_names))
    for name in PAGES:
        assert shape_of(document(report[name].decode())) == shape_of(document(like[name].decode()))
    for name, content in report.items():
        text = content.decode("utf-8-sig")
        assert not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text
        )
        if name.endswith(".csv"):
            assert not [cell for row in cells(content) for cell in row if acts(cell)]
            assert len(cells(content)) == len(cells(like[name]))


@PAGE
def test_a_text_that_nobody_cleaned_is_cleaned_where_it_is_written(name: str) -> None:
    raw = "\x1b]52;c;eA==\x07<i>\u202eA\u200b"
    [course] = calm().courses
    told = tuple(replace(one, name=raw, rationale=raw, reason=raw) for one in course.departures)
    learners = tuple(replace(one, name=raw) for one in calm().learners)
    courses = (replace(course, title=raw, prompts=(raw,), departures=told),)
    shown = text_of(page(replace(calm(), title=raw, standing=raw, courses=courses, learners=learners), name))
    assert clean(raw) in shown
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(shown)


def test_how_few_changed_their_vote_is_not_told() -> None:
    class_ = Held()
    class_.sit(*voices(7))
    class_.conduct(conduct.BeginCase(case(5)))
    at = class_.course.questions[0]
    class_.conduct(conduct.OpenQuestion(*at))
    class_.vote(at, 1)
    class_.conduct(conduct.VoteAgain())
    class_.vote(at, 2, people=["p1", "p2"])
    assert "who voted again" not in text_of(page(class_.findings, "report.html"))
    assert "Of 2 who voted again" in text_of(page(class_.findings, "for-the-facilitator.html"))
    class_.vote(at, 2, people=["p3", "p4", "p5"])
    assert "Of 5 who voted again" in text_of(page(class_.findings, "report.html"))


def test_what_learners_wrote_is_shown_as_they_wrote_it() -> None:
    texts = ("<b>A</b>", "{{ 7 * 7 }}", "&amp;", "“Why?”", "a,b\"c'd", "=1")
    shown = text_of(page(hostile_findings(texts), "for-the-facilitator.html"))
    assert not [text for text in texts if clean(text) not in shown]


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    for name in PAGES:
        read = page(calm(), name)
        assert not {str(one.tag) for one in read.iter()} & {
            "script", "link", "img", "iframe", "object", "embed", "form", "base",
        }  # fmt: skip
        for one in read.iter():
            for key, value in one.attrib.items():
                assert not str(key).startswith("on")
                assert key not in {"src", "srcset", "style", "action"}
                assert key != "href" or value.startswith("#")
        [style] = [one.text or "" for one in read.iter("style")]
        assert not re.search(r"url\(|@import|@font-face|image-set|src\(|\\", style)
        policy = [one.get("content") for one in read.iter("meta") if one.get("http-equiv")]
        assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


# Whom it tells what


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 8), st.integers(1, 9), st.sampled_from([0.0, 0.3]))
def test_no_public_file_tells_a_name_or_a_reason(seed: int, many: int, away: float) -> None:
    seats = [
        Voice(number, f"Zebulon {number}", team="Okonjo" if number in {1, 2} else "", reason="Vantrease")
        for number in range(many)
    ]
    report = class_report(held(seed, seats, most=2, away=away, reason="Quillon").findings)
    for name in PUBLIC:
        text = report[name].decode()
        assert not [word for word in ("Zebulon", "Okonjo", "Vantrease", "Quillon") if word in text]
    assert "Zebulon" in report["for-the-facilitator.html"].decode()
    assert "Zebulon" in report["learners.csv"].decode()


def test_of_a_class_of_four_nobody_is_told_how_it_voted() -> None:
    report = class_report(small())
    read = page(small(), "report.html")
    numbers = [text_of(one) for one in read.iter("td") if one.get("data-head", "").endswith(" vote")]
    assert set(numbers) == {"not told"}
    assert "Nobody voted for" not in text_of(read)
    assert not [one for one in read.iter("rect") if one.get("class") in {"right", "wrong"}]
    assert {row["votes"] for row in rows(report, "votes.csv")} == {""}
    assert {int(row["voted"]) for row in rows(report, "votes.csv")} <= {1, 2, 3, 4}
    assert not rows(report, "paragraphs.csv")
    assert {(row["decisions"], row["right"]) for row in rows(report, "calibration.csv")} == {("0", "0")}


def test_of_a_class_of_four_its_facilitator_is_told() -> None:
    read = page(small(), "for-the-facilitator.html")
    numbers = [text_of(one) for one in read.iter("td") if one.get("data-head", "").endswith(" vote")]
    assert len(numbers) > 10
    assert all(number.isdigit() for number in numbers)
    assert "Votes of fewer than 5" in text_of(read)


def test_a_level_of_sureness_that_fewer_than_five_named_is_not_told() -> None:
    findings = calm()
    few = replace(findings.sums.calibration[0].last, decisions=3, right=2, seats=4)
    level = replace(findings.sums.calibration[0], last=few)
    told = replace(findings, sums=replace(findings.sums, calibration=(level, *findings.sums.calibration[1:])))
    assert "fewer than five said so" in text_of(page(told, "report.html"))
    row = rows(class_report(told), "calibration.csv")[1]
    assert (row["sureness"], row["vote"], row["decisions"], row["right"]) == ("below 67%", "last", "", "")


# What it tells


def test_every_vote_of_five_or_more_is_in_the_table() -> None:
    table = rows(class_report(calm()), "votes.csv")
    [course] = calm().courses
    expected = [
        (
            question.question,
            subject.subject,
            option.option,
            str(number + 1),
            str(option.votes[number]),
            str(voted),
        )
        for question in course.questions
        for subject in question.subjects
        for number, voted in enumerate(subject.voted)
        for option in subject.options
        if voted >= 5
    ]
    keys = ("question", "subject", "option", "round", "votes", "voted")
    assert [tuple(row[key] for key in keys) for row in table if row["votes"]] == expected
    assert len(expected) > 40


def test_every_paragraph_with_its_mistakes_is_on_the_page_and_in_the_table() -> None:
    shown = text_of(page(calm(), "report.html"))
    table = {
        row["paragraph"]: row for row in rows(class_report(calm()), "paragraphs.csv") if row["case"] == "all"
    }
    for one in calm().sums.paragraphs:
        assert table[one.paragraph]["mistakes"] == str(one.last.mistakes)
        assert table[one.paragraph]["relied_on_elsewhere"] == str(one.relied_on)
        assert one.paragraph in shown
        if one.decisions:
            assert f"{one.last.mistakes} of {one.last.decisions}" in shown


def test_both_pages_have_the_standing_line_and_a_table_of_contents_that_leads_somewhere() -> None:
    for name in PAGES:
        read = page(calm(), name)
        assert text_of(read).count(calm().standing) == 2
        [contents] = read.iter("nav")
        led_to = [str(one.get("href"))[1:] for one in contents.iter("a")]
        ids = [one.get("id") for one in read.iter() if one.get("id")]
        assert len(led_to) >= 5
        assert set(led_to) <= set(ids)
        assert len(ids) == len(set(ids))


def test_each_learner_has_a_page_that_begins_on_a_sheet_of_its_own() -> None:
    read = page(calm(), "for-the-facilitator.html")
    pages = [one for one in read.iter("section") if one.get("class") == "page"]
    assert [next(one.iter("h2")).text for one in pages] == [one.name for one in calm().learners]
    [style] = [one.text or "" for one in read.iter("style")]
    assert ".page, .case { break-before: page; }" in style[style.rindex("@media print {") :]
    for one, learner in zip(pages, calm().learners, strict=True):
        shown = text_of(one)
        assert not [
            each.why for course in learner.courses for each in course.practise if each.why not in shown
        ]
        assert not [other.name for other in calm().learners if other is not learner and other.name in shown]


def test_what_to_practise_is_told_in_words_and_to_the_facilitator_alone() -> None:
    [table] = [
        one
        for one in page(calm(), "for-the-facilitator.html").iter("table")
        if one.get("class") == "practise"
    ]
    told = [[" ".join(text_of(cell).split()) for cell in row] for row in table.iter("tr")][1:]
    assert told == [
        [
            " ".join(text.split())
            for text in (
                one.title,
                one.called_for,
                f"{one.paragraph} {one.section}",
                f"{one.times} of {one.of}",
            )
        ]
        for one in calm().wrong
    ]
    assert told
    rules = {rule for one in calm().wrong for rule in one.rules}
    for name in ("report.html", "for-the-facilitator.html"):
        assert not [rule for rule in rules if rule in text_of(page(calm(), name))]
    assert not [one for one in page(calm(), "report.html").iter("table") if one.get("class") == "practise"]


def test_departures_are_told_with_their_reasons_to_the_facilitator() -> None:
    departures = [one for course in calm().courses for one in course.departures]
    assert {one.accepted for one in departures} == {None, True, False}
    shown = text_of(page(calm(), "for-the-facilitator.html"))
    table = rows(class_report(calm()), "departures.csv")
    assert [row["accepted"] for row in table] == [
        {None: "", True: "yes", False: "no"}[one.accepted] for one in departures
    ]
    for one in departures:
        assert not [
            text for text in (one.name, one.chosen, one.why, one.rationale, *one.cites) if text not in shown
        ]


def again() -> ClassFindings:
    """A class of seven that voted twice on storing: one seat departed, had that refused, and voted otherwise."""
    class_ = Class(*"ABCDEFG")
    class_.begins()
    class_.conduct(conduct.OpenQuestion("found", "store"))
    for number in range(1, 8):
        class_.votes(f"p{number}", "store", "shelf" if number < 4 else "safe")
    class_.conduct(conduct.Settle("s1", "found", "store", "R", False, "It did not rain."))
    class_.conduct(conduct.VoteAgain())
    for number in range(1, 6):
        class_.votes(f"p{number}", "store", "safe" if number == 1 else "shelf")
    class_.conduct(conduct.SkipQuestion("look"))
    return findings_of(class_.classroom.guide, class_.events)


def test_a_departure_settled_before_the_seat_voted_otherwise_is_still_told() -> None:
    *_, kept = rows(class_report(again()), "departures.csv")
    assert (kept["seat"], kept["accepted"], kept["reason"]) == ("s1", "no", "It did not rain.")
    assert (kept["round"], kept["stands"]) == ("1", "no")
    shown = text_of(page(again(), "for-the-facilitator.html"))
    assert "It did not rain." in shown
    assert shown.count("Settled after the first vote; later they voted otherwise.") == 1
    assert "In all: 0 accepted, 1 not accepted, 4 not settled." in shown
    assert "Departures: 0 accepted, 1 not accepted, 4 not settled." in text_of(page(again(), "report.html"))


def test_departures_that_the_sums_leave_out_are_told_to_the_facilitator() -> None:
    waiting = sum(len(course.departures) for course in small().courses)
    assert waiting
    shown = text_of(page(small(), "for-the-facilitator.html"))
    assert f"leaves {waiting} of these {waiting} out: they are from questions that were skipped" in shown
    public = text_of(page(small(), "report.html"))
    assert "Departures: 0 accepted, 0 not accepted, 0 not settled." in public
    assert "on which fewer than 5 seats voted, or voted again, is not counted here" in public
    assert "The report for everybody leaves" not in text_of(page(again(), "for-the-facilitator.html"))


def test_the_line_above_a_table_says_whose_votes_it_counts_and_which_mistakes_are_departures() -> None:
    shown = " ".join(text_of(page(again(), "report.html")).split())
    first = (
        "At first 7 of 14 right, 7 mistakes, 3 of them departures without a reason that names a paragraph."
    )
    last = "In the end (the last vote of each of 7 seats) 7 of 14 right, 7 mistakes, 4 of them departures"
    assert f"{first} {last}" in shown
    [sums] = [one for one in page(again(), "report.html").iter("table") if one.get("class") == "sums"]
    assert "7 4 of them departures" in " ".join(text_of(sums).split())
    assert "Every other departure counts as a mistake" in shown


@PAGE
def test_no_level_of_heading_is_left_out(name: str) -> None:
    levels = [
        int(str(one.tag)[1]) for one in page(calm(), name).iter() if re.fullmatch("h[1-6]", str(one.tag))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))


@PAGE
def test_no_picture_needs_a_colour_and_every_one_says_in_words_what_it_shows(name: str) -> None:
    read = page(calm(), name)
    pictures = [one for one in read.iter() if str(one.tag).rpartition("}")[2] == "svg"]
    assert all(one.get("role") == "img" and one.get("aria-label") for one in pictures)
    [style] = [one.text or "" for one in read.iter("style")]
    assert "stroke-dasharray" in style[style.index(".bar .wrong") :].partition("}")[0]
    signs = {text_of(one).strip() for one in read.iter("span") if one.get("class") == "sign"}
    assert len({sign.split()[-1] for sign in signs}) == len(signs)


def test_a_row_of_votes_has_the_first_vote_framed_and_the_last_full() -> None:
    read = page(calm(), "report.html")
    twice = [
        row
        for table in read.iter("table")
        if table.get("class") == "votes"
        for row in table.iter("tr")
        if sum(str(one.get("data-head", "")).endswith(" vote") for one in row.iter("td")) == 2
    ]
    assert twice
    for row in twice:
        drawn = [
            [one.get("class") for one in bar.iter() if one.get("class") in {"right", "wrong"}]
            for bar in bars(row)
        ]
        counted = [int(text_of(one)) for one in row.iter("td") if one.get("class") == "number"]
        assert drawn == [["wrong"] if counted[0] else [], ["right"] if counted[1] else []]


def bars(row: Element) -> list[Element]:
    return [one for one in row.iter() if str(one.tag).rpartition("}")[2] == "svg"]


@PAGE
def test_a_class_without_a_case_is_told_of_too(name: str) -> None:
    class_ = held(1, voices(2), most=0)
    bare = replace(class_.findings, courses=(), learners=(), over=False)
    shown = text_of(page(bare, name))
    assert "This class was not over when the report was made." in shown
