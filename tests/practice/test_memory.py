"""What is remembered: a fold over finished cases, whatever their clocks said."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.due import next_due
from simulator.practice.known import MASTERED_DAYS
from simulator.practice.memory import Memory
from simulator.practice.moments import set_right
from simulator.practice.played import Played
from tests.practice import drawn
from tests.practice.made import START, after, judged, made_syllabus, memory_of, played, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE = "worth.gold"


def _learnt(*days: float, sureness: int | None = None) -> Memory:
    return memory_of(right([RULE], day, sureness) for day in days)


@given(drawn.histories)
def test_cases_all_at_once_are_the_same_as_one_by_one(history: Sequence[Played]) -> None:
    memory = Memory()
    for one in history:
        memory = Memory.from_data(json.loads(json.dumps(memory.after(one).as_data())))
    assert memory == memory_of(history)


@given(drawn.histories)
def test_a_memory_is_the_same_after_a_round_trip_through_json(history: Sequence[Played]) -> None:
    memory = memory_of(history)
    assert Memory.from_data(json.loads(json.dumps(memory.as_data()))) == memory


@given(drawn.histories, drawn.cases)
def test_time_never_runs_backwards_in_a_card(history: Sequence[Played], more: Played) -> None:
    before = memory_of(history)
    now = before.after(more)
    back = set_right(more.at, before.latest)
    for rule, one in now.known.items():
        assert one.card.due > one.card.reviewed
        assert now.latest is None or one.card.reviewed <= now.latest
        if rule in before.known:
            reviewed = before.known[rule].card.reviewed
            assert one.card.reviewed >= (reviewed if back is None else min(reviewed, back))


@given(drawn.histories, drawn.decisions)
def test_a_clock_set_back_is_as_one_that_stood_still(history: Sequence[Played], more: Any) -> None:
    memory = memory_of(history)
    if memory.latest is None:
        return
    still = memory.after(Played("s", "c", "", memory.latest, {}, (more,)))
    for back in (None, datetime(1970, 1, 1, tzinfo=UTC)):
        assert memory.after(Played("s", "c", "", back, {}, (more,))) == still


@pytest.mark.parametrize("hours", [1, 24, 24 * 365 * 50])
def test_a_clock_set_back_forgets_nothing_that_was_learnt(hours: int) -> None:
    memory = _learnt(0, 3, 12)
    back = memory.after(right(["log.found"], 12 - hours / 24))
    assert back.known[RULE] == memory.known[RULE]
    assert back.latest == memory.latest
    assert back.known["log.found"].card.reviewed == after(12)


def test_a_clock_that_was_ten_years_ahead_freezes_nothing() -> None:
    ahead = _learnt(0, 3).after(wrong([RULE], 3650, 3)).after(right(["log.found"], 3650))
    mended = ahead.after(right(["worth.rest"], 4))
    assert mended.latest == after(4)
    assert mended.now(after(5)) == after(5)
    for rule in (RULE, "log.found"):
        before, card = ahead.known[rule].card, mended.known[rule].card
        assert card.reviewed == after(4)
        assert card.due - card.reviewed == before.due - before.reviewed
        assert (card.stability, card.difficulty) == (before.stability, before.difficulty)
    one = mended.known[RULE]
    assert (one.reviews, one.right, one.sure_errors) == (3, 2, 1)
    assert one.error is not None
    assert one.error.at == after(4)
    assert next_due(mended, made_syllabus(), after(4)) < after(365)  # type: ignore[operator]


def test_what_was_reviewed_before_the_clock_was_ahead_stays_as_it_was() -> None:
    mended = _learnt(0, 3).after(right(["log.found"], 3650)).after(right(["worth.rest"], 10))
    assert mended.known[RULE] == _learnt(0, 3).known[RULE]


def test_a_clock_at_the_end_of_the_calendar_freezes_nothing_either() -> None:
    far = replace(right([RULE]), at=datetime(9999, 12, 31, 23, tzinfo=UTC))
    assert Memory().after(far).after(right([RULE], 4)).latest == after(4)


@given(drawn.histories, st.floats(0, 400), drawn.decisions)
def test_after_a_case_at_a_plausible_moment_time_is_at_most_a_day_ahead_of_it(
    history: Sequence[Played], day: float, more: Any
) -> None:
    memory = memory_of(history).after(played(more, day=day))
    assert memory.latest is not None
    assert after(day) <= memory.latest <= after(day + 1)


def test_retention_is_told_for_the_latest_moment_known_where_a_clock_was_set_back() -> None:
    memory = _learnt(0).after(right(["log.found"], 30))
    assert memory.retention(RULE, after(2)) == memory.retention(RULE, after(30))
    assert memory.retention(RULE, after(30)) != memory.retention(RULE, after(31))


def test_a_first_case_without_a_clock_is_remembered_and_comes_due() -> None:
    memory = Memory().after(right([RULE], None))
    assert memory.latest is None
    assert memory.known[RULE].right == 1
    assert memory.known[RULE].card.due < START


def test_a_moment_in_another_time_zone_is_the_same_moment() -> None:
    from datetime import timedelta, timezone

    there = START.astimezone(timezone(timedelta(hours=-7)))
    one = right([RULE])
    assert Memory().after(replace(one, at=there)) == Memory().after(one)


def test_a_case_whose_decisions_cannot_be_read_teaches_nothing() -> None:
    memory = _learnt(0)
    unread = Played("s", "c", "", after(1), {}, None)
    assert memory.after(unread).known == memory.known


def test_reviews_right_ones_and_the_streak_are_counted() -> None:
    memory = _learnt(0, 3).after(wrong([RULE], 9, 3)).after(right([RULE], 10))
    one = memory.known[RULE]
    assert (one.reviews, one.right, one.streak, one.sure_errors) == (4, 3, 1, 1)
    assert not one.wrong_last
    assert one.error is not None
    assert (one.error.sureness, one.error.at) == (3, after(9))


@pytest.mark.parametrize(("sureness", "counted"), [(None, 0), (1, 0), (2, 1), (3, 1)])
def test_an_error_is_a_confident_one_from_a_sureness_of_two(sureness: int | None, counted: int) -> None:
    memory = Memory().after(wrong([RULE], 0, sureness))
    assert memory.known[RULE].sure_errors == counted


@pytest.mark.parametrize(
    ("days", "mastery"),
    [
        ((), "new"),
        ((0,), "learning"),
        ((0, 30), "learning"),
        ((0, 0, 0), "learning"),
        ((0, 3, 12), "mastered"),
    ],
)
def test_a_rule_is_mastered_after_three_right_reviews_that_last(days: Sequence[float], mastery: str) -> None:
    assert _learnt(*days).mastery(RULE) == mastery


def test_two_right_reviews_are_not_mastery_however_long_they_last() -> None:
    memory = _learnt(0, 300, sureness=3)
    assert memory.known[RULE].card.stability > 21
    assert memory.mastery(RULE) == "learning"


def test_an_error_ends_mastery_and_time_alone_does_not() -> None:
    memory = _learnt(0, 3, 12)
    fading = memory.retention(RULE, after(400))
    assert fading is not None
    assert fading < 0.9
    assert memory.mastery(RULE) == "mastered"
    assert memory.after(wrong([RULE], 13)).mastery(RULE) == "learning"


def test_retention_of_what_was_mastered_goes_on_falling() -> None:
    memory = _learnt(0, 3, 12)
    told = [memory.retention(RULE, after(day)) for day in (12, 30, 90, 365)]
    assert told == sorted(told, key=lambda each: -(each or 0))
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("purpose", "practised"),
    [
        ({"sort": "due", "rules": ["close.old", "close.owner"]}, "close.old"),
        ({"sort": "test", "rules": ["close.old"]}, ""),
        ({"rules": []}, ""),
        ({"rules": "close.old"}, ""),
        ({"rules": [7]}, ""),
        ({}, ""),
    ],
)
def test_the_rule_for_which_the_last_case_was_made_is_remembered(purpose: Any, practised: str) -> None:
    assert Memory().after(played(judged(RULE), purpose=purpose)).practised == practised


_GOOD = _learnt(0).after(wrong([RULE], 1, 2)).as_data()


def _spoilt(place: Sequence[Any], value: Any) -> Any:
    data = json.loads(json.dumps(_GOOD))
    inside = data
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    return data


@pytest.mark.parametrize(
    "data",
    [
        None, 3, [], {}, "memory", {"known": []},
        _spoilt(["skill"], [float("nan"), 1]),
        _spoilt(["skill"], [1.0, -1]),
        _spoilt(["skill"], [1.0]),
        _spoilt(["latest"], "yesterday"),
        _spoilt(["latest"], "2026-03-02T09:00:00"),
        _spoilt(["latest"], "0001-01-01T00:00:00+14:00"),
        _spoilt(["practised"], 3),
        _spoilt(["falls"], None),
        _spoilt(["falls"], [[after(2).isoformat(), after(1).isoformat()]]),
        _spoilt(["falls"], [[after(1).isoformat(), after(2).isoformat(), {}]]),
        _spoilt(["falls"], [[after(2).isoformat(), after(1).isoformat(), {RULE: None}]]),
        _spoilt(["known", RULE], None),
        _spoilt(["known", RULE, 0, 0], 0),
        _spoilt(["known", RULE, 0, 0], "7"),
        _spoilt(["known", RULE, 0, 1], 11),
        _spoilt(["known", RULE, 0, 2], None),
        _spoilt(["known", RULE, 2], [0, 0, 0, 0]),
        _spoilt(["known", RULE, 2], [2, 3, 0, 0]),
        _spoilt(["known", RULE, 2], [2, True, 0, 0]),
        _spoilt(["known", RULE, 3], None),
        _spoilt(["known", RULE, 3, 0], 4),
        _spoilt(["known", RULE, 3, 2], [3]),
    ],
)  # fmt: skip
def test_what_is_no_memory_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="this is no memory"):
        Memory.from_data(data)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda each: st.lists(each) | st.dictionaries(st.text(), each)
    )
)
def test_whatever_is_no_memory_is_refused_with_a_value_error(data: Any) -> None:
    with pytest.raises(ValueError, match="this is no memory"):
        Memory.from_data(data)


def test_fsrs_is_imported_when_the_first_card_is_looked_at_and_not_before() -> None:
    source = (
        "import sys; from simulator.practice import memory, due, today, syllabus; assert 'fsrs' not in sys.modules;"
        "memory.Memory(); assert 'fsrs' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", source], check=True)


def test_right_answers_of_one_day_master_nothing_however_many_they_are() -> None:
    day = memory_of(right(["close.old"], hour / 24, 3) for hour in range(12))
    assert day.known["close.old"].card.stability >= MASTERED_DAYS
    assert day.mastery("close.old") == "learning"
    second = day.after(right(["close.old"], 1, 3))
    assert second.mastery("close.old") == "learning"
    assert second.after(right(["close.old"], 2, 3)).mastery("close.old") == "mastered"


def test_the_days_on_which_a_rule_was_right_are_counted_anew_after_an_error() -> None:
    memory = memory_of(right(["close.old"], day, 3) for day in (0, 9, 30))
    assert memory.known["close.old"].right_on == 3
    wrongly = memory.after(wrong(["close.old"], 31))
    assert wrongly.known["close.old"].right_on == 0
    assert wrongly.after(right(["close.old"], 31.1)).known["close.old"].right_on == 1
