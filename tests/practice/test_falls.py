"""Whatever clocks say: reviews stay in the order of the chain, and a clock that was behind or ahead does no harm."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.practice.due import due_rules, mean_retention, next_due
from simulator.practice.falls import MOST
from simulator.practice.memory import Memory
from simulator.practice.moments import EARLIEST, LATEST
from tests.practice import drawn
from tests.practice.made import RULES, START, after, made_syllabus, memory_of, played, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.practice.played import Played

CENTURY = timedelta(days=36_500)
stamps = st.one_of(
    st.datetimes(timezones=st.just(UTC)),
    st.floats(-4000, 4000).map(after),
    st.floats(0, 60).map(after),
    st.sampled_from([datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC)]),
    st.sampled_from([START + timedelta(days=days, hours=-hours) for days in (0, 30) for hours in (0, 1, 25)]),
)
clocks = st.lists(st.one_of(st.none(), stamps), min_size=1, max_size=10)
"""What clocks said when cases ended, of which a rule was reviewed in each."""


def folded(cases: Sequence[Played]) -> Memory:
    memory = Memory()
    for one in cases:
        memory = Memory.from_data(json.loads(json.dumps(memory.after(one).as_data())))
    return memory


@given(clocks, st.one_of(st.none(), stamps))
@example([after(0), after(-2200), after(9)], after(9))
@example([after(0), datetime(9999, 12, 31, tzinfo=UTC), after(1)], datetime(9999, 12, 31, tzinfo=UTC))
def test_whatever_clocks_say_reviews_stay_in_the_order_of_the_chain(
    said: list[datetime | None], now: datetime | None
) -> None:
    rules = [RULES[number % len(RULES)] for number in range(len(said))]
    memory = folded([replace(right([rule]), at=at) for rule, at in zip(rules, said, strict=True)])
    shown = memory.righted(now)
    last = {rule: number for number, rule in enumerate(rules)}
    in_order = sorted(last, key=lambda rule: last[rule])
    for each in (memory, shown):
        reviewed = [each.known[rule].card.reviewed for rule in in_order]
        assert reviewed == sorted(reviewed)
        assert reviewed[-1] <= (each.latest or EARLIEST)
        assert len(each.falls) <= MOST


@given(drawn.histories, clocks, stamps)
def test_nothing_comes_due_before_its_review_or_centuries_after_it(
    history: Sequence[Played], said: list[datetime | None], now: datetime
) -> None:
    memory = memory_of((replace(right(RULES[:2]), at=at) for at in said), memory_of(history))
    shown = memory.righted(now)
    for one in shown.known.values():
        assert EARLIEST <= one.card.reviewed <= LATEST
        assert timedelta(days=1) <= one.card.due - one.card.reviewed <= CENTURY
    if now.year >= 2000:
        ahead = max(now, START.replace(year=2000)) + timedelta(days=1)
        assert all(one.card.reviewed <= ahead for one in shown.known.values())
    due_rules(shown, made_syllabus(), now)
    next_due(shown, made_syllabus(), now)
    mean_retention(shown, made_syllabus(), now)


@pytest.mark.parametrize(("behind", "days_behind"), [(2, 0), (30, 0), (30, 12), (2200, 1), (2200, 12)])
def test_a_clock_that_was_behind_for_a_while_takes_and_gives_no_time(behind: int, days_behind: int) -> None:
    learnt = folded([right(RULES[:3], 0), right(RULES[:2], 3), wrong([RULES[0]], 40, 3)])
    there = learnt.after(right([RULES[1]], 41 - behind)).after(right([RULES[4]], 41 + days_behind - behind))
    back = there.righted(after(50 + days_behind))
    assert back.latest == after(40)
    assert back.falls == ()
    for rule in (RULES[0], RULES[2]):
        assert back.known[rule] == learnt.known[rule]
    stood_still = learnt.after(right([RULES[1]], 40)).known[RULES[1]].card
    assert back.known[RULES[1]].card.stability <= stood_still.stability
    assert back.known[RULES[1]].card.reviewed == after(40)
    assert back.known[RULES[4]].card.reviewed == after(40)
    again = there.after(right([RULES[5]], 50 + days_behind))
    assert again.known[RULES[0]] == learnt.known[RULES[0]]
    assert again.latest == after(50 + days_behind)


def test_errors_are_as_old_as_they_were_once_a_clock_that_was_behind_is_right() -> None:
    learnt = folded([wrong(RULES[:2], 10, 3), right(RULES[:2], 40)])
    there = learnt.after(right([RULES[0]], -2200)).after(wrong([RULES[1]], -2199, 1))
    back = there.righted(after(41))
    assert back.known[RULES[0]].error == learnt.known[RULES[0]].error
    error = back.known[RULES[1]].error
    assert error is not None
    assert error.at == after(40)


def test_a_clock_that_was_behind_twice_is_righted_at_once() -> None:
    learnt = folded([right(RULES[:3], 0), right(RULES[:2], 100)])
    there = learnt.after(right([RULES[3]], -1000)).after(right([RULES[4]], -1500))
    assert len(there.falls) == 2
    back = there.righted(after(101))
    assert (back.latest, back.falls) == (after(100), ())
    for rule in RULES[:3]:
        assert back.known[rule] == learnt.known[rule]
    for rule in RULES[3:5]:
        assert back.known[rule].card.reviewed == after(100)


def test_what_is_due_is_told_by_the_clock_that_is_right_again_before_another_case() -> None:
    learnt = folded([right(RULES, 0), right(RULES, 3), right(RULES, 12)])
    there = learnt.after(right([RULES[0]], -2200))
    assert {one.why for one in due_rules(there, made_syllabus(), after(13))} == {"fading"}
    assert due_rules(there.righted(after(13)), made_syllabus(), after(13)) == []


def test_a_clock_that_was_ahead_and_comes_to_that_day_step_by_step_was_right() -> None:
    memory = folded([right([RULES[0]], 0), right([RULES[1]], 20), right([RULES[2]], 1)])
    assert [one.latest for one in memory.falls] == [after(20)]
    for day in range(2, 25):
        memory = memory.after(right([RULES[3]], day))
    assert memory.falls == ()
    assert memory.known[RULES[1]].card.reviewed == after(1)
    assert memory.latest == after(24)


def test_looking_at_it_by_a_clock_that_is_right_changes_nothing() -> None:
    memory = folded([right(RULES, 0), right(RULES, 3)])
    for now in (after(3), after(2.5), after(400), datetime(1970, 1, 1, tzinfo=UTC), None):
        assert memory.righted(now) is memory


def test_a_clock_ahead_is_seen_through_before_another_case() -> None:
    memory = folded([right([RULES[0]], 0), wrong([RULES[1]], 3650)])
    shown = memory.righted(after(1))
    assert shown.known[RULES[1]].card.reviewed == after(1)
    assert shown.now(after(1)) == after(1)


def test_falls_are_kept_to_a_few() -> None:
    memory = folded([played(day=0), *(right(RULES, -10 * number) for number in range(12))])
    assert len(memory.falls) == MOST
