"""How what the guidance says of a question is told to a class."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.classroom.poll_view import SubjectVerdictView, VerdictView
from simulator.errors.text import first_acting
from simulator.session.debrief_view import CitationView, RulingView
from simulator.session.texts_view import ParagraphView
from simulator.tui.classroom.verdict import verdict_told
from tests.tui.classroom import made

TEXT = st.text(max_size=200)
IN_60 = """\
A
✓ called for: Referral for support
  A paragraph says so in these words.
✓ within discretion: A visit by two officers, one of them
  trained for it
  The guidance leaves this to the officer.
  “a referral for support is made on the same day” (4.2)

B
✓ called for: Left to the school, with advice in writing to
  the head and to the parents
  A paragraph says so in these words.
✓ within discretion: Referral for support
  The guidance leaves this to the officer.
  “advice may be left to the school” (4.5)
  “a referral for support is made on the same day” (4.2)

C
○ the guidance gives no answer: The paragraphs say nothing
  of somebody who was only told of it.

In the guidance
4.2 Referral
Where a person has come to harm, or may have, a referral for
support is made on the same day. An officer who decides
otherwise records why, and tells a supervisor.
Note, 2024-03-01: “harm” is read broadly.

4.5 Referral
Where nothing points to harm, advice may be left to the
school."""


def test_each_subject_has_its_verdict_and_each_paragraph_is_there_once() -> None:
    assert verdict_told(made.verdict(), 60).plain == IN_60


def test_what_is_quoted_is_marked_in_its_paragraph() -> None:
    told = verdict_told(made.verdict(), 200)
    marked = {told.plain[span.start : span.end] for span in told.spans if "underline" in str(span.style)}
    assert marked == {"a referral for support is made on the same day", "advice may be left to the school"}


def test_where_nothing_is_called_for_that_is_said() -> None:
    rulings = (made.ruling("none", "acceptable"), made.ruling("visit", "contrary"))
    about = SubjectVerdictView("a", "A", rulings, None, ())
    told = verdict_told(made.verdict(subjects=(about,), paragraphs=()), 80).plain
    assert told.splitlines()[:3] == [
        "A",
        "Nothing is called for.",
        "✓ within discretion: Nothing further",
    ]


def test_a_quotation_whose_paragraph_is_not_there_is_told_without_it() -> None:
    told = verdict_told(made.verdict(paragraphs=made.PARAGRAPHS[:1]), 80).plain
    assert "“advice may be left to the school” (4.5)" in told
    assert "4.5 Referral" not in told


@pytest.mark.parametrize("payload", ["[@click=app.quit]here[/]", "[/nope]", "$accent \\[x]"])
def test_markup_is_shown_as_it_is(payload: str) -> None:
    subjects = tuple(replace(each, label=payload) for each in made.verdict().subjects)
    assert verdict_told(made.verdict(subjects=subjects), 80).plain.startswith(payload)


@given(TEXT, TEXT, TEXT, st.none() | TEXT, st.integers(40, 200))
def test_any_text_keeps_within_the_pane(
    label: str, why: str, quote: str, silence: str | None, width: int
) -> None:
    rulings = tuple(
        RulingView("o", label, verdict, label, "stated", label, why, False)
        for verdict in ("expected", "acceptable", "contrary")
    )
    about = SubjectVerdictView("a", label, rulings, silence, (CitationView("4", quote),))
    paragraph = ParagraphView("4", "d", label, why + quote + why, (why,))
    told = verdict_told(VerdictView("p", "q", label, (about,), (paragraph,)), width).plain
    assert all(cell_len(line) <= width for line in told.split("\n"))
    assert first_acting(told) is None
