"""The case in a class: what the facilitator opens, what a learner decides, and what their team does meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Static

from simulator.classroom.class_view import ChosenView
from simulator.classroom.messages import Ask, Do, Refused, Room, Seat, Told
from simulator.session.book_view import BookParagraphView, BookView, SourceView
from simulator.session.texts_view import BlockView
from simulator.tui.classroom.learner.going_along import CASE_BEGUN, CASE_ENDED
from simulator.tui.classroom.learner.left_words import COMES_BACK, NOT_KEPT
from simulator.tui.classroom.learner.own_vote import HAD_CHOSEN, NOT_VOTED, NOTHING_CHOSEN, YOURS
from simulator.tui.classroom.learner.words import (
    CLOSED,
    CLOSED_MEANWHILE,
    FIXED,
    GIVEN,
    READ_FIRST,
    READ_NEXT,
    TEAM,
    TEAM_VOTED,
    VOTED,
    WENT_ON,
)
from simulator.tui.file_pieces import GIVEN as FROM_FACILITATOR
from simulator.tui.telling.confirming import FINAL
from simulator.tui.telling.own_words import NOTES_KEPT, REASONS_KEPT
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.decisions import NOTHING_ASKED
from tests.tui.classroom import made
from tests.tui.classroom.attending import Attendant, attending, debrief, seated_at

if TYPE_CHECKING:
    from simulator.session.view import View
    from tests.tui.classroom.lines import Heard

ALL = {"a": ["school"], "b": ["support"], "c": ["none"]}
READING = seated_at(made.room("reading"), made.seat(made.view(step=False)))
VOTING = seated_at(made.room(), made.seat(made.view()))
DECIDED = seated_at(made.room(), made.seat(made.view(chosen=ALL)))
INFORMATION = "The deputy head has rung again: B was not there on Monday."
VISIT = "The visit took place on Tuesday."
BOOK = BookView(
    "The guidance",
    made.STANDING,
    (SourceView("guidance", "The guidance", "2016"),),
    (BookParagraphView("4.2", "guidance", made.SECTION, made.LONG, None, ()),),
)


def in_front(learner: Attendant) -> str:
    """Which side of the case is shown, where there is room for one."""
    screen = learner.app.screen_stack[1]
    return "file" if screen.query_one(CaseFile).display else "decisions"


def of_visit(view: View) -> View:
    """With the second phase come to light."""
    first, second = view.phases
    told = replace(second, state="current", narrative=(BlockView(VISIT),))
    return replace(view, phases=(replace(first, state="done"), told))


def commands(learner: Attendant) -> list[Any]:
    return [each.command for each in learner.said if isinstance(each, Do)]


# What the facilitator does


async def test_a_case_opens_by_itself_with_its_note_above_it() -> None:
    async with attending(made.seated()) as learner:
        await learner.be_at(made.room("reading"), made.seat(made.view(step=False)))
        assert learner.screens == ["Lobby", "ClassCase"]
        assert READ_FIRST in learner.text()
        assert f"» {made.NOTE}" in learner.words()
        assert made.TEXT[0].split(".")[0] in learner.words()


async def test_where_nothing_is_open_the_decisions_say_so() -> None:
    async with attending(READING) as learner:
        await learner.press("f", "n", "c", "w")
        assert in_front(learner) == "decisions"
        assert NOTHING_ASKED in learner.text()
        assert learner.screens == ["Lobby", "ClassCase"]
        assert learner.said == []
        await learner.press("f")
        assert in_front(learner) == "file"


async def test_a_question_that_is_opened_comes_to_the_front() -> None:
    async with attending(READING) as learner:
        await learner.be_at(made.room(), made.seat(made.view()))
        assert in_front(learner) == "decisions"
        assert "Vote 1: 11 of 18 have voted. Press c to vote." in learner.text()
        assert f"The facilitator has opened a question: {made.TITLE}." in learner.text()


@pytest.mark.parametrize("seat_first", [True, False])
async def test_it_comes_to_the_front_whatever_is_heard_first(seat_first: bool) -> None:
    async with attending(READING) as learner:
        messages: list[Heard] = [Seat(made.seat(made.view())), Room(made.room())]
        for message in messages if seat_first else messages[::-1]:
            await learner.hear(message)
        assert in_front(learner) == "decisions"


async def test_a_phase_that_comes_to_light_brings_the_file_to_the_front() -> None:
    async with attending(DECIDED) as learner:
        assert in_front(learner) == "decisions"
        await learner.be_at(
            made.room("reading", phase=made.SECOND), made.seat(of_visit(made.view(step=False)))
        )
        assert in_front(learner) == "file"
        assert READ_NEXT in learner.text()
        assert VISIT in learner.text()


async def test_it_is_read_before_the_question_that_is_opened_with_it() -> None:
    async with attending(DECIDED) as learner:
        await learner.hear(Seat(made.seat(made.view(step=False))), Room(made.room("reading")))
        learner.lines.line.tell(Room(made.room(phase=made.SECOND)), Seat(made.seat(of_visit(made.view()))))
        await learner.settle()
        assert in_front(learner) == "file"
        assert "The facilitator has opened a question" in learner.text()


async def test_another_question_of_the_same_step_is_shown_from_its_start() -> None:
    async with attending(DECIDED) as learner:
        step = made.view().step
        assert step is not None
        other = replace(step.questions[0], question="record", title="Recording")
        again = made.view(step=False, phases=made.view().phases)
        view = replace(again, step=replace(step, questions=(other,)))
        await learner.be_at(made.room(question="Recording"), made.seat(view))
        assert "0 of 3 answered" in learner.text()
        assert "Recording" in learner.text()
        await learner.press("enter", "1")
        assert commands(learner) == [
            {"do": "answer", "question": "record", "subject": "a", "chosen": ("none",)}
        ]


async def test_what_the_facilitator_gives_stands_at_the_end_of_the_file() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f")
        side = in_front(learner)
        await learner.hear(Room(made.room(injected=(INFORMATION,))))
        assert GIVEN in learner.text()
        assert in_front(learner) == side
        await learner.press("f")
        assert FROM_FACILITATOR in learner.text()
        assert INFORMATION in learner.words()
        await learner.press("h")
        assert commands(learner) == []


async def test_a_class_that_goes_back_has_a_shorter_file() -> None:
    view = made.view(chosen=ALL)
    step = view.step
    assert step is not None
    longer = replace(view, phases=(replace(view.phases[0], committed=(step, step)), view.phases[1]))
    async with attending(seated_at(made.room(), made.seat(longer))) as learner:
        await learner.hear(Room(made.room(injected=(INFORMATION,))))
        await learner.be_at(made.room(), made.seat(view))
        await learner.press("f")
        assert in_front(learner) == "file"
        assert INFORMATION not in learner.words()


async def test_who_comes_late_reads_first() -> None:
    async with attending(VOTING) as learner:
        assert in_front(learner) == "file"
        assert "Vote 1: 11 of 18 have voted. Press c to vote." in learner.text()


async def test_who_comes_back_goes_on_with_the_decisions() -> None:
    async with attending(DECIDED) as learner:
        assert in_front(learner) == "decisions"
        assert "3 of 3 answered" in learner.text()


async def test_the_class_votes_again() -> None:
    async with attending(DECIDED) as learner:
        await learner.be_at(made.room("closed"), made.seat(made.view(step=False), voted=True))
        assert "The vote is closed: 18 of 18 voted." in learner.text()
        await learner.be_at(made.room(round=2, committed=0), made.seat(made.view(chosen=ALL)))
        assert "press c to vote. Vote 2: 0 of 18 have voted." in learner.text()
        assert "Vote 2 is open: change what you would now decide differently." in learner.text()
        assert in_front(learner) == "decisions"


@pytest.mark.parametrize("seat_first", [True, False])
async def test_a_question_that_was_skipped_is_told_of_no_more(seat_first: bool) -> None:
    async with attending(READING) as learner:
        await learner.be_at(made.room(), made.seat(made.view()))
        after: list[Heard] = [Seat(made.seat(made.view(step=False))), Room(made.room("reading"))]
        for message in after if seat_first else after[::-1]:
            await learner.hear(message)
        assert "The facilitator has opened a question" not in learner.text()
        assert f"“{made.TITLE}” is not asked any more." in learner.text()


async def test_a_vote_that_was_closed_is_told_of_as_opened_no_more() -> None:
    async with attending(READING) as learner:
        await learner.be_at(made.room(), made.seat(made.view()))
        await learner.be_at(made.room("closed"), made.seat(made.view(step=False)))
        assert "The facilitator has opened a question" not in learner.text()
        assert "is not asked any more" not in learner.text()


TOGETHER = made.room("closed", options=made.options(), subjects=tuple(made.SUBJECTS.values()))
CHOSEN = ChosenView("first", "referral", {"a": ("school",), "b": ("support",), "c": ()})


@pytest.mark.parametrize("voted", [True, False])
async def test_once_the_vote_is_closed_ones_own_choices_are_shown(voted: bool) -> None:
    async with attending(DECIDED) as learner:
        await learner.be_at(TOGETHER, made.seat(made.view(step=False), voted=voted, chosen=CHOSEN))
        told = learner.words()
        assert NOTHING_ASKED not in told
        assert (YOURS in told, NOT_VOTED in told) == (voted, not voted)
        assert (HAD_CHOSEN in told) is not voted
        assert f"B: {made.OPTIONS['support']}" in told
        assert f"C: {NOTHING_CHOSEN}" in told
        await learner.be_at(made.room(round=2, committed=0), made.seat(made.view(chosen=ALL)))
        assert "3 of 3 answered" in learner.text()
        assert f"B: {made.OPTIONS['support']}" not in learner.words()


async def test_they_go_when_the_class_reads_on() -> None:
    async with attending(DECIDED) as learner:
        at = made.seat(made.view(step=False), voted=True, chosen=CHOSEN)
        await learner.be_at(TOGETHER, at)
        await learner.hear(Room(made.room("reading")))
        assert NOTHING_ASKED in learner.text()
        assert f"B: {made.OPTIONS['support']}" not in learner.words()


async def test_who_has_answered_nothing_has_nothing_but_that_they_did_not_vote() -> None:
    async with attending(VOTING) as learner:
        at = made.seat(made.view(step=False), chosen=replace(CHOSEN, options={"a": (), "b": (), "c": ()}))
        await learner.press("f")
        await learner.be_at(TOGETHER, at)
        assert NOT_VOTED in learner.text()
        assert NOTHING_CHOSEN not in learner.text()
        assert HAD_CHOSEN not in learner.text()


async def test_who_has_answered_everything_is_told_that_they_have_not_voted() -> None:
    async with attending(DECIDED) as learner:
        assert "Answered, not yet voted: press c to vote. Vote 1: 11 of 18 have voted." in learner.text()
        await learner.be_at(made.room(committed=12), made.seat(made.view(chosen=ALL), voted=True))
        assert "not yet voted" not in learner.text()


@pytest.mark.parametrize(("key", "kept"), [("w", REASONS_KEPT), ("a", NOTES_KEPT)])
async def test_a_box_for_own_words_says_that_the_class_keeps_them(key: str, kept: str) -> None:
    view = made.view(chosen=ALL)
    noted = replace(view.phases[0], narrative=(BlockView("Read this.", passage="first/0"),))
    at = made.seat(replace(view, phases=(noted, view.phases[1])))
    async with attending(seated_at(made.room(), at)) as learner:
        await learner.press(*(("f", "down", key) if key == "a" else (key,)))
        assert kept in str(learner.app.screen.query_one("#no-names", Static).visual)
        assert " ".join(kept.split()[-3:]) in learner.words()
        assert "wiped when the case ends" not in learner.words()


async def test_who_reads_something_else_is_told_and_the_case_opens_afterwards() -> None:
    async with attending(made.seated()) as learner:
        await learner.press("f1")
        await learner.be_at(made.room("reading"), made.seat(made.view(step=False)))
        await learner.hear(Room(made.room("reading", seats=19)))
        assert learner.screens == ["Lobby", "HelpScreen"]
        assert learner.text().count(CASE_BEGUN) == 1
        await learner.press("escape")
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_who_looks_at_something_else_is_told_what_the_class_is_asked_and_given() -> None:
    async with attending(READING) as learner:
        await learner.press("f1")
        await learner.be_at(made.room(), made.seat(made.view()))
        assert f"The facilitator has opened a question: {made.TITLE}." in learner.text()
        await learner.hear(Room(made.room(injected=(INFORMATION,))))
        assert GIVEN in learner.text()


async def test_who_knows_already_what_is_asked_is_not_told_again() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f1")
        await learner.hear(Room(made.room(committed=12)))
        assert "opened a question" not in learner.text()


async def test_nothing_of_the_class_comes_up_while_the_screen_is_blank() -> None:
    async with attending(READING) as learner:
        await learner.press("ctrl+b")
        await learner.be_at(made.told(), made.seat(made.view(step=False)))
        await learner.hear(Room(made.room("told", paused="Why?")))
        assert learner.screens == ["Lobby", "ClassCase", "PauseScreen"]
        await learner.press("ctrl+b")
        assert learner.screens == ["Lobby", "ClassCase", "PauseForAll"]


async def test_a_terminal_that_is_too_small_is_told_until_there_is_room() -> None:
    async with attending(READING) as learner:
        await learner.pilot.resize_terminal(60, 20)
        await learner.be_at(made.room(paused="Why?"), made.seat(made.view()))
        assert learner.screens == ["Lobby", "ClassCase", "TooSmall"]
        await learner.press("ctrl+l")
        await learner.pilot.resize_terminal(80, 24)
        await learner.settle()
        assert learner.screens == ["Lobby", "ClassCase", "TooSmall", "SteppedOut"]
        await learner.press("enter")
        assert learner.screens == ["Lobby", "ClassCase", "PauseForAll"]


async def test_a_new_case_takes_the_place_of_the_one_before() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f", "enter")
        await learner.be_at(made.room("reading"), made.seat(made.view(step=False, title="Another"), case=2))
        assert learner.screens == ["Lobby", "ClassCase"]
        assert "Another" in learner.text()


# What the learner does


async def test_an_answer_is_said_and_shown_once_it_is_kept() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f", "enter", "2")
        assert commands(learner) == [
            {"do": "answer", "question": "referral", "subject": "a", "chosen": ("school",)}
        ]
        assert "0 of 3 answered" in learner.text()
        await learner.answered(Seat(made.seat(made.view(chosen={"a": ["school"]}))))
        assert "1 of 3 answered" in learner.text()
        assert "Saved." in learner.text()


async def test_what_is_refused_is_told_in_its_sentence() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f", "enter", "2")
        await learner.hear(Refused(1, "The vote on this question is closed."))
        assert "! The vote on this question is closed." in learner.text()


async def test_reasons_and_notes_are_said_as_in_any_case() -> None:
    async with attending(DECIDED) as learner:
        await learner.press("w", *"so", "ctrl+s")
        view = made.view(chosen=ALL)
        noted = replace(view.phases[0], narrative=(BlockView("Read this.", passage="first/0"),))
        await learner.hear(Seat(made.seat(replace(view, phases=(noted, view.phases[1])))))
        await learner.press("f", "down", "h")
        assert [each["do"] for each in commands(learner)] == ["rationale", "annotate"]


@pytest.mark.parametrize(("key", "sentence"), [("u", "Undone."), ("r", "Done again.")])
async def test_what_was_undone_is_said(key: str, sentence: str) -> None:
    view = made.view(chosen=ALL, undoes="the answer", redoes="the answer")
    async with attending(seated_at(made.room(), made.seat(view))) as learner:
        await learner.press(key)
        await learner.answered(Seat(made.seat(made.view())))
        assert sentence in learner.text()


async def test_to_confirm_is_to_vote_and_says_what_that_means() -> None:
    async with attending(DECIDED) as learner:
        await learner.press("c")
        assert learner.asked() == FIXED
        await learner.press("y")
        assert commands(learner) == [{"do": "confirm"}]
        voted = made.seat(made.view(chosen=ALL), voted=True)
        await learner.answered(Seat(voted), Room(made.room(committed=12)))
        assert "You have voted; 12 of 18 have." in learner.text()


async def test_a_step_that_is_not_the_last_of_its_phase_is_asked_about_as_well() -> None:
    view = made.view(chosen=ALL)
    assert view.step is not None
    first = replace(view, step=replace(view.step, count=2))
    async with attending(seated_at(made.room(), made.seat(first))) as learner:
        await learner.press("c")
        assert learner.screens[-1] == "Ask"


async def test_no_vote_is_asked_about_before_everything_is_decided() -> None:
    async with attending(VOTING) as learner:
        await learner.press("c")
        assert learner.screens == ["Lobby", "ClassCase"]
        assert "Not yet: 3 still open." in learner.text()


@pytest.mark.parametrize(
    ("room", "voted", "sentence"), [(made.room(), True, VOTED), (made.room("closed"), False, CLOSED)]
)
@pytest.mark.parametrize("key", ["enter", "delete", "w", "n", "c", "u"])
async def test_fixed_answers_stay_as_they_are(room: Any, voted: bool, sentence: str, key: str) -> None:
    view = made.view(chosen=ALL, undoes="the answer")
    async with attending(seated_at(room, made.seat(view, voted=voted))) as learner:
        await learner.press(key)
        assert learner.screens == ["Lobby", "ClassCase"]
        assert commands(learner) == []
        if key != "u":
            assert sentence in learner.text()


async def test_there_is_a_button_only_while_there_is_something_to_vote_on() -> None:
    async with attending(DECIDED) as learner:
        assert "Vote (c)" in learner.text()
        await learner.hear(Seat(made.seat(made.view(chosen=ALL), voted=True)))
        assert "Vote (c)" not in learner.text()


async def test_a_question_that_was_left_behind_unanswered_is_told_as_such() -> None:
    view = made.view(step=False)
    asked = made.view().step
    assert asked is not None
    phases = (replace(view.phases[0], committed=(asked,)), view.phases[1])
    async with attending(seated_at(made.room("reading"), made.seat(replace(view, phases=phases)))) as learner:
        assert "A: not answered. B: not answered. C: not answered" in learner.words()


async def test_a_team_agrees_before_its_vote_counts() -> None:
    at = made.team(made.view(chosen=ALL))
    async with attending(seated_at(made.room(), at)) as learner:
        assert "1 of 3 of your team agree. Press c to agree too." in learner.text()
        await learner.press("c")
        assert learner.asked() == f"{FIXED} {TEAM}"
        await learner.press("y")
        await learner.answered(Seat(replace(at, agreed=2)))
        assert "2 of 3 of your team agree. Press c to agree too." in learner.text()


async def test_what_a_team_mate_answers_is_shown_and_a_box_stays_open() -> None:
    async with attending(seated_at(made.room(), made.team(made.view()))) as learner:
        await learner.press("f", "w", *"because")
        await learner.hear(Seat(made.team(made.view(chosen={"b": ["none"]}))))
        assert learner.screens[-1] == "ReasonsScreen"
        assert "because" in learner.text()
        await learner.press("escape")
        assert "1 of 3 answered" in learner.text()


async def test_a_case_cannot_be_skipped_in_a_class() -> None:
    async with attending(VOTING) as learner:
        await learner.press("ctrl+g")
        assert learner.screens == ["Lobby", "ClassCase"]
        assert learner.said == []
        await learner.press("f2")
        assert "steps out, from anywhere" in learner.words()
        assert "skips" not in learner.text()


async def test_the_guidance_is_fetched_once() -> None:
    async with attending(VOTING) as learner:
        await learner.press("g")
        assert isinstance(learner.said[-1], Ask)
        await learner.hear(Told(learner.number, book=BOOK))
        assert learner.screens[-1] == "GuidanceScreen"
        await learner.press("q", "g")
        assert learner.screens[-1] == "GuidanceScreen"
        assert len(learner.said) == 1


async def test_cases_are_not_listed_in_the_guidance_of_a_class() -> None:
    async with attending(made.seated()) as learner:
        await learner.press("g")
        await learner.hear(Told(learner.number, book=BOOK))
        await learner.press("3")
        assert "In a class the facilitator chooses the cases." in learner.words()


# Boxes over a question that is open no more

VIEW = made.view(chosen=ALL)
OTHER_STEP = replace(VIEW.step, questions=(replace(VIEW.step.questions[0], question="record"),))  # type: ignore[type-var,union-attr]
OVER = {
    "closed": (made.room("closed"), made.seat(made.view(step=False))),
    "told": (made.told(), made.seat(made.view(step=False))),
    "skipped": (made.room("reading"), made.seat(made.view(step=False))),
    "another": (made.room(question="Recording"), made.seat(replace(VIEW, step=OTHER_STEP))),
    "voted": (made.room(), made.team(VIEW, voted=True)),
    "ended": (made.room("ended"), made.seat(made.view(step=False, debrief=debrief()))),
}
SAID = {str(stage): said for stage, said in CLOSED_MEANWHILE.items()}
SAID |= {"skipped": WENT_ON, "another": WENT_ON, "voted": TEAM_VOTED}


@pytest.mark.parametrize("over", OVER)
@pytest.mark.parametrize(("key", "box"), [("enter", "Chooser"), ("c", "Ask"), ("w", "ReasonsScreen")])
async def test_a_box_closes_with_a_sentence_when_its_question_is_open_no_more(
    over: str, key: str, box: str
) -> None:
    async with attending(DECIDED) as learner:
        await learner.press(key)
        assert learner.screens == ["Lobby", "ClassCase", box]
        await learner.be_at(*OVER[over])
        assert box not in learner.screens
        assert "LeftWords" not in learner.screens
        assert SAID[over] in learner.words()
        assert commands(learner) == []


@pytest.mark.parametrize("over", OVER)
async def test_words_that_were_being_written_are_shown_and_not_kept(over: str) -> None:
    async with attending(DECIDED) as learner:
        await learner.press("w", *"because")
        await learner.be_at(*OVER[over])
        if learner.screens[-1] == "Results":
            await learner.press("escape")
        assert learner.screens == ["Lobby", "ClassDebrief" if over == "ended" else "ClassCase", "LeftWords"]
        assert "because" in learner.text()
        assert f"{made.TITLE} – A" in learner.text()
        became = str(learner.app.screen.query_one("#became", Static).visual)
        assert became == (NOT_KEPT if over == "ended" else COMES_BACK)
        await learner.press("enter")
        assert "LeftWords" not in learner.screens
        assert commands(learner) == []


async def test_they_are_there_again_when_the_class_votes_again() -> None:
    async with attending(DECIDED) as learner:
        await learner.press("w", *"because")
        await learner.be_at(*OVER["closed"])
        await learner.press("enter")
        await learner.be_at(made.room(round=2), made.seat(VIEW))
        await learner.press("w")
        assert learner.screens[-1] == "ReasonsScreen"
        assert "because" in learner.text()
        await learner.press("ctrl+s")
        assert [each["do"] for each in commands(learner)] == ["rationale"]


async def test_a_box_of_a_vote_that_is_open_again_stays() -> None:
    async with attending(DECIDED) as learner:
        await learner.press("w", *"because")
        await learner.be_at(made.room(round=2), made.seat(VIEW))
        assert learner.screens[-1] == "ReasonsScreen"
        assert "because" in learner.text()


async def test_a_box_below_something_else_is_closed_when_that_is() -> None:
    async with attending(DECIDED) as learner:
        await learner.press("w", *"because", "f1")
        await learner.be_at(*OVER["closed"])
        assert learner.screens[-2:] == ["ReasonsScreen", "HelpScreen"]
        await learner.press("escape")
        assert learner.screens == ["Lobby", "ClassCase", "LeftWords"]


async def test_a_note_stays_open_until_the_case_ends_and_is_then_shown() -> None:
    view = made.view(chosen=ALL)
    noted = replace(view.phases[0], narrative=(BlockView("Read this.", passage="first/0"),))
    view = replace(view, phases=(noted, view.phases[1]))
    async with attending(seated_at(made.room(), made.seat(view))) as learner:
        await learner.press("f", "down", "a", *"ask her")
        await learner.be_at(made.room("closed"), made.seat(replace(view, step=None)))
        assert learner.screens[-1] == "NoteScreen"
        await learner.be_at(*OVER["ended"])
        assert learner.screens == ["Lobby", "ClassDebrief", "LeftWords"]
        assert "ask her" in learner.text()


# How a case ends


def ended(practise: bool = True) -> Any:
    return made.seat(made.view(step=False, debrief=debrief()), practise=made.practise() if practise else ())


async def test_a_case_that_ends_is_told_of_and_then_what_to_practise() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f", "enter")
        await learner.be_at(made.room("ended"), ended())
        assert learner.screens == ["Lobby", "ClassDebrief"]
        await learner.press("q")
        assert learner.screens == ["Lobby"]
        assert "The case has ended. The facilitator goes on." in learner.text()
        assert "4.2 Referral. Your answer about B departed from it." in learner.words()


async def test_a_debrief_that_was_read_stays_closed_and_can_be_read_again() -> None:
    async with attending(seated_at(made.room("ended"), ended())) as learner:
        await learner.press("q")
        await learner.hear(Room(made.room("ended", seats=19)))
        assert learner.screens == ["Lobby"]
        await learner.press("d")
        assert learner.screens == ["Lobby", "ClassDebrief"]


async def test_the_next_case_opens_over_the_debrief_of_the_last() -> None:
    async with attending(seated_at(made.room("ended"), ended())) as learner:
        await learner.be_at(made.room("reading"), made.seat(made.view(step=False), case=2))
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_who_reads_something_else_is_told_that_the_case_has_ended() -> None:
    async with attending(VOTING) as learner:
        await learner.press("f1")
        await learner.be_at(made.room("ended"), ended())
        assert CASE_ENDED in learner.text()
        await learner.press("escape")
        assert learner.screens == ["Lobby", "ClassDebrief"]


# How a class ends


async def test_who_reads_the_debrief_is_told_that_the_class_is_over_and_what_comes_next() -> None:
    async with attending(VOTING) as learner:
        await learner.be_at(made.room("ended"), ended())
        assert "The class is over." not in learner.text()
        await learner.hear(Room(made.room("over")))
        assert learner.screens == ["Lobby", "ClassDebrief"]
        assert "q then shows what to practise next" in learner.words()
        await learner.press("q")
        assert learner.screens == ["Lobby"]
        assert "The class is over. d opens your debrief of the last case again. q leaves;" in learner.words()
        assert "4.2 Referral. Your answer about B departed from it." in learner.words()
        assert "would like help" not in learner.text()
        await learner.press("d")
        assert "The class is over." in learner.text()


async def test_a_case_that_ends_with_the_class_opens_a_debrief_that_says_so() -> None:
    async with attending(VOTING) as learner:
        await learner.be_at(made.room("over"), ended())
        assert learner.screens == ["Lobby", "ClassDebrief"]
        assert "The class is over." in learner.text()


async def test_nothing_to_practise_is_promised_where_nothing_is() -> None:
    async with attending(seated_at(made.room("ended"), ended(practise=False))) as learner:
        await learner.hear(Room(made.room("over")))
        assert "q then shows how to leave." in learner.words()
        assert "practise next" not in learner.words()


async def test_a_class_that_is_over_before_any_case_says_how_to_leave() -> None:
    async with attending(made.seated()) as learner:
        await learner.hear(Room(made.room("over")))
        assert "The class is over. q leaves; nothing more is asked of you." in learner.words()


# At one's own pace


OWN = made.room("own")


async def test_at_ones_own_pace_a_phase_is_final_as_in_any_case() -> None:
    view = made.view(chosen=ALL, mode="practice")
    async with attending(seated_at(OWN, made.seat(view))) as learner:
        assert "At your own pace: 7 of 18 have come to the end." in learner.text()
        await learner.press("c")
        assert learner.asked().startswith(FINAL)
        await learner.press("y")
        assert commands(learner) == [{"do": "confirm"}]


async def test_at_ones_own_pace_feedback_comes_once_after_each_phase() -> None:
    view = made.view(chosen=ALL, mode="practice")
    async with attending(seated_at(OWN, made.seat(view))) as learner:
        await learner.press("c", "y")
        after = of_visit(made.view(step=False, mode="practice", feedback=debrief()))
        await learner.answered(Seat(made.seat(after)))
        assert learner.screens == ["Lobby", "ClassCase", "DebriefScreen"]
        await learner.press("q")
        assert learner.screens == ["Lobby", "ClassCase"]
        await learner.hear(Room(made.room("own", committed=8)))
        assert learner.screens == ["Lobby", "ClassCase"]
        await learner.press("v")
        assert learner.screens == ["Lobby", "ClassCase", "DebriefScreen"]


async def test_at_ones_own_pace_the_end_is_the_debrief() -> None:
    async with attending(seated_at(OWN, made.seat(made.view(chosen=ALL)))) as learner:
        await learner.press("c", "y")
        await learner.answered(Seat(ended(practise=False)), Room(made.room("own", committed=8)))
        assert learner.screens == ["Lobby", "ClassDebrief"]
        await learner.press("q")
        assert "You have come to the end; 8 of 18 have." in learner.words()
