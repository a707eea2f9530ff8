"""Questions that are left out take nothing with them that the papers tell."""

from __future__ import annotations

import pytest

from simulator.cases.reading import read_case
from simulator.model.document import document_of
from simulator.practice.leaving_out import decisions_in, without, words_to_read
from tests.practice.bundled import generator, guide, questions_of
from tests.session.playing import played
from tests.session.two_friends import engine

SEEDS = range(20, 32)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_comes_to_light_after_a_question_that_is_left_out_still_does(seed: int) -> None:
    case = generator().case(seed)
    shorter = without(guide(), case, {"enquiries"})
    whole, less = played(guide(), case), played(guide(), shorter)
    assert {block.text for block in whole.told_in("assessment")} == {
        block.text for block in less.told_in("assessment")
    }
    assert any(block["after"] for phase in case["phases"] for block in phase["narrative"])


def test_a_case_without_questions_is_a_sound_one_and_can_be_played_to_its_debrief() -> None:
    case = generator().case(20)
    shorter = without(guide(), case, questions_of(case) - {"label"})
    assert read_case(document_of(shorter, "<case>"), engine()).id == case["id"]
    done = played(guide(), shorter)
    assert [
        (phase.phase, [one.question for one in phase.questions])
        for phase in done.debrief.phases
        if phase.questions
    ] == [("assessment", ["label"])]


def test_a_block_after_a_later_phase_moves_there_and_states_nothing() -> None:
    case = generator().case(20)
    report = case["phases"][0]
    moved = {"text": "Late.", "states": ["investigation"], "evidence": [], "after": "label=sexting"}
    called = next(one.called_for[0] for one in guide().due(case, "assessment") if one.question == "label")
    moved["after"] = f"label={called}"
    case = {**case, "phases": [{**report, "narrative": [*report["narrative"], moved]}, *case["phases"][1:]]}
    shorter = without(guide(), case, {"label"})
    assert all(block["text"] != "Late." for block in shorter["phases"][0]["narrative"])
    assert shorter["phases"][2]["narrative"][0] == {**moved, "states": [], "after": None}


def test_what_is_told_after_a_choice_that_is_not_called_for_stays_hidden() -> None:
    case = generator().case(20)
    first, *others = case["phases"]
    hidden = {"text": "Hidden.", "states": [], "evidence": [], "after": "enquiries=device_examination"}
    case = {
        **case,
        "phases": [first, {**others[0], "narrative": [*others[0]["narrative"], hidden]}, *others[1:]],
    }
    done = played(guide(), without(guide(), case, {"enquiries"}))
    assert all(block.text != "Hidden." for block in done.told_in("assessment"))


def test_decisions_are_counted_over_all_phases() -> None:
    case = generator().case(20)
    asked = [one.question for phase in case["phases"] for one in guide().due(case, phase["phase"])]
    assert decisions_in(guide(), case) == {each: asked.count(each) for each in asked}
    assert asked.count("role") > len(case["names"])


def test_only_papers_up_to_the_last_question_are_to_be_read() -> None:
    case = generator().case(20)
    shorter = without(guide(), case, set(case["phases"][2]["questions"]) | {"role"})
    last = sum(len(block["text"].split()) for block in case["phases"][2]["narrative"])
    assert words_to_read(case) - words_to_read(shorter) == last
