"""Quotations in their paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.report.quoting import Stretch, quoted_paragraphs, stretches
from simulator.session.debrief_view import CitationView, DebriefView
from simulator.session.texts_view import ParagraphView

TEXT = "Take the report and record it. Then ask."
DEBRIEF = DebriefView((), (), (ParagraphView("P1", "D", "Of reports", TEXT, ("2016: a note",)),), ())


def test_a_quotation_is_marked_where_it_stands() -> None:
    assert list(stretches(TEXT, ["record it."])) == [
        Stretch("Take the report and ", False),
        Stretch("record it.", True),
        Stretch(" Then ask.", False),
    ]


def test_quotations_that_overlap_are_marked_as_one() -> None:
    marked = [part.text for part in stretches(TEXT, ["report and record", "and record it"]) if part.quoted]
    assert marked == ["report and record it"]


def test_a_paragraph_stands_once_with_all_that_is_quoted_of_it() -> None:
    [one] = quoted_paragraphs([CitationView("P1", "Take"), CitationView("P1", "ask.")], DEBRIEF)
    assert [part.text for part in one.stretches if part.quoted] == ["Take", "ask."]
    assert (one.section, one.notes, one.elsewhere) == ("Of reports", ("2016: a note",), ())


def test_a_quotation_that_is_not_in_its_paragraph_is_still_told() -> None:
    [one] = quoted_paragraphs([CitationView("P1", "Not there")], DEBRIEF)
    assert one.elsewhere == ("Not there",)
    assert one.stretches == (Stretch(TEXT, False),)


def test_a_quotation_of_an_unknown_paragraph_is_still_told() -> None:
    [one] = quoted_paragraphs([CitationView("P9", "Said")], DEBRIEF)
    assert (one.paragraph, one.elsewhere) == ("P9", ("Said",))


@given(st.text(alphabet="ab "), st.lists(st.text(alphabet="ab ", max_size=4)))
def test_the_stretches_together_are_the_text(text: str, quotes: list[str]) -> None:
    assert "".join(part.text for part in stretches(text, quotes)) == text
