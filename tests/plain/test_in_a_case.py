"""What can be typed in a case beside the answers."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.plain.asking_words import NO_NAMES, WIPED
from simulator.plain.play import play_plain
from tests.plain.scripted import play

if TYPE_CHECKING:
    from simulator.session.training import Training

LONGER = {
    "narrative": [{"text": "A ring came. It shone. A reader, Mr. Ash, wept.", "after": None}],
    "phase": "found",
}


@pytest.fixture
def longer(library: Training) -> Training:
    """The same, and the report has three sentences."""
    make = library.make

    def longer_case(pack: str, which: int | str) -> dict[str, Any]:
        case = dict(make(pack, which))
        return {**case, "phases": [LONGER, *case["phases"][1:]]}

    return replace(library, make=longer_case)


def happened(training: Training) -> list[dict[str, Any]]:
    """What happened in the one unfinished session since its case was told, but for the leaving."""
    [draft] = training.store.unfinished()
    return [dict(one) for one in training.store.load(draft.session)[2:-1]]


def kinds(training: Training) -> list[str]:
    return [event["kind"] for event in happened(training)]


def test_undo_says_what_it_takes_back_and_goes_there(library: Training) -> None:
    said = play(library, "7", "1", "undo", "leave")
    after = said.partition("Undone: the answer on “The log” (The case).")[2]
    assert "Question 1 of 2. The log. The case." in after
    assert kinds(library) == ["answer_given", "undone"]


def test_redo_says_what_it_does_again(library: Training) -> None:
    said = play(library, "7", "1", "undo", "redo", "review", "leave")
    assert "Done again: the answer on “The log” (The case)." in said
    assert "1. The log, The case: At once" in said


def test_undo_reaches_back_over_a_confirmed_step_of_the_phase(library: Training) -> None:
    said = play(library, "7", "1", "1", "confirm", *"2222222", "confirm", "undo", "leave")
    assert "Undone: confirming “What was searched”." in said
    assert said.count("Step 1 of 2: What was searched") == 2


@pytest.mark.parametrize("word", ["undo", "redo"])
def test_where_nothing_can_be_undone_a_sentence_says_so(library: Training, word: str) -> None:
    assert "There is nothing to" in play(library, "7", word, "leave")
    assert kinds(library) == []


def test_text_tells_every_sentence_with_its_number(longer: Training) -> None:
    said = play(longer, "7", "text", "leave")
    assert "The find.\n\n1. A ring came.\n2. It shone.\n3. A reader, Mr. Ash, wept.\n" in said


def test_a_sentence_keeps_its_number_when_the_case_goes_on(longer: Training) -> None:
    said = play(longer, "7", "1", "1", "confirm", "text", "leave")
    assert "3. A reader, Mr. Ash, wept.\n" in said
    assert "4. The log named the ring.\n" in said


def test_find_tells_the_sentences_that_have_all_the_words(longer: Training) -> None:
    assert "One sentence has this.\n3. A reader, Mr. Ash, wept.\n" in play(longer, "7", "find ash READER")
    assert "No sentence of the case has this." in play(longer, "1", "find ash shone")


def test_find_finds_notes(longer: Training) -> None:
    said = play(longer, "7", "note 2 How odd", "find odd")
    assert "One sentence has this.\n2. It shone.\nYour note to sentence 2: How odd\n" in said


def test_a_sentence_is_marked_and_the_mark_taken_back(longer: Training) -> None:
    said = play(longer, "7", "mark 2", "notes", "unmark 2", "notes", "leave")
    assert "2. It shone.\nYou marked sentence 2.\n" in said
    assert "You have marked nothing and written no notes." in said
    first, second = happened(longer)
    assert (first["data"]["start"], first["data"]["end"]) == (13, 22)
    assert (first["data"]["highlighted"], second["data"]["highlighted"]) == (True, False)


def test_a_note_stays_when_its_sentence_is_marked_and_unmarked(longer: Training) -> None:
    said = play(longer, "7", "note 1 Whose?", "mark 1", "unmark 1", "notes", "leave")
    assert said.endswith(
        "1. A ring came.\nYour note to sentence 1: Whose?\nType a number, or help.\n"
        "You left. Your answers are kept and nothing is scored; start again to go on.\n"
    )


def test_a_note_alone_is_taken_back(longer: Training) -> None:
    assert "You have marked nothing" in play(longer, "7", "note 1 Whose?", "note 1", "notes", "leave")
    assert kinds(longer) == ["annotated", "annotated"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("mark", "Type for example: mark 3."),
        ("mark 9", "9 does not fit here: type a number from 1 to 3, or help."),
        ("note ring", "ring does not fit here: type a number from 1 to 3, or help."),
        ("unmark 1", "Sentence 1 is not marked."),
        ("find", "Type find and the words that you look for."),
        ("note 1 " + "x" * 1001, "A note has room for 1000 characters"),
        ("step 3 So", "3 does not fit here: type a number from 1 to 2, or help."),
        ("feedback", "How it went is told once its phase is confirmed."),
        ("explain 1", "How it went is told once its phase is confirmed."),
    ],
    ids=lambda value: value[:20],
)
def test_a_line_that_makes_no_sense_is_answered_with_a_sentence(
    longer: Training, line: str, sentence: str
) -> None:
    assert sentence in " ".join(play(longer, "7", line, "leave").split())
    assert kinds(longer) == []


def test_the_frame_tells_its_steps_and_reasons_can_follow_it(library: Training) -> None:
    said = play(library, "7", "frame", "why First.", "step 2 Ann's", "step 1 A ring", "step 2 Bo's", "go 1")
    assert "The library's way. You may give your reasons step by step." in said
    assert "Step 1. Look. What is there?\nStep 2. Ask. Whose is it?\n" in said
    assert "Why: First.\nWhy: Look: What is there?\nWhy: A ring\nWhy: Ask: Whose is it?\nWhy: Bo's\n" in said


def test_a_step_alone_takes_its_words_back(library: Training) -> None:
    said = play(library, "7", "step 1 A ring", "step 2 Ann's", "step 1", "go 1")
    assert "Why: Ask: Whose is it?\nWhy: Ann's\n" in said
    assert "Why: Look" not in said


def test_a_guidance_without_a_frame_says_so(library: Training) -> None:
    bare = replace(library, guide=replace(library.guide, frame=None))  # type: ignore[type-var]
    assert "This guidance has no steps for reasons" in play(bare, "7", "frame")


def test_reasons_can_be_added_to(library: Training) -> None:
    said = play(library, "7", "why First.", "add Then.", "go 1")
    assert "Why: First.\nWhy: Then.\n" in said


def test_no_names_are_asked_for_once_before_the_first_own_words_are_kept(longer: Training) -> None:
    said = play(longer, "7", "mark 1", "why So.", "note 1 Hm.", "why And so.", "leave")
    assert said.count(NO_NAMES) == 1
    assert f"Saved.\nType a number, or help.\n{NO_NAMES}\n{WIPED}\nSaved.\n" in said


def test_skipping_leaves_nothing_to_go_on_with(library: Training) -> None:
    said = play(library, "7", "1", "skip", "")
    assert "Skipped. Nothing of it is recorded." in said
    assert "You left" not in said
    assert library.store.unfinished() == []
    assert "unfinished" not in play(library)


def test_skipping_at_the_end_of_the_input_leaves_nothing_either(library: Training) -> None:
    assert "You left" not in play(library, "7", "1", "skip")
    assert library.store.unfinished() == []


def test_a_skip_can_be_taken_back(library: Training) -> None:
    said = play(library, "7", "1", "skip", "undo", "review", "leave")
    assert "1. The log, The case: At once" in said.partition("Skipped.")[2]
    assert len(library.store.unfinished()) == 1


def test_a_pause_waits_for_a_line_and_puts_the_question_again(library: Training) -> None:
    said = play(library, "7", "pause", "2", "leave")
    paused = said.partition("Paused. Press Enter to go on.\nGoing on.\n")[2]
    assert paused.lstrip().startswith("Question 1 of 2. The log.")
    assert kinds(library) == []


def test_a_pause_clears_a_terminal(library: Training) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stdout = Terminal()
    play_plain(library, io.StringIO("7\npause\n\n"), stdout)
    assert "\n" * 20 + "Paused." in stdout.getvalue()


def test_support_is_told_anywhere_in_a_case(library: Training) -> None:
    said = play(library, "7", "support")
    assert "Support.\nTalk to the librarian.\nIf something real comes up.\nStop, and ring the bell.\n" in said


def test_without_words_of_a_force_the_general_ones_are_said(library: Training) -> None:
    nobody = replace(library, care=type(library.care)("", ""))
    assert "Stop. This is not a case; follow your force's procedure." in play(nobody, "7", "support")


def test_what_is_typed_is_shown_and_never_acts(longer: Training) -> None:
    said = play(
        longer, "7", "note 1 \x1b]52;c;eA==\x07 \u202eok", "notes", "find \x1b[2J", "step 1 \x9b31m", "go 1"
    )
    assert not set(said) & {"\x1b", "\x9b", "\x07", "\u202e"}
    assert "ok" in said
