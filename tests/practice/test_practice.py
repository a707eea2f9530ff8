"""Practice makes cases for what is due, never one that the learner met, and keeps why each was played."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import UsageFault
from simulator.practice.left_out import LISTED
from simulator.practice.test_building import CASES, ENOUGH
from simulator.store.faults import StoreFault
from tests.practice.bundled import CoreMaker, case_of, desk_at, generator, level_of, purpose_of, questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from simulator.practice.making import Met, Wish
    from tests.practice.bundled import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_at(tmp_path)


def _next(seeds: Iterator[int], _below: int) -> int:
    return next(seeds)


def all_right(_question: str, _subject: str) -> bool:
    return False


def outcomes_wrong(question: str, _subject: str) -> bool:
    return question == "outcome"


def deletion_wrong(question: str, _subject: str) -> bool:
    return question == "deletion"


def test_the_case_is_for_the_first_of_todays_plan(desk: Desk) -> None:
    for _ in range(3):
        planned = desk.practice.today(30).plan[0].rule
        runner = desk.practice.begin_due(30)
        assert purpose_of(desk.store, runner)["sort"] == "due"
        assert purpose_of(desk.store, runner)["rules"] == [planned]
        assert planned in case_of(desk.store, runner)["exercises"]["rules"]
        desk.play(runner, outcomes_wrong)


def test_what_was_wrong_with_confidence_comes_back_first(desk: Desk) -> None:
    desk.play(desk.practice.begin_due(60), outcomes_wrong)
    assert desk.practice.today().due[0].why_due == "confident_error"
    runner = desk.practice.begin_due(60)
    assert purpose_of(desk.store, runner)["rules"][0].startswith("outcome.")


def test_it_is_made_beside_what_the_learner_took_it_for_and_the_mistakes_of_lately(desk: Desk) -> None:
    desk.play(desk.practice.begin_due(60), outcomes_wrong)
    desk.practice.begin_due(60)
    wish = desk.maker.wishes[-1]
    assert wish.kinds
    assert all(each.startswith("outcome.") for each in wish.beside)


def test_ten_minutes_get_ten_minutes_worth(desk: Desk) -> None:
    runner = desk.practice.begin_due(10)
    purpose, case = purpose_of(desk.store, runner), case_of(desk.store, runner)
    assert purpose["shortened"] is True
    whole = generator().case(1)
    assert len(questions_of(case)) < len(questions_of(whole))
    assert desk.maker.vouched == [case]
    desk.play(runner)
    assert desk.practice.record().cases == 1


def test_with_time_enough_nothing_is_left_out(desk: Desk) -> None:
    assert purpose_of(desk.store, desk.practice.begin_due(600))["shortened"] is False


def test_no_case_is_met_twice(tmp_path: Path) -> None:
    for desk in desk_at(tmp_path):
        desk.practice._chance = partial(_next, iter([5, 5, 5, 6]))
        first = desk.practice.begin_rule("label.suspected")
        second = desk.practice.begin_rule("label.suspected")
        assert case_of(desk.store, first)["seed"] == 5
        assert case_of(desk.store, second)["seed"] == 6


def test_a_rule_that_no_pack_exercises_is_passed_over(tmp_path: Path) -> None:
    for desk in desk_at(tmp_path):
        first = desk.practice.today().plan[0].rule
        desk.maker.none = {first: "No case of core has it."}
        assert purpose_of(desk.store, desk.practice.begin_due())["rules"] != [first]
        with pytest.raises(UsageFault, match="No case of core has it"):
            desk.practice.begin_rule(first)


def test_where_none_can_be_made_a_written_one_is_played(tmp_path: Path) -> None:
    class Written(CoreMaker):
        def case(self, wish: Wish) -> Mapping[str, Any]:
            raise UsageFault("None can be made.")

        def written(self, rule: str, met: Met) -> Mapping[str, Any]:
            assert "core-77" not in met
            return generator().case(77)

    for desk in desk_at(tmp_path, Written()):
        assert case_of(desk.store, desk.practice.begin_rule("victim.state-crime"))["id"] == "core-77"


def test_a_fault_of_the_store_is_not_taken_for_a_rule_without_a_case(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> bool:
        raise StoreFault("The disk is full.")

    monkeypatch.setattr(desk.store, "met", refuse)
    for begin in (desk.practice.begin_due, desk.practice.begin_drill):
        with pytest.raises(StoreFault, match="The disk is full"):
            begin()


def test_a_rule_that_there_is_not_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageFault, match=r"There is no rule 'nothing\.such' to practise"):
        desk.practice.begin_rule("nothing.such")


def test_where_nothing_is_due_it_says_when_something_will_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.play(desk.practice.begin_due())
    monkeypatch.setattr("simulator.practice.practice.due_rules", lambda *_: [])
    with pytest.raises(UsageFault, match=r"Nothing is due now\. The next rule comes due on 2026-"):
        desk.practice.begin_due()


def test_the_second_case_of_a_drill_comes_after_another(desk: Desk) -> None:
    purposes = []
    for _ in range(4):
        runner = desk.practice.begin_drill()
        purposes.append(purpose_of(desk.store, runner))
        desk.play(runner)
    assert [(one["number"], one["drill"]) for one in purposes] == [
        (1, purposes[0]["drill"]),
        (1, purposes[1]["drill"]),
        (2, purposes[0]["drill"]),
        (2, purposes[1]["drill"]),
    ]
    shown = desk.practice.record().independence
    assert shown.drills == 2
    assert shown.compared > 0
    assert shown.moved == 0


def test_answers_about_others_that_move_lower_the_index(desk: Desk) -> None:
    for wrong in (all_right, all_right, outcomes_wrong):
        desk.play(desk.practice.begin_drill(), wrong)
    shown = desk.practice.record().independence
    assert shown.drills == 1
    assert shown.moved > 0


def test_a_test_is_of_three_cases_as_assessment_that_ask_the_same(desk: Desk) -> None:
    asked = []
    for number in range(1, CASES + 1):
        runner = desk.practice.begin_test("before")
        purpose = purpose_of(desk.store, runner)
        assert (purpose["sort"], purpose["stage"]) == ("test", "before")
        assert (purpose["number"], purpose["of"]) == (number, CASES)
        assert runner.view.mode == "assessment"
        asked.append([phase["questions"] for phase in case_of(desk.store, runner)["phases"]])
        desk.play(runner)
    assert asked[1:] == asked[:-1]
    assert [one.cases for one in desk.practice.record().tests] == [CASES]
    assert desk.practice.today().test is None
    with pytest.raises(UsageFault, match="makes sense after more of it"):
        desk.practice.begin_test("after")


def test_the_last_case_of_a_test_begun_twice_counts_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(CASES - 1):
        desk.play(desk.practice.begin_test("before"))
    monkeypatch.setattr(desk.store, "unfinished", list)  # as where two programs begin it at once
    for runner in [desk.practice.begin_test("before") for _ in range(2)]:
        assert purpose_of(desk.store, runner)["number"] == CASES
        desk.play(runner)
    assert [one.cases for one in desk.practice.record().tests] == [CASES]


def test_practice_in_between_brings_on_the_next_test(desk: Desk) -> None:
    for _ in range(CASES):
        desk.play(desk.practice.begin_test("before"))
    while desk.practice.today().test is None:
        desk.play(desk.practice.begin_due(60))
    found = desk.practice.today().test
    assert found is not None
    assert found.stage == "after"
    assert sum(row.reviews for row in desk.practice.record().rules) >= ENOUGH
    for _ in range(CASES):
        desk.play(desk.practice.begin_test("after"))
    found = desk.practice.today().test
    assert found is not None
    assert (found.stage, found.from_when is not None) == ("delayed", True)
    desk.clock.go_on(days=28)
    found = desk.practice.today().test
    assert found is not None
    assert found.from_when is None
    desk.practice.begin_test("delayed")


def test_a_case_that_is_left_out_is_listed_with_its_reason(desk: Desk) -> None:
    session = desk.play(desk.practice.begin_due())
    desk.practice.leave_out(session, "a colleague was at the keyboard")
    record = desk.practice.record()
    assert record.cases == 0
    assert [(row.session, row.left_out) for row in record.last_cases] == [
        (session, "a colleague was at the keyboard")
    ]


def test_cases_left_out_that_are_damaged_or_of_another_guidance_take_nothing_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged, other, good = (desk.play(desk.practice.begin_due(15)) for _ in range(3))
    for session in (damaged, other, good):
        desk.practice.leave_out(session, "a colleague was at the keyboard")
    load = desk.store.load

    def loaded(session: str) -> list[dict[str, Any]]:
        if session == damaged:
            raise StoreFault("A saved event is damaged.")
        begun, *more = load(session)
        return [
            begun | {"data": begun["data"] | {"guidance": "another"}} if session == other else begun,
            *more,
        ]

    monkeypatch.setattr(desk.store, "load", loaded)
    assert [row.session for row in desk.practice.record().last_cases] == [good]


def test_cases_left_out_of_which_nothing_can_be_shown_take_no_place_from_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.play(desk.practice.begin_due(15))
    gone = {f"gone-{number}": "none" for number in range(LISTED)}
    monkeypatch.setattr(desk.store, "left_out", lambda: {session: "not mine", **gone})
    assert session in [row.session for row in desk.practice.record().last_cases if row.left_out]


def test_a_clock_that_was_behind_makes_nothing_look_forgotten(desk: Desk) -> None:
    desk.play(desk.practice.begin_due(60))
    known = desk.practice.today().retention
    desk.clock.go_on(days=-2200)
    desk.play(desk.practice.begin_due(20))
    desk.clock.go_on(days=2200)
    for shown in (desk.practice.today().retention, desk.practice.record().retention):
        assert shown == pytest.approx(known, abs=0.02)


def test_rebuilding_changes_nothing(desk: Desk) -> None:
    for _ in range(2):
        desk.play(desk.practice.begin_due(), outcomes_wrong)
    before = desk.practice.record()
    desk.practice.rebuild()
    assert desk.practice.record() == before


def test_a_confident_error_on_a_rule_whose_answer_never_varies_is_asked_again_at_once(desk: Desk) -> None:
    desk.play(desk.practice.begin_rule("deletion.doubted"), deletion_wrong)
    assert desk.practice.today().due[0].rule.startswith("deletion.")
    desk.play(desk.practice.begin_due(20))
    runner = desk.practice.begin_due(20)
    assert "deletion" in questions_of(case_of(desk.store, runner))


def test_what_enter_plays_is_the_next_of_the_plan_beside_what_was_practised_last(desk: Desk) -> None:
    confusable = desk.practice._syllabus
    desk.play(desk.practice.begin_due(60), outcomes_wrong)
    beside = 0
    for _ in range(6):
        planned, last = desk.practice.today(30).plan[0].rule, desk.practice._kept().progress.memory.practised
        runner = desk.practice.begin_due(30)
        assert purpose_of(desk.store, runner)["rules"] == [planned]
        beside += planned in confusable.rules[last].confusable
        desk.play(runner, outcomes_wrong)
        desk.clock.go_on(hours=3)
    assert beside >= 3


def test_rules_without_a_case_do_not_stand_in_the_way_and_are_not_due_any_more(tmp_path: Path) -> None:
    for desk in desk_at(tmp_path):
        rules = [one.rule for one in desk.practice.today(600).plan]
        desk.maker.none = dict.fromkeys(rules[:20], "No case of core has it.")
        assert purpose_of(desk.store, desk.practice.begin_due())["rules"] == [rules[20]]
        assert not {one.rule for one in desk.practice.today().due} & {*rules[:20]}
        desk.maker.none = dict.fromkeys(desk.practice._syllabus.rules, "No case of core has it.")
        for _ in range(2):
            with pytest.raises(UsageFault, match="No case of core has it"):
                desk.practice.begin_due()


def test_a_case_of_another_guidance_cannot_be_left_out_here(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.play(desk.practice.begin_due(15))
    load = desk.store.load
    other = [{**one, "data": {**one["data"], "guidance": "another\x1b"}} for one in load(session)]
    monkeypatch.setattr(desk.store, "load", lambda _: other)
    for correct in (desk.practice.leave_out, desk.practice.count_again):
        with pytest.raises(UsageFault, match="one of the guidance another"):
            correct(session, "a colleague was at the keyboard")
    assert not desk.store.left_out()


def test_of_a_test_of_which_a_case_is_left_out_that_case_is_played_again(desk: Desk) -> None:
    sessions = [desk.play(desk.practice.begin_test("before")) for _ in range(CASES)]
    desk.practice.leave_out(sessions[1], "a colleague was at the keyboard")
    found = desk.practice.today().test
    assert found is not None
    assert (found.stage, found.done) == ("before", CASES - 1)
    assert desk.practice.record().tests == ()
    runner = desk.practice.begin_test("before")
    assert purpose_of(desk.store, runner)["number"] == 2
    desk.play(runner)
    assert [one.cases for one in desk.practice.record().tests] == [CASES]


def test_the_cases_of_a_test_are_of_one_level(desk: Desk) -> None:
    levels = []
    for _ in range(CASES):
        runner = desk.practice.begin_test("before")
        levels.append(level_of(case_of(desk.store, runner)["seed"]))
        assert purpose_of(desk.store, runner)["unequal"] is False
        desk.play(runner)
    assert len(set(levels)) == 1


def test_a_case_of_a_test_that_is_not_equal_is_told_to_be_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.play(desk.practice.begin_test("before"))
    monkeypatch.setattr(desk.maker, "levels", lambda cases: ["another"] * len(cases), raising=False)
    desk.play(desk.practice.begin_test("before"))
    told = [one.purpose for one in desk.practice.record().last_cases]
    assert told == [
        "test before practice, case 2 of 3, not as difficult as the others",
        "test before practice, case 1 of 3",
    ]
