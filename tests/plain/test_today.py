"""What to practise today: said before a case in a line or two, in full for who asks, and begun by a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.plain.practising import NEXT, NO_TEST
from simulator.plain.starting import Asked
from simulator.plain.today import test_offered as offered
from simulator.plain.today import today_in_short, today_of
from simulator.store.faults import StoreFault
from tests.plain.planned import Planned
from tests.plain.scripted import play
from tests.report.of_learner.records import NOTHING_DUE, TODAY, leaves, todays

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.today_view import TodayView
    from simulator.session.training import Training

WORDS = ("today", "due", "due 1", "practise due", "minutes 10", "record", "drill", "test")
CASE = ("1", "1", "confirm", *"2222222", "confirm", *"11111", "confirm", *"111", "confirm")


@pytest.fixture
def planned(library: Training) -> Planned:
    """Practice whose cases are those of the library."""
    return Planned(lambda mode: library.begin("little", 7, mode))


@pytest.fixture
def training(library: Training, planned: Planned) -> Training:
    """The library, with practice that is planned."""
    return replace(library, practice=planned)


@pytest.fixture
def menu(training: Training) -> Training:
    """Two packs, so that there is a menu of them."""
    [pack] = training.packs
    return replace(training, packs=[pack, replace(pack, name="second", title="Second")])


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The minutes that one test chooses are no other's."""
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "preferences" / "preferences.json"))


def said(*lines: str) -> str:
    """In single spaces."""
    return " ".join(" ".join(lines).split())


# What is said


def test_what_to_practise_and_why_is_said_before_a_case_in_two_lines(training: Training) -> None:
    told = play(training)
    assert told.index("Today: Two rules are due.") < told.index("Which case?")
    assert "First: Storing: on the shelf. It was wrong while sure. Type due to begin it" in told
    assert told.count("Today: ") == 1


def test_where_nothing_is_due_that_is_one_line(training: Training, planned: Planned) -> None:
    planned.plan = NOTHING_DUE
    assert "Today: Nothing is due.\nPractice is on" in play(training)


def test_where_nothing_fits_in_the_most_urgent_is_said(training: Training, planned: Planned) -> None:
    planned.plan = replace(TODAY, plan=())
    assert "First: Storing: on the shelf. You were sure of it." in said(play(training))


def test_who_named_a_case_is_told_nothing_of_it(training: Training) -> None:
    assert "Today: " not in play(training, asked=Asked(seed=7))


@pytest.mark.parametrize("changed", leaves(TODAY, but={"DueView.rule", "PlannedView.rule"}))
def test_every_single_thing_of_the_plan_is_told(changed: TodayView) -> None:
    assert list(today_of(changed)) != list(today_of(TODAY))


@settings(max_examples=60, deadline=None)
@given(todays(st.text(max_size=20)))
def test_any_plan_is_told(view: TodayView) -> None:
    assert len(list(today_in_short(view))) <= 4
    assert len(list(today_of(view))) >= 3


def test_today_tells_the_plan_and_all_that_is_due_by_number(training: Training) -> None:
    told = said(play(training, "today"))
    assert (
        "Planned for 25 minutes: 1. Storing: on the shelf. It was wrong while sure. About 6 minutes." in told
    )
    assert "Due, the most urgent first: 1. Storing: on the shelf. Wrong while sure." in told
    assert "2. Telling: the owner. New. It has not come up yet." in told
    assert "Known now, on average: 87%, from 40 reviews; the goal is 90%." in told
    assert "Begun. The test after practice, from 2026-03-20 on: 1 of 4 cases done. 3 cases to come." in told
    assert "Begun. A drill. Its second case comes next." in told


@pytest.mark.parametrize(("begun", "when"), [(True, None), (False, "2026-03-20"), (False, None)])
def test_a_test_that_is_begun_or_waits_for_a_day_is_said_before_a_case(
    training: Training, planned: Planned, begun: bool, when: str | None
) -> None:
    planned.plan = replace(TODAY, test=replace(TODAY.test, begun=begun, from_when=when))  # type: ignore[type-var]
    told = said(play(training))
    assert ("The test after practice" in told) == (begun or when is not None)
    assert ("Begun. The test after practice" in told) == begun


@pytest.mark.parametrize("begun", [True, False])
def test_a_drill_that_is_begun_is_said_before_a_case(
    training: Training, planned: Planned, begun: bool
) -> None:
    planned.plan = replace(TODAY, drill=replace(TODAY.drill, begun=begun))  # type: ignore[type-var]
    assert ("Begun. A drill. Its second case comes next." in said(play(training))) == begun


def test_of_few_reviews_no_share_is_told() -> None:
    few = " ".join(today_of(replace(TODAY, reviews=9)))
    assert "Known now, on average: too few to say (9 reviews); the goal is 90%." in few
    assert "87%" not in few


def test_no_id_of_a_rule_tells_beforehand_what_is_called_for() -> None:
    told = " ".join(today_of(TODAY))
    rules = [one.rule for one in TODAY.due] + [one.rule for one in TODAY.plan]
    assert not [rule for rule in rules if rule in told]


def test_what_is_told_in_the_same_words_is_told_once_and_begun_by_one_number(
    training: Training, planned: Planned
) -> None:
    first, second = TODAY.due
    alike = replace(second, rule="tell.police")
    planned.plan = replace(TODAY, due=(second, first, alike))
    told = said(play(training, "today", "due 2", "leave"))
    assert "1. Telling: the owner. New. It has not come up yet. 2 rules. 2. Storing: on the shelf." in told
    assert planned.begun == [("begin_rule", first.rule)]
    play(training, "2", "due 1", "leave")
    assert planned.begun[1:] == [("begin_rule", second.rule)]


def test_hostile_texts_come_out_inert(training: Training, planned: Planned) -> None:
    planned.plan = replace(TODAY, said="a\x1b[2Jb\u202ec")
    assert not {"\x1b", "\u202e"} & set(play(training, "today"))


# What is begun


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("due", ("begin_due", 30)),
        ("Practise DUE", ("begin_due", 30)),
        ("due 2", ("begin_rule", "tell.owner")),
        ("drill", ("begin_drill",)),
        ("test", ("begin_test", "after")),
    ],
)
def test_a_word_begins_a_case(
    training: Training, planned: Planned, line: str, begun: tuple[object, ...]
) -> None:
    planned.plan = replace(TODAY, test=replace(TODAY.test, from_when=None))  # type: ignore[type-var]
    told = play(training, line, "leave")
    assert planned.begun == [begun]
    assert "Three things on a bench" in told
    assert told.index("Nobody is hurt in it.") < told.index("Three things on a bench")
    assert ("Assessment is on" in told) == (line == "test")
    assert len(training.store.unfinished()) == 1


def test_what_is_due_is_begun_by_its_number_in_the_menu(menu: Training, planned: Planned) -> None:
    told = play(menu, "3", "leave")
    assert (
        "2. Second (about 25 minutes)\n3. Practise what is due\n4. What to practise today, and why\n" in told
    )
    assert planned.begun == [("begin_due", 30)]


def test_the_menu_does_what_it_says(menu: Training, planned: Planned) -> None:
    planned.plan = replace(TODAY, test=replace(TODAY.test, from_when=None))  # type: ignore[type-var]
    told = play(menu, "4", "5", "8", "7")
    listed = said(told)
    assert (
        "6. A drill: the facts of one subject change, and nothing else. Its second case comes next." in listed
    )
    assert "7. The test after practice, case 2 of 4. 3 cases to come. 8. Switch to assessment" in listed
    assert "Planned for 25 minutes" in told
    assert "Learner heron-42" in told
    assert "Switch to practice" in told
    assert planned.begun == [("begin_test", "after")]


def test_the_menu_offers_nothing_to_begin_where_nothing_is_due(menu: Training, planned: Planned) -> None:
    planned.plan = NOTHING_DUE
    told = play(menu, "3")
    assert "Practise what is due" not in told
    assert "The test" not in told
    assert "Nothing is planned for 30 minutes." in told


def test_minutes_are_for_the_plan_and_for_what_is_begun(training: Training, planned: Planned) -> None:
    play(training, "minutes 10", "due", "leave")
    assert ("today", 10) in planned.asked
    assert planned.begun == [("begin_due", 10)]


def test_minutes_are_those_that_were_chosen_the_last_time(training: Training, planned: Planned) -> None:
    play(training, "minutes 17", "leave")
    play(training, "leave")
    assert planned.asked[-1] == ("today", 17)


def test_minutes_that_cannot_be_kept_hold_all_the_same(
    training: Training, planned: Planned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "file" / "preferences.json"))
    assert "could not be saved in" in said(play(training, "minutes 17", "leave"))
    assert planned.asked[-1] == ("today", 17)


@pytest.mark.parametrize(
    "line", ["minutes", "minutes 0", "minutes 601", "minutes ten", "minutes -5", "due 3", "due x"]
)
def test_a_number_that_does_not_fit_is_told(training: Training, planned: Planned, line: str) -> None:
    assert "does not fit here: type a number from 1 to" in play(training, line)
    assert planned.begun == []


def test_a_number_where_nothing_is_due_is_told(training: Training, planned: Planned) -> None:
    planned.plan = NOTHING_DUE
    told = play(training, "due 1", "due")
    assert "Nothing is due.\n" in told
    assert "Nothing is due now.\n" in told
    assert planned.begun == []


def test_a_test_that_makes_sense_later_is_told_and_not_begun(training: Training, planned: Planned) -> None:
    assert TODAY.test is not None
    told = " ".join(play(training, "test").split())
    assert offered(TODAY.test) in told
    assert "Type test now" not in told
    assert planned.begun == []


def test_where_there_is_no_test_that_is_said(training: Training, planned: Planned) -> None:
    planned.plan = NOTHING_DUE
    assert NO_TEST in play(training, "test")


def test_after_the_debrief_the_next_is_a_word_away(training: Training, planned: Planned) -> None:
    told = play(training, "due", *CASE, "help", "due", "leave")
    assert told.index("Debrief.") < told.index(NEXT) < told.rindex("due 3: a case for number 3")
    assert len(planned.begun) == 2
    assert len(training.store.unfinished()) == 1


def test_in_a_case_no_other_is_begun_by_these_words(training: Training, planned: Planned) -> None:
    told = play(training, "7", *WORDS, "help", "leave")
    assert planned.begun == []
    assert "today: what to practise today" not in told


def test_the_words_are_in_the_help_before_a_case(training: Training) -> None:
    assert "minutes 10: plan for ten minutes." in play(training, "help")


def test_the_words_work_where_one_can_go_on(training: Training, planned: Planned) -> None:
    play(training, "7", "leave")
    play(training, "due", "leave")
    assert planned.begun == [("begin_due", 30)]


# What goes wrong


@pytest.mark.parametrize(
    "fault",
    [
        StoreFault("The disk is full."),
        UsageFault("The disk is full."),
        InputFault([Fault(Place("x.yaml", 1, 1), "The disk is full.", "make room")]),
    ],
    ids=lambda fault: type(fault).__name__,
)
@pytest.mark.parametrize(
    ("line", "method"), [("due", "begin_due"), ("drill", "begin_drill"), ("record", "record")]
)
def test_a_fault_is_told_and_another_case_can_be_played(
    training: Training, planned: Planned, fault: Exception, line: str, method: str
) -> None:
    planned.fails = {method: fault}
    told = play(training, line, "7", "leave")
    assert "The disk is full." in told
    assert "Three things on a bench" in told


def test_where_the_plan_cannot_be_read_that_is_said_and_cases_are_offered(
    menu: Training, planned: Planned
) -> None:
    planned.fails = {"today": StoreFault("The disk is full.")}
    told = play(menu, "1", "7", "leave")
    assert told.count("The disk is full.") == 1
    assert "2. Second (about 25 minutes)\n3. Switch to assessment\n" in told
    assert "Three things on a bench" in told


# Without practice


@pytest.mark.parametrize("line", WORDS)
def test_without_practice_its_words_are_none(library: Training, line: str) -> None:
    assert "A seed is" in play(library, line)


def test_without_practice_nothing_of_it_is_offered(library: Training) -> None:
    [pack] = library.packs
    told = play(replace(library, packs=[pack, replace(pack, name="second")]), "help", "1", "7", *CASE, "help")
    assert "Debrief." in told
    assert not [word for word in ("Today:", "due", "drill", "Your record", NEXT) if word in told]
