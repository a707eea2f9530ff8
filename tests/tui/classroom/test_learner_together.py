"""What the class is shown, discusses and is asked in private: results, pauses, stepping out, and help."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.classroom.class_view import ChosenView
from simulator.classroom.messages import Ask, Give, Refused, Room, Seat, Told
from simulator.session.debrief_view import ExplanationView
from simulator.tui.classroom.learner.lobby import HELP_WANTED
from simulator.tui.classroom.learner.pause_for_all import DISCUSSING, PAUSED
from simulator.tui.classroom.learner.results import SAYS, VOTED
from simulator.tui.classroom.learner.words import CLOSED_MEANWHILE, WAITS
from simulator.tui.classroom.votes import OWN
from tests.tui.classroom import made
from tests.tui.classroom.attending import Attendant, attending, debrief, seated_at

ALL = {"a": ["school"], "b": ["support"], "c": ["none"]}
CLOSED = made.room("closed", poll=made.poll(made.first_round()))
CHOSEN = ChosenView("first", "referral", {subject: tuple(options) for subject, options in ALL.items()})
VOTED_SEAT = made.seat(made.view(chosen=ALL), voted=True)
PROMPT = "Which words of paragraph 4.2 carried your vote about B?"


def voting(**changes: Any) -> Any:
    return seated_at(made.room(**changes), made.seat(made.view()))


def signs(learner: Attendant) -> list[str]:
    return [each.sign for each in learner.said if isinstance(each, Give)]


# What the class is shown


async def test_votes_that_are_shown_open_by_themselves_with_ones_own_choice_marked() -> None:
    async with attending(seated_at(made.room(), VOTED_SEAT)) as learner:
        await learner.be_at(CLOSED, made.seat(made.view(step=False), voted=True, chosen=CHOSEN))
        assert learner.screens == ["Lobby", "ClassCase", "Results"]
        assert VOTED in learner.text()
        assert OWN in learner.text()
        assert SAYS not in learner.text()


async def test_they_can_be_closed_and_opened_again_and_stay_closed_meanwhile() -> None:
    async with attending(seated_at(CLOSED, VOTED_SEAT)) as learner:
        await learner.press("escape")
        assert "v shows the votes." in learner.text()
        await learner.hear(Room(replace(CLOSED, seats=19)))
        assert learner.screens == ["Lobby", "ClassCase"]
        await learner.press("v")
        assert learner.screens == ["Lobby", "ClassCase", "Results"]
        await learner.press("v")
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_what_the_guidance_says_comes_first_once_it_is_told() -> None:
    async with attending(seated_at(CLOSED, VOTED_SEAT)) as learner:
        await learner.hear(Room(made.told()))
        text = learner.text()
        assert text.index(SAYS) < text.index("called for")
        await learner.press("end")
        assert "2nd" in learner.text()


async def test_a_verdict_opens_what_was_closed_and_g_reads_its_paragraph() -> None:
    async with attending(seated_at(CLOSED, VOTED_SEAT)) as learner:
        await learner.press("escape")
        await learner.hear(Room(made.told()))
        assert learner.screens == ["Lobby", "ClassCase", "Results"]
        await learner.press("g")
        assert learner.said == [Ask(1, "book")]


@pytest.mark.parametrize(
    "after",
    [
        made.room(round=2, committed=0),
        made.room(question="Recording", poll=None),
        made.room("reading", phase=made.SECOND),
        made.room("closed"),
    ],
)
async def test_they_close_by_themselves_when_the_class_goes_on(after: Any) -> None:
    async with attending(seated_at(CLOSED, VOTED_SEAT)) as learner:
        await learner.be_at(after, made.seat(made.view(chosen=ALL)))
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_the_votes_so_far_do_not_cover_the_next_vote() -> None:
    async with attending(seated_at(CLOSED, VOTED_SEAT)) as learner:
        again = made.room(round=2, committed=0, poll=made.poll(made.first_round()))
        await learner.be_at(again, made.seat(made.view(chosen=ALL)))
        assert learner.screens == ["Lobby", "ClassCase"]
        await learner.press("v")
        await learner.hear(Room(replace(again, committed=1)))
        assert learner.screens == ["Lobby", "ClassCase", "Results"]


async def test_ones_own_choice_is_marked_for_who_comes_back_to_the_votes() -> None:
    at = made.seat(made.view(step=False), voted=True, chosen=CHOSEN)
    async with attending(seated_at(CLOSED, at)) as learner:
        assert learner.screens == ["Lobby", "ClassCase", "Results"]
        assert "2 Left to the school" in learner.text()
        assert OWN in learner.text()


async def test_choices_of_another_question_are_not_marked() -> None:
    async with attending(seated_at(made.room(), VOTED_SEAT)) as learner:
        at = made.seat(made.view(step=False), chosen=replace(CHOSEN, question="record"))
        await learner.be_at(CLOSED, at)
        assert learner.screens[-1] == "Results"
        assert OWN not in learner.text()
        await learner.hear(Seat(replace(at, chosen=CHOSEN)))
        assert OWN in learner.text()


async def test_they_wait_for_whoever_reads_something_else() -> None:
    async with attending(seated_at(made.room(), VOTED_SEAT)) as learner:
        await learner.press("f1")
        await learner.hear(Room(CLOSED))
        assert learner.screens[-1] == "HelpScreen"
        await learner.press("escape")
        assert learner.screens == ["Lobby", "ClassCase", "Results"]


async def test_they_close_a_box_in_which_something_is_written_and_its_words_are_shown_below_them() -> None:
    async with attending(voting()) as learner:
        await learner.press("f", "w", *"because")
        await learner.hear(Room(CLOSED))
        assert learner.screens == ["Lobby", "ClassCase", "LeftWords", "Results"]
        assert CLOSED_MEANWHILE["closed"] in learner.words()
        await learner.press("escape")
        assert "because" in learner.text()


async def test_a_vote_that_is_closed_for_a_discussion_closes_the_box_before_it() -> None:
    async with attending(voting()) as learner:
        await learner.press("f", "w", *"because")
        await learner.hear(Room(replace(CLOSED, poll=None, paused=PROMPT)))
        assert learner.screens == ["Lobby", "ClassCase", "LeftWords", "PauseForAll"]
        await learner.hear(Room(replace(CLOSED, poll=None)))
        assert "because" in learner.text()
        await learner.press("enter")
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_a_box_below_a_pause_is_closed_when_the_pause_ends() -> None:
    async with attending(voting()) as learner:
        await learner.press("f", "enter")
        await learner.hear(Room(made.room(paused=PROMPT)))
        await learner.hear(Room(replace(CLOSED, poll=None, paused=PROMPT)))
        assert learner.screens == ["Lobby", "ClassCase", "Chooser", "PauseForAll"]
        await learner.hear(Room(replace(CLOSED, poll=None)))
        assert learner.screens == ["Lobby", "ClassCase"]
        assert CLOSED_MEANWHILE["closed"] in learner.text()


async def test_too_few_votes_are_not_told_apart() -> None:
    few = made.room("closed", poll=made.poll(made.hidden_round()))
    async with attending(seated_at(few, VOTED_SEAT)) as learner:
        assert learner.screens[-1] == "Results"
        assert OWN not in learner.text()


# A pause for everybody


async def test_a_pause_shows_what_is_discussed_and_nothing_else() -> None:
    async with attending(voting()) as learner:
        await learner.press("f", "w", *"because")
        await learner.hear(Room(made.room(paused=PROMPT)))
        assert learner.screens[-1] == "PauseForAll"
        assert DISCUSSING in learner.text()
        assert PROMPT in learner.words()
        await learner.press("escape", "enter", "q", "v", "f3", "ctrl+p", "ctrl+b")
        assert learner.screens[-1] == "PauseForAll"
        await learner.hear(Room(made.room(paused="And C?")))
        assert "And C?" in learner.text()
        await learner.hear(Room(made.room()))
        assert learner.screens == ["Lobby", "ClassCase", "ReasonsScreen"]
        assert "because" in learner.text()


async def test_the_case_can_be_read_during_a_discussion_and_the_discussion_come_back() -> None:
    async with attending(seated_at(made.room(), VOTED_SEAT)) as learner:
        at = replace(CLOSED, paused=PROMPT)
        await learner.hear(Room(CLOSED), Room(at))
        assert "p Read the case" in learner.text()
        await learner.press("p")
        assert learner.screens == ["Lobby", "ClassCase"]
        assert f"The class is discussing. p goes back to it. {PROMPT[:20]}" in learner.text()
        await learner.press("f")
        assert made.TEXT[0].split(".")[0] in learner.words()
        await learner.hear(Room(replace(at, seats=19)))
        assert learner.screens == ["Lobby", "ClassCase"]
        await learner.press("p")
        assert learner.screens == ["Lobby", "ClassCase", "PauseForAll"]


@pytest.mark.parametrize("between", [(), (Room(made.room()),)])
async def test_another_prompt_covers_the_case_again(between: Any) -> None:
    async with attending(voting(paused=PROMPT)) as learner:
        await learner.press("p")
        assert learner.screens == ["Lobby", "ClassCase"]
        prompt = PROMPT if between else "And C?"
        for message in (*between, Room(made.room(paused=prompt))):
            await learner.hear(message)
        assert learner.screens[-1] == "PauseForAll"
        assert prompt in learner.words()


async def test_who_reads_the_case_during_a_discussion_goes_on_with_the_class() -> None:
    async with attending(voting(paused=PROMPT)) as learner:
        await learner.press("p")
        await learner.hear(Room(made.room()))
        assert "p goes back to it" not in learner.text()
        assert "Vote 1: 11 of 18 have voted." in learner.text()
        await learner.press("p")
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_nothing_is_answered_during_a_discussion() -> None:
    async with attending(seated_at(made.room(paused=PROMPT), made.seat(made.view(chosen=ALL)))) as learner:
        await learner.press("p", "f", "enter", "c", "w", "n")
        assert WAITS in learner.text()
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_a_discussion_beside_which_there_is_no_case_stays_in_front() -> None:
    async with attending(seated_at(made.room(paused=PROMPT), made.seat(None))) as learner:
        assert "Read the case" not in learner.text()
        await learner.press("p")
        assert learner.screens == ["Lobby", "PauseForAll"]
        await learner.hear(Seat(made.seat(made.view())))
        assert "p Read the case" in learner.text()


async def test_a_pause_without_a_prompt_says_that_much() -> None:
    async with attending(voting(paused="")) as learner:
        assert PAUSED in learner.text()


async def test_help_and_support_can_be_read_in_a_pause_which_goes_on_below_them() -> None:
    async with attending(voting(paused=PROMPT)) as learner:
        await learner.press("f2")
        assert learner.screens[-2:] == ["PauseForAll", "SupportScreen"]
        await learner.hear(Room(made.room()))
        assert learner.screens[-1] == "SupportScreen"
        await learner.press("escape")
        assert learner.screens == ["Lobby", "ClassCase"]


async def test_who_joins_in_a_pause_sees_it_and_then_the_case() -> None:
    async with attending(voting(paused=PROMPT)) as learner:
        assert learner.screens == ["Lobby", "PauseForAll"]
        await learner.hear(Room(made.room()))
        assert learner.screens == ["Lobby", "ClassCase"]


# Signs to the facilitator alone


@pytest.mark.parametrize("key", ["ctrl+l", "q"])
async def test_to_step_out_tells_the_facilitator_alone_and_enter_comes_back(key: str) -> None:
    async with attending(voting()) as learner:
        await learner.press(key)
        assert learner.screens == ["Lobby", "ClassCase", "SteppedOut"]
        assert "The facilitator knows; nobody else does." in learner.words()
        await learner.press("ctrl+l")
        assert signs(learner) == ["step_out"]
        await learner.press("enter")
        assert learner.screens == ["Lobby", "ClassCase"]
        assert signs(learner) == ["step_out", "come_back"]


async def test_nothing_of_the_class_reaches_who_has_stepped_out() -> None:
    async with attending(voting()) as learner:
        await learner.press("ctrl+l", "f1")
        await learner.be_at(made.room(paused=PROMPT), VOTED_SEAT)
        assert learner.screens[-2:] == ["SteppedOut", "HelpScreen"]
        await learner.press("escape")
        ended = made.seat(made.view(step=False, debrief=debrief()))
        await learner.be_at(made.room("ended"), ended)
        assert learner.screens == ["Lobby", "ClassCase", "SteppedOut"]
        await learner.press("enter")
        assert learner.screens == ["Lobby", "ClassDebrief"]


async def test_to_step_out_keeps_what_is_being_written() -> None:
    async with attending(voting()) as learner:
        await learner.press("f", "w", *"because", "ctrl+l")
        assert learner.screens[-1] == "SteppedOut"
        await learner.press("enter")
        assert "because" in learner.text()


async def test_the_blank_screen_can_be_left_as_well() -> None:
    async with attending(voting()) as learner:
        await learner.press("ctrl+b", "ctrl+l")
        assert learner.screens == ["Lobby", "ClassCase", "SteppedOut"]


async def test_help_can_be_asked_for_and_is_shown_in_the_bar() -> None:
    async with attending(voting()) as learner:
        assert "F4 asks for help" in learner.text()
        await learner.press("f4")
        assert "F4 asks for help" in learner.text()
        await learner.answered()
        assert "Help is wanted (F4)" in learner.text()
        assert "nobody else does" in learner.text()
        await learner.press("f4")
        await learner.answered()
        assert "F4 asks for help" in learner.text()
        assert signs(learner) == ["need_help", "need_no_help"]


async def test_help_can_be_asked_for_in_the_lobby() -> None:
    async with attending(made.seated()) as learner:
        await learner.press("f4")
        await learner.answered()
        assert HELP_WANTED.split(";")[0] in learner.words()


async def test_a_sign_that_is_refused_is_told() -> None:
    async with attending(made.seated()) as learner:
        await learner.press("f4")
        await learner.hear(Refused(learner.number, "The class is over."))
        assert "! The class is over." in learner.text()


# What is looked up and kept


ENDED = seated_at(made.room("ended"), made.seat(made.view(step=False, debrief=debrief())))
EXPLAINED = ExplanationView("referral.harm", ("referral.harm decides (4.2).",), ())


async def test_a_decision_is_explained_over_the_line() -> None:
    async with attending(ENDED) as learner:
        await learner.press("m", "2")
        assert learner.said == [Ask(1, "explanation", ("first", "referral", "a"))]
        await learner.hear(Told(1, explanation=EXPLAINED))
        assert "referral.harm decides" in learner.words()


async def test_an_explanation_that_cannot_be_had_is_told_in_a_sentence() -> None:
    async with attending(ENDED) as learner:
        await learner.press("m", "2")
        await learner.hear(Refused(1, "This case is gone."))
        assert "This case is gone." in learner.words()


async def test_a_debrief_is_saved_with_its_explanations(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "debrief.md"
    monkeypatch.setattr("simulator.tui.saving.folder_to_save_in", lambda: tmp_path)
    async with attending(ENDED) as learner:
        await learner.press("s")
        await learner.until(lambda: learner.screens[-1] == "SaveScreen")
        await learner.press("ctrl+u", *str(path), "enter")
        await learner.until(lambda: bool(learner.said))
        asked = learner.said[-1]
        assert asked == Ask(1, "explanation", ("first", "referral", "a"))
        await learner.hear(Told(1, explanation=EXPLAINED))
        await learner.until(lambda: learner.screens[-1] == "ClassDebrief")
    assert made.TITLE in path.read_text(encoding="utf-8")


async def test_own_words_are_asked_about_in_no_class() -> None:
    told = debrief()
    [phase] = told.phases
    [question] = phase.questions
    worded = replace(question, decisions=(replace(question.decisions[0], rationale="because"),))
    said = replace(told, phases=(replace(phase, questions=(worded,)),))
    seat = made.seat(made.view(step=False, debrief=said))
    async with attending(seated_at(made.room("ended"), seat)) as learner:
        assert "wiped" not in learner.text()
        await learner.press("k", "q")
        assert learner.screens == ["Lobby"]


async def test_settings_hold_at_once_and_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr("simulator.preferences.keeping.keep_preferences", kept.append)
    async with attending(made.seated()) as learner:
        await learner.press("f3", "down", "enter")
        await learner.until(lambda: bool(kept))
        assert learner.app.preferences.motion == "reduced"


async def test_a_browser_has_no_files_to_save_a_debrief_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.classroom.learner.app.LearnerApp.is_web", True)
    async with attending(ENDED) as learner:
        await learner.press("s")
        assert learner.screens == ["Lobby", "ClassDebrief"]
        assert "s Save" not in learner.text()


async def test_hostile_texts_are_shown_and_act_on_nothing() -> None:
    hostile = "\x1b]52;c;QUJD\x07[red]x[/red] \u202e"
    room = made.room("closed", question=hostile, asks=hostile, injected=(hostile,), content_note=hostile)
    async with attending(seated_at(room, replace(VOTED_SEAT, name=hostile, team=hostile))) as learner:
        for paused in (None, hostile):
            await learner.hear(Room(replace(room, paused=paused, poll=made.poll(title=hostile))))
            assert not {"\x1b", "\x07", "\u202e"} & set(learner.text())
        await learner.hear(Seat(made.seat(None, name=hostile)))
        assert "\x1b" not in learner.text()
