"""The last cases."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from simulator.practice.cases_kept import LAST, LONGEST, CasesKept, case_kept, case_views, in_utc
from simulator.practice.played import Played
from tests.practice.judged import DAY, judged, played, some_cases, unread

NONE = CasesKept(())


def test_a_case_has_its_day_its_decisions_and_why_it_was_played() -> None:
    case = played(judged(), judged(mark="mistake"), judged(mark="silent"), purpose={"sort": "due"})
    [row] = case_views(NONE.after(case))
    assert (row.session, row.title, row.day) == ("s1", "A lost umbrella", "2024-05-01")
    assert (row.decisions, row.right, row.purpose, row.left_out) == (2, 1, "for what was due", "")


def test_the_latest_comes_first_and_no_more_than_the_last_are_kept() -> None:
    kept = NONE
    for case in some_cases(1, LAST + 5):
        kept = kept.after(case)
    assert len(kept.cases) == LAST
    assert [one.session for one in case_views(kept)] == [f"s{number}" for number in range(LAST + 4, 4, -1)]


def test_one_that_could_not_be_judged_is_listed_with_no_decisions() -> None:
    [row] = case_views(NONE.after(unread()))
    assert (row.title, row.decisions, row.right) == ("Of another edition", 0, 0)


def test_what_is_left_out_stands_where_it_was_played_with_its_reason() -> None:
    kept = NONE.after(played(session="s1")).after(played(session="s3", at=DAY + timedelta(hours=2)))
    out = played(session="s2", at=DAY + timedelta(hours=1))
    rows = case_views(kept, [(out, "somebody\x1b else played")])
    assert [one.session for one in rows] == ["s3", "s2", "s1"]
    assert [bool(one.left_out) for one in rows] == [False, True, False]
    assert "\x1b" not in rows[1].left_out


def test_a_day_is_told_in_utc() -> None:
    late = datetime(2024, 5, 2, 1, tzinfo=timezone(timedelta(hours=2)))
    assert in_utc(late) == "2024-05-01T23:00:00+00:00"


@pytest.mark.parametrize("at", [None, datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))])
def test_a_case_without_a_day_has_none(at: datetime | None) -> None:
    assert case_views(NONE.after(played(at=at)))[0].day == ""


def test_a_title_is_kept_as_far_as_a_list_can_show_it() -> None:
    kept = case_kept(Played("s", "c", "\x1b" + "long " * 1000, DAY, {}, ()))
    assert len(kept.title) == LONGEST
    assert "\x1b" not in kept.title
