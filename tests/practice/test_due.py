"""What is due, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.practice.due import due_rules, mean_retention, next_due, resting
from simulator.practice.memory import Memory
from tests.practice import drawn
from tests.practice.made import RULES, after, judged, made_syllabus, memory_of, played, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.practice.played import Played

SYLLABUS = made_syllabus()
ORDER = ("confident_error", "error", "fading", "new")
MASTERING = (0.0, 3.0, 14.0)
"""Days on which right answers make a rule mastered, until well after day 40."""


def _due(memory: Memory, day: float) -> dict[str, str]:
    return {one.rule: one.why for one in due_rules(memory, SYLLABUS, after(day))}


def test_everything_is_new_at_first_in_the_order_of_the_guidance() -> None:
    found = due_rules(Memory(), SYLLABUS, after(0))
    assert [one.rule for one in found] == list(RULES)
    assert {(one.why, one.retention, one.known) for one in found} == {("new", None, None)}


def test_confident_errors_come_first_then_other_errors_then_what_fades_then_what_is_new() -> None:
    memory = memory_of(
        [
            right(["worth.gold", "log.found"], 0, sureness=1),
            right(["worth.paper"], 0, sureness=3),
            wrong(["worth.rest"], 20, sureness=1),
            wrong(["close.owner"], 20, sureness=2),
            wrong(["close.nobody"], 20, sureness=3),
            wrong(["close.old"], 20),
        ]
    )
    found = due_rules(memory, SYLLABUS, after(20))
    assert [(one.rule, one.why) for one in found] == [
        ("close.nobody", "confident_error"),
        ("close.owner", "confident_error"),
        ("worth.rest", "error"),
        ("close.old", "error"),
        ("log.found", "fading"),
        ("worth.gold", "fading"),
        ("worth.paper", "fading"),
        ("close.named", "new"),
    ]


def test_of_errors_of_one_kind_the_one_that_has_waited_longest_comes_first() -> None:
    memory = memory_of(
        [wrong(["close.owner"], 3, 2), wrong(["worth.gold"], 4, 2), wrong(["close.owner"], 5, 2)]
    )
    assert [one.rule for one in due_rules(memory, SYLLABUS, after(5))][:2] == ["worth.gold", "close.owner"]


def test_an_error_that_has_waited_for_more_than_a_week_comes_before_any_other() -> None:
    memory = Memory().after(wrong(["worth.gold"], 0)).after(wrong(["close.owner"], 3, 3))
    assert next(iter(_due(memory, 7))) == "close.owner"
    assert next(iter(_due(memory, 7.1))) == "worth.gold"


def test_what_fades_most_comes_first() -> None:
    memory = memory_of([right(["close.named"], 0), right(["close.old"], 2), right(["worth.gold"], 5)])
    fading = [one for one in due_rules(memory, SYLLABUS, after(40)) if one.why == "fading"]
    assert [one.rule for one in fading] == ["close.named", "close.old", "worth.gold"]
    told = [one.retention for one in fading]
    assert told == sorted(told, key=lambda each: each or 0)


def test_an_error_is_due_at_once_and_a_right_answer_is_not() -> None:
    memory = Memory().after(right(["worth.gold"], 0)).after(wrong(["close.old"], 0, 2))
    assert _due(memory, 0).get("close.old") == "confident_error"
    assert "worth.gold" not in _due(memory, 0)


@pytest.mark.parametrize(("sureness", "why"), [(None, "error"), (1, "error"), (2, "confident_error")])
def test_an_error_is_due_until_it_is_put_right(sureness: int | None, why: str) -> None:
    memory = Memory().after(wrong(["close.old"], 0, sureness))
    assert _due(memory, 0)["close.old"] == why
    assert _due(memory, 300)["close.old"] == why
    assert "close.old" not in _due(memory.after(right(["close.old"], 1)), 1)


def test_what_was_mastered_comes_due_again_when_it_falls_to_the_goal() -> None:
    memory = memory_of(right(["close.old"], day) for day in MASTERING)
    card = memory.known["close.old"].card
    days = (card.due - after(0)).days
    assert memory.mastery("close.old") == "mastered"
    assert "close.old" not in _due(memory, days - 1)
    assert _due(memory, days)["close.old"] == "fading"
    assert memory.retention("close.old", after(days)) == pytest.approx(0.9, abs=0.005)


def test_rules_that_the_guidance_no_longer_has_are_not_due() -> None:
    memory = Memory().after(wrong(["gone.since"], 0, 3))
    assert "gone.since" not in _due(memory, 5)
    assert mean_retention(memory, SYLLABUS, after(5)) is None
    assert next_due(memory, SYLLABUS, after(0)) is None


@given(drawn.histories, st.floats(0, 500))
def test_the_order_rests_on_nothing_but_the_record(history: Sequence[Played], day: float) -> None:
    memory = memory_of(history)
    shuffled = replace(memory, known=dict(reversed(list(memory.known.items()))))
    assert due_rules(memory, SYLLABUS, after(day)) == due_rules(shuffled, SYLLABUS, after(day))


@given(drawn.histories, st.floats(0, 500))
def test_the_kinds_of_what_is_due_come_in_their_order_and_each_rule_once(
    history: Sequence[Played], day: float
) -> None:
    found = due_rules(memory_of(history), SYLLABUS, after(day))
    kinds = [ORDER.index(one.why) for one in found if not one.waited]
    assert kinds == sorted(kinds)
    assert len({one.rule for one in found}) == len(found)
    sure = [
        one.known.error.sureness
        for one in found
        if one.why == "confident_error"
        and not one.waited
        and one.known is not None
        and one.known.error is not None
    ]
    assert sure == sorted(sure, key=lambda each: -(each or 0))


@given(drawn.histories, st.sampled_from(RULES), st.sampled_from([None, 1, 2, 3]), st.floats(0, 200))
def test_a_rule_answered_right_never_comes_due_sooner_than_one_answered_wrong(
    history: Sequence[Played], rule: str, sureness: int | None, day: float
) -> None:
    memory = memory_of(history)
    when = memory.now(after(day))
    ended = (when - after(0)).total_seconds() / 86400
    well = memory.after(right([rule], ended, sureness))
    badly = memory.after(wrong([rule], ended, sureness))
    assert well.known[rule].card.due >= badly.known[rule].card.due
    assert _due(badly, ended)[rule] in ("error", "confident_error")
    assert rule not in _due(well, ended)


@given(drawn.histories, st.floats(0, 300), st.floats(0, 300))
def test_what_is_due_stays_due_until_it_is_practised(
    history: Sequence[Played], day: float, more: float
) -> None:
    memory = memory_of(history)
    assert set(_due(memory, day)) <= set(_due(memory, day + more))


@given(drawn.histories, st.floats(-30_000, 300))
def test_what_is_due_does_not_change_where_the_clock_is_set_back(
    history: Sequence[Played], day: float
) -> None:
    memory = memory_of(history)
    assume(memory.latest is not None and after(day) <= memory.latest)
    assert memory.latest is not None
    now = due_rules(memory, SYLLABUS, memory.latest)
    assert due_rules(memory, SYLLABUS, after(day)) == now


def test_the_mean_retention_is_over_everything_that_was_learnt() -> None:
    memory = memory_of([right(["close.old", "worth.gold"], 0)])
    one = memory.retention("close.old", after(9))
    assert mean_retention(Memory(), SYLLABUS, after(9)) is None
    assert mean_retention(memory, SYLLABUS, after(9)) == one
    assert mean_retention(memory, SYLLABUS, after(0)) == 1.0


def test_the_next_to_come_due_is_the_first_of_those_that_were_learnt() -> None:
    memory = memory_of([right(["close.old"], 0, 3), right(["worth.gold"], 0)])
    comes = next_due(memory, SYLLABUS, after(0))
    assert comes == memory.known["worth.gold"].card.due
    assert comes is not None
    later = next_due(memory, SYLLABUS, comes)
    assert later == memory.known["close.old"].card.due


def test_a_question_whose_answer_never_varies_is_asked_until_mastered_and_then_rests_while_it_is_known() -> (
    None
):
    memory = Memory()
    for day in MASTERING:
        assert resting(memory, SYLLABUS, after(day)) == frozenset()
        memory = memory.after(right(["log.found", "close.old"], day))
    due = (memory.known["log.found"].card.due - after(0)).days
    assert resting(memory, SYLLABUS, after(14)) == {"log"}
    assert resting(memory, SYLLABUS, after(due - 1)) == {"log"}
    assert resting(memory, SYLLABUS, after(due)) == frozenset()
    assert resting(memory.after(wrong(["log.found"], 15)), SYLLABUS, after(15)) == frozenset()


def test_a_question_whose_answer_varies_never_rests() -> None:
    memory = memory_of(right(RULES, day, 3) for day in MASTERING)
    assert {memory.mastery(rule) for rule in RULES} == {"mastered"}
    assert resting(memory, SYLLABUS, after(15)) == {"log"}


def test_a_question_rests_only_when_all_of_its_rules_are_mastered() -> None:
    second = replace(SYLLABUS.rules["log.found"], rule="log.sent")
    syllabus = replace(SYLLABUS, rules={**SYLLABUS.rules, "log.sent": second})
    one = memory_of(right(["log.found"], day) for day in MASTERING)
    both = memory_of(played(judged("log.found"), judged("log.sent"), day=day) for day in MASTERING)
    assert resting(one, syllabus, after(15)) == frozenset()
    assert resting(both, syllabus, after(15)) == {"log"}
