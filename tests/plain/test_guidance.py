"""Reading the guidance in lines of text, and from it into a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.session.book_view import (
    AdviceView,
    BookParagraphView,
    BookView,
    NoteView,
    RuleView,
    SourceView,
    VerdictView,
)
from simulator.session.case_packs import CaseRef
from simulator.session.texts_view import TensionView
from tests.plain.scripted import play

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.training import Training

LONG = tuple(
    BookParagraphView(f"LP{number}", "LP", "The shelves", f"Shelf {number}. It holds books.", None, ())
    for number in range(3, 20)
)
FOUND = RuleView(
    "keep.found",
    "Keeping",
    "Where is it kept?",
    "It decides where a thing was found.",
    (
        VerdictView(
            "In the safe", "expected", "called for", "stated", "where it shines", "It may go.", ("LP1",)
        ),
    ),
    None,
    ("LP1",),
)
LOST = replace(FOUND, rule="keep.lost", silence="Nothing is said of it.", when="It decides where it is lost.")
BOOK = BookView(
    "The library's rules",
    "Made up.",
    (SourceView("LP", "Lost property", "2020-01"),),
    (
        BookParagraphView(
            "LP1", "LP", "What is found", "Write it down. Lock it up.", None, ("keep.found", "keep.lost")
        ),
        BookParagraphView("LP2", "LP", "What is found", "Readers are kind.", "It calls for nothing.", ()),
        *LONG,
    ),
    (NoteView("2020-01-02", "The safe is gone.", ("LP1",)),),
    (TensionView(("LP1", "LP2"), "Lock up; be kind.", "By the hour."),),
    (AdviceView("Smile.", ("LP2",)),),
    {"keep.found": FOUND, "keep.lost": LOST},
)


@pytest.fixture
def reading(library: Training) -> Training:
    [pack] = library.packs

    def exercising(paragraph: str) -> Sequence[CaseRef]:
        return [CaseRef(pack, "monday", "Monday"), CaseRef(pack, 9)] if paragraph == "LP1" else []

    return replace(library, book=lambda: BOOK, exercising=exercising)


def said_to(reading: Training, *lines: str) -> str:
    """What is said to these lines in the guidance, which is opened before a case is chosen."""
    said = play(reading, "guidance", *lines)
    return " ".join(said.partition("The library's rules.")[2].split())


def test_a_paragraph_is_told_with_all_that_stands_beside_it(reading: Training) -> None:
    said = said_to(reading, "read lp1")
    assert (
        "LP1. What is found. Write it down. Lock it up. Note of 2020-01-02: The safe is gone."
        " LP1 and LP2 pull against each other: Lock up; be kind. Settled here: By the hour."
        " Rules that rest on it: 2."
    ) in said


def test_a_paragraph_on_which_no_rule_rests_says_why(reading: Training) -> None:
    assert "Readers are kind." in said_to(reading, "LP2")
    assert "Advice: Smile. No rule rests on it: It calls for nothing." in said_to(reading, "LP2")


def test_the_guidance_can_be_read_on_and_back(reading: Training) -> None:
    said = said_to(reading, "read LP1", "next", "previous", "previous")
    assert said.count("LP1. What is found.") == 2
    assert said.count("LP2. What is found.") == 1
    assert "There is no further paragraph there." in said


def test_contents_tell_documents_and_sections(reading: Training) -> None:
    said = said_to(reading, "contents")
    assert "Lost property, 2020-01. What is found: LP1 to LP2. The shelves: LP3 to LP19." in said


def test_search_tells_the_sentence_that_has_the_words(reading: Training) -> None:
    assert "Paragraphs that have this: 1. LP1: Lock it up." in said_to(reading, "search LOCK")
    assert "Paragraphs that have this: 1. LP1: Write it down." in said_to(reading, "search safe gone")
    assert "Paragraphs that have this: 0." in said_to(reading, "search lock kind-hearted")


def test_a_long_list_is_told_in_parts(reading: Training) -> None:
    first, more, last = (
        said_to(reading, "search shelf", "more", "more")
        .split("Paragraphs that have this: 17.")[1]
        .split("back ends.")[:3]
    )
    assert "LP12: Shelf 12." in first
    assert "LP13" not in first
    assert "Type more to hear them." in first
    assert "LP19: Shelf 19." in more
    assert "There is nothing of this, or no more." in last


def test_a_paragraphs_rules_are_told_and_one_of_them_whole(reading: Training) -> None:
    said = said_to(reading, "rules LP1", "rule 1", "rule 2")
    assert "Rules that rest on LP1: 2. 1. Keeping. It decides where a thing was found. 2. Keeping." in said
    assert "In the safe: called for where it shines, stated. It may go. It rests on LP1." in said
    assert "The guidance is silent: Nothing is said of it." in said


def test_a_paragraphs_cases_are_told(reading: Training) -> None:
    said = said_to(reading, "read LP1", "cases")
    assert (
        "Cases that exercise LP1: 2. 1. Monday. From A little pack, about 25 minutes."
        " 2. A case made from seed 9. From A little pack, about 25 minutes."
    ) in said


@pytest.mark.parametrize(("line", "begun"), [("play 1", "(case little.monday)"), ("play 2", "seed 9)")])
def test_a_case_is_played_from_the_guidance(reading: Training, line: str, begun: str) -> None:
    said = play(reading, "guidance", "cases LP1", line)
    assert begun in said
    assert "Question 1 of 2. The log." in said


def test_a_case_that_is_open_is_kept_when_another_is_played_from_the_guidance(reading: Training) -> None:
    said = play(reading, "7", "1", "guidance", "cases LP1", "play 1", "1", "leave")
    assert said.count("You left. Your answers are kept") == 2
    assert len(reading.store.unfinished()) == 2


def test_in_a_case_the_guidance_is_read_and_the_case_goes_on(reading: Training) -> None:
    said = play(reading, "7", "guidance", "read LP1", "back", "1", "leave")
    assert said.count("Question 1 of 2. The log.") == 2
    assert "Saved." in said


def test_notes_tensions_and_silences_are_told(reading: Training) -> None:
    said = said_to(reading, "notes", "tensions", "silent")
    assert "Note of 2020-01-02 to LP1: The safe is gone." in said
    assert "LP1 and LP2 pull against each other" in said
    assert "Keeping. It decides where it is lost. Nothing is said of it." in said


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("read LP99", "Type read and a paragraph, from LP1 to LP19. Or type help."),
        ("rubbish", "Type read and a paragraph, from LP1 to LP19. Or type help."),
        ("search", "Type search and the words that you look for."),
        ("rule 1", "Ask for rules first: type rules and a paragraph."),
        ("play 1", "Ask for cases first: type cases and a paragraph."),
        ("cases LP3", "Cases that exercise LP3: 0."),
        ("rules LP3", "Rules that rest on LP3: 0."),
        ("help", "back: go back to where you were."),
        ("support", "Talk to the librarian."),
    ],
)
def test_any_line_is_answered_with_a_sentence(reading: Training, line: str, sentence: str) -> None:
    assert sentence in said_to(reading, line)


def test_leaving_works_in_the_guidance_too(reading: Training) -> None:
    assert "You left." in play(reading, "7", "1", "guidance", "leave")
    assert len(reading.store.unfinished()) == 1


def test_a_guidance_without_a_book_says_what_it_can(library: Training) -> None:
    said = play(library, "guidance", "contents", "read X", "back")
    assert "There is nothing of this, or no more." in said
    assert "Or type help." in said
