"""Both pages of a made-up session: its texts, exactly, and nothing that acts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.report.pages import html_page, markdown_page
from simulator.session.legend import COUNTING, MEANINGS, MEANINGS_HEADING
from simulator.session.summary_view import SummaryView

from .payloads import PAYLOADS
from .reading import document, filled, inline_of, made, numbered, shape_of, text_of, tokens_of, told_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from .reading import Page

PAGES = pytest.mark.parametrize("page", [html_page, markdown_page])
LOADS = {"src", "srcset", "href", "action", "formaction", "data", "poster", "background", "ping", "manifest"}
NO_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(p + e) for p in range(0, 0x110000, 0x10000) for e in (0xFFFE, 0xFFFF))
    + "]"
)


@cache
def plain_html() -> Element:
    return document(html_page(*numbered(), own_words=True))


@cache
def plain_markdown() -> str:
    return markdown_page(*numbered(), own_words=True)


def assert_html_shows(payload: str) -> None:
    """The page differs from the one of plain words by `payload` in their places alone."""
    read = document(html_page(*made(payload), own_words=True), strict=not NO_CHARACTERS.search(payload))
    assert text_of(read) == filled(text_of(plain_html()), payload)
    assert shape_of(read) == shape_of(plain_html())


def assert_markdown_shows(payload: str) -> None:
    tokens, plain = tokens_of(markdown_page(*made(payload), own_words=True)), tokens_of(plain_markdown())
    assert told_by(tokens) == filled(told_by(plain), payload)
    assert [token.type for token in tokens] == [token.type for token in plain]


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_text_shows_as_it_is_in_html(name: str) -> None:
    assert_html_shows(PAYLOADS[name])


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_text_shows_as_it_is_in_markdown(name: str) -> None:
    assert_markdown_shows(PAYLOADS[name])


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_shows_as_it_is_in_html(payload: str) -> None:
    assert_html_shows(payload)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_shows_as_it_is_in_markdown(payload: str) -> None:
    assert_markdown_shows(payload)


@PAGES
def test_every_text_of_the_session_is_on_the_page(page: Page) -> None:
    shown = page(*numbered(), own_words=True)
    missing = {word for word in re.findall(r"x[LB]\d+x", repr(numbered())) if word not in shown}
    unneeded = [flips.label for each in numbered()[1].values() for flips in each.flips]
    trace = [line for each in numbered()[1].values() for line in each.trace]
    assert missing == {*unneeded, *trace, *beyond_the_most()}


def beyond_the_most() -> set[str]:
    """The ways of one option that are counted, and not told."""
    [explained] = numbered()[1].values()
    return set(explained.flips[-1].sentences[3:])


@PAGES
def test_what_is_left_out_is_counted(page: Page) -> None:
    assert "and 2 more that are as small." in page(*numbered(), own_words=True)


@PAGES
def test_without_own_words_nothing_that_the_learner_wrote_is_on_the_page(page: Page) -> None:
    view, explanations = numbered()
    shown = page(view, explanations, own_words=False)
    assert view.debrief is not None
    decisions = [each for phase in view.debrief.phases for q in phase.questions for each in q.decisions]
    [noted] = [one for block in view.phases[0].narrative for one in block.annotations]
    wrote = [noted.note, *(each.rationale for each in decisions)]
    assert len(wrote) == 3
    assert not [text for text in wrote if text in shown]
    assert all(text in page(view, explanations, own_words=True) for text in wrote)


@PAGES
def test_the_summary_comes_before_the_figures_and_the_decisions(page: Page) -> None:
    view, explanations = numbered()
    shown = page(view, explanations, own_words=True)
    assert view.debrief is not None
    first = view.debrief.summary.subjects[0].label, view.debrief.phases[0].questions[0].title
    overview = [*view.debrief.summary.badly, COUNTING, MEANINGS_HEADING, "In figures", *first]
    places = [shown.rindex(text) for text in overview]
    assert places == sorted(places)


@PAGES
def test_what_the_points_count_is_said_below_them(page: Page) -> None:
    view, explanations = numbered()
    shown = page(view, explanations, own_words=True)
    assert view.debrief is not None
    assert COUNTING in shown[shown.index(view.debrief.scores[0].name) :]
    unscored = replace(view, debrief=replace(view.debrief, scores=()))
    assert COUNTING not in page(unscored, explanations, own_words=True)


@pytest.mark.parametrize(
    "text", [lambda: text_of(plain_html()), lambda: told_by(tokens_of(plain_markdown()))]
)
def test_what_the_words_mean_is_on_the_page(text: Callable[[], str]) -> None:
    shown = text()
    assert MEANINGS_HEADING in shown
    assert not [word for word, meaning in MEANINGS if f"{word}: {meaning}." not in shown]


@PAGES
def test_a_page_without_figures_has_no_heading_for_them(page: Page) -> None:
    view, explanations = numbered()
    assert view.debrief is not None
    bare = replace(view, debrief=replace(view.debrief, summary=SummaryView()))
    assert "In figures" not in page(bare, explanations, own_words=True)


def test_on_paper_the_details_begin_on_a_page_of_their_own() -> None:
    [style] = [each.text or "" for each in plain_html().iter("style")]
    assert ".overview { break-after: page; " in style[style.index("@media print {") :]
    [overview] = [each for each in plain_html().iter("section") if each.get("class") == "overview"]
    assert overview.get("aria-labelledby") == "summary"


@PAGES
def test_the_same_view_gives_the_same_page(page: Page) -> None:
    assert page(*numbered(), own_words=True) == page(*numbered(), own_words=True)


@PAGES
def test_the_page_begins_with_its_standing_and_ends_on_welfare(page: Page) -> None:
    view, explanations = numbered()
    shown = page(view, explanations, own_words=True)
    assert view.debrief is not None
    welfare = view.debrief.summary.welfare[-1].done[-1][0]
    places = [view.standing, "Summary", "To discuss", "How the case ended", welfare]
    body = shown[shown.find("<main>") :] if "<main>" in shown else shown
    ahead = shown.index(view.standing) < shown.index(view.content_note) < shown.index(places[1])
    assert ahead
    assert [body.rindex(place) for place in places[1:]] == sorted(body.rindex(place) for place in places[1:])
    assert not re.search(r"x[LB]\d+x", shown[shown.rindex(welfare) + len(welfare) :])


def test_nothing_on_the_page_comes_from_elsewhere() -> None:
    for each in plain_html().iter():
        assert each.tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
        for name, value in each.attrib.items():
            assert not str(name).startswith("on")
            assert name not in LOADS or value.startswith("#")


def test_the_style_names_nothing_from_elsewhere() -> None:
    [style] = [each.text or "" for each in plain_html().iter("style")]
    assert not re.search(r"url\(|@import|@font-face|image-set|src\(|\\", style)


def test_the_page_forbids_all_but_its_style() -> None:
    [policy] = [
        each.get("content")
        for each in plain_html().iter("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_the_page_tells_its_language_and_is_made_for_narrow_screens_too() -> None:
    assert plain_html().get("lang") == "en-GB"
    named = {each.get("name"): each.get("content") for each in plain_html().iter("meta")}
    assert named["viewport"] == "width=device-width, initial-scale=1"
    assert named["color-scheme"] == "light dark"


def levels_html() -> Iterator[int]:
    for each in plain_html().iter():
        if re.fullmatch(r"h[1-6]", str(each.tag)):
            yield int(str(each.tag)[1])


def levels_markdown() -> Iterator[int]:
    for each in tokens_of(plain_markdown()):
        if each.type == "heading_open":
            yield int(each.tag[1])


@pytest.mark.parametrize("levels", [levels_html, levels_markdown])
def test_no_level_of_heading_is_left_out(levels: object) -> None:
    assert callable(levels)
    found = list(levels())
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(found))


def test_every_heading_of_a_table_says_what_it_heads() -> None:
    assert {each.get("scope") for each in plain_html().iter("th")} == {"col", "row"}


def test_every_picture_says_in_words_what_it_shows() -> None:
    drawn = list(plain_html().iter("svg")) or [
        each for each in plain_html().iter() if str(each.tag).endswith("}svg")
    ]
    assert [each.get("aria-label") for each in drawn] == ["1 right, 3 not"] + [
        f"{level} right, 0 not" for level in (1, 2, 3)
    ] + ["90%"]
    assert {each.get("role") for each in drawn} == {"img"}


def test_every_place_in_the_page_that_is_linked_is_there_once() -> None:
    ids = [each.get("id") for each in plain_html().iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {str(each.get("href"))[1:] for each in plain_html().iter("a")} <= set(ids)


def test_a_paragraph_that_stands_whole_above_is_only_quoted_again() -> None:
    view, _ = numbered()
    assert view.debrief is not None
    shown = text_of(plain_html())
    note = view.debrief.paragraphs[0].notes[0]
    assert shown.count(note) == 1
    assert "whole at decision 1" in shown


def test_what_is_quoted_is_bold_in_markdown() -> None:
    view, _ = numbered()
    assert view.debrief is not None
    assert f"> **{view.debrief.paragraphs[0].text}**" in plain_markdown()
    assert not [each for each in inline_of(tokens_of(plain_markdown())) if each.type == "link_open"]
