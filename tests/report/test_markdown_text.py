"""Any text as Markdown shows as it is, wherever it stands and whoever reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.errors.text import clean, clean_block
from simulator.report.markdown_text import markdown, markdown_stretches
from simulator.report.quoting import Stretch, stretches

from .payloads import PAYLOADS
from .reading import document, text_of, tokens_of, told_by

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = st.text(alphabet="\\`*_[]<>()#!|~:@/.w-+=1a &;{}$^%\"'?hpts\n\t", min_size=1)
TEXTS = st.one_of(SIGNS, st.text(min_size=1))

PLACES: dict[str, Callable[[str], str]] = {
    "a paragraph": markdown,
    "after a word": lambda text: f"**Said:** {markdown(text)}",
    "before a bracket": lambda text: f"{markdown(text)} (so)",
    "a list": lambda text: f"- {markdown(text, '  ')}\n- next",
    "a quotation": lambda text: f"> {markdown(text, '> ')}\n\nafter",
    "all of it bold": lambda text: markdown_stretches([Stretch(text, True)]),
}
AROUND = {"after a word": ("Said: ", ""), "before a bracket": ("", " (so)"), "a list": ("", "\nnext")} | {
    "a quotation": ("", "\nafter")
}


def expected(place: str, text: str) -> str:
    before, after = AROUND.get(place, ("", ""))
    return before + text + after + "\n"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_text_shows_as_it_is(name: str, place: str) -> None:
    text = clean_block(PAYLOADS[name])
    assert told_by(tokens_of(PLACES[place](text))) == expected(place, text)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_text_in_a_heading_shows_as_it_is(name: str) -> None:
    text = clean(PAYLOADS[name])
    heading, *rest = tokens_of(f"# Of {markdown(text)}\n\nafter")
    assert heading.type == "heading_open"
    assert told_by(rest) == f"Of {text}\nafter\n"


@settings(max_examples=1_000, deadline=None)
@given(TEXTS, st.sampled_from(sorted(PLACES)))
@example("a\\", "a paragraph")
@example("\n", "a list")
def test_any_text_shows_as_it_is(given_text: str, place: str) -> None:
    text = clean_block(given_text)
    assert told_by(tokens_of(PLACES[place](text))) == expected(place, text)


def github(page: str) -> str:
    html: str = cmarkgfm.github_flavored_markdown_to_html(page)
    assert not re.search(r"<(a|img|h\d|li|table|pre|del|input|hr|blockquote|em)\b", html), html
    return text_of(document(f"<!DOCTYPE html><title>t</title>{html}", strict=False)).removeprefix("t")


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_text_shows_as_it_is_to_github_s_own_reader(name: str) -> None:
    text = clean_block(PAYLOADS[name])
    # Its HTML has a line feed after each break and at the end.
    assert github(f"x {markdown(text)} x") == f"x {text} x\n"


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_any_text_shows_as_it_is_to_github_s_own_reader(given_text: str) -> None:
    text = clean_block(given_text)
    assert github(f"x {markdown(text)} x") == f"x {text} x\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, with 3.5 of them (and more) - so.", "Plain words, with 3.5 of them (and more) - so."),
        ("IG21 says so: “all”.", "IG21 says so: “all”."),
        ("one\ntwo", "one\\\ntwo"),
        ("https://example.org", "`https://example.org`"),
        ("`@a", "`` `@a ``"),
    ],
)
def test_plain_text_stays_readable(text: str, written: str) -> None:
    assert markdown(text) == written


def test_what_is_quoted_is_bold_by_whole_words() -> None:
    parts = stretches("He said (so it is) and left.", ["so it is"])
    assert markdown_stretches(parts) == "He said **(so it is)** and left."


@given(st.text(alphabet="ab ()*_.\n`", min_size=1), st.data())
def test_any_stretch_of_any_text_can_be_bold(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    parts = [Stretch(text[:start], False), Stretch(text[start:end], True), Stretch(text[end:], False)]
    tokens = tokens_of(markdown_stretches(parts))
    assert told_by(tokens) == text + "\n"
    bold = [each.type for token in tokens for each in token.children or () if "strong" in each.type]
    assert bool(bold) == bool(text[start:end].strip())
