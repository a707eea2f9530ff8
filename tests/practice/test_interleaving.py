"""The order of practice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.practice.due import PATIENCE, Due, due_rules
from simulator.practice.interleaving import interleaved, practised_last
from simulator.practice.memory import Memory
from tests.practice import drawn
from tests.practice.made import RULES, after, judged, made_syllabus, memory_of, played, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.practice.played import Played

SYLLABUS = made_syllabus()
VARYING = [one for one in SYLLABUS.rules.values() if not one.alone]
ORDER = ("confident_error", "error", "fading", "new")
new = st.sampled_from(list(SYLLABUS.rules.values())).map(lambda matter: Due(matter, "new"))


def _last(rule: str) -> Due | None:
    return Due(SYLLABUS.rules[rule], "fading") if rule else None


def _rules(due: Sequence[Due]) -> list[str]:
    return [one.rule for one in due]


@given(st.lists(new, max_size=9), st.sampled_from(["", *RULES]))
def test_never_comes_the_same_rule_twice_running_while_another_is_there(due: list[Due], last: str) -> None:
    order = interleaved(due, _last(last))
    left = Counter(_rules(due))
    for one in order:
        if one.rule == last:
            assert set(left) == {last}
        left -= Counter([one.rule])
        last = one.rule
    assert not left


@given(drawn.histories, st.floats(0, 400))
def test_nothing_is_lost_or_added_and_the_order_is_always_the_same(
    history: Sequence[Played], day: float
) -> None:
    memory = memory_of(history)
    due = due_rules(memory, SYLLABUS, after(day))
    order = interleaved(due, practised_last(memory, SYLLABUS))
    assert Counter(_rules(order)) == Counter(_rules(due))
    assert interleaved(list(due), practised_last(memory, SYLLABUS)) == order


@given(drawn.histories, st.floats(0, 400))
def test_confident_errors_come_first_and_each_kind_after_the_more_urgent_ones(
    history: Sequence[Played], day: float
) -> None:
    due = due_rules(memory_of(history), SYLLABUS, after(day))
    ranked = [(not one.waited, ORDER.index(one.why)) for one in interleaved(due) if one.leads]
    kinds = [rank if rank[0] else (False, 0) for rank in ranked]
    assert kinds == sorted(kinds)


def test_the_rule_that_was_practised_last_is_put_off_even_where_it_is_the_most_urgent() -> None:
    memory = Memory().after(wrong(["close.old"], 0, 3)).after(right(["worth.gold"], 0))
    due = due_rules(memory, SYLLABUS, after(30))
    assert _rules(interleaved(due))[0] == "close.old"
    order = _rules(interleaved(due, _last("close.old")))
    assert order[:2] == ["worth.gold", "close.old"]


def test_the_only_rule_that_is_due_is_practised_again() -> None:
    due = [Due(SYLLABUS.rules["close.old"], "new")]
    assert interleaved(due, _last("close.old")) == due


def test_beside_a_rule_stands_one_that_it_is_confused_with() -> None:
    due = [
        Due(SYLLABUS.rules[rule], "new") for rule in ("close.owner", "worth.gold", "close.named", "close.old")
    ]
    assert _rules(interleaved(due)) == ["close.owner", "close.old", "close.named", "worth.gold"]


def test_rules_that_call_for_the_same_are_not_put_beside_each_other_for_that() -> None:
    due = [Due(SYLLABUS.rules[rule], "new") for rule in ("close.owner", "worth.gold", "close.named")]
    assert _rules(interleaved(due)) == ["close.owner", "worth.gold", "close.named"]


def test_the_nearest_of_those_that_are_confusable_stands_beside() -> None:
    near = replace(SYLLABUS.rules["close.owner"], confusable=("close.old", "close.nobody"))
    due = [Due(near, "new"), *(Due(SYLLABUS.rules[rule], "new") for rule in ("close.nobody", "close.old"))]
    assert _rules(interleaved(due))[:2] == ["close.owner", "close.old"]


def test_a_confusion_of_the_learners_own_is_nearer_than_any_other() -> None:
    rules = ("close.owner", "close.nobody", "close.old")
    wrongly = [
        judged("close.owner", mark="mistake", sureness=3, chosen="sell"),
        judged("close.nobody", mark="mistake", sureness=2, chosen="return"),
        judged("close.old", mark="mistake", sureness=2, chosen="keep"),
    ]
    for chosen, second in (("sell", "close.old"), ("keep", "close.nobody")):
        first = replace(wrongly[0], chosen=(chosen,))
        others = [replace(one, chosen=("none",)) for one in wrongly[1:]]
        due = due_rules(Memory().after(played(first, *others)), SYLLABUS, after(0))
        assert _rules(interleaved(due))[:2] == ["close.owner", second]
        assert set(_rules(due)[:3]) == set(rules)


def test_a_rule_whose_question_has_one_answer_comes_after_all_others_unless_it_was_wrong() -> None:
    due = due_rules(Memory(), SYLLABUS, after(0))
    assert due[0].rule == "log.found"
    assert _rules(interleaved(due))[-1] == "log.found"
    due = due_rules(Memory().after(wrong(["log.found"], 0, 3)), SYLLABUS, after(0))
    assert _rules(interleaved(due))[0] == "log.found"


def test_the_first_stands_beside_the_rule_that_was_practised_last() -> None:
    due = [Due(SYLLABUS.rules[rule], "new") for rule in ("worth.gold", "close.named", "close.old")]
    assert _rules(interleaved(due, _last("close.owner"))) == ["close.old", "close.named", "worth.gold"]


def test_an_error_that_has_waited_longer_is_not_kept_waiting_for_one_that_is_confused_with_the_last() -> None:
    memory = Memory().after(wrong(["worth.gold"], 0, 3)).after(wrong(["close.old"], 2, 3))
    due = due_rules(memory, SYLLABUS, after(2))
    assert _rules(interleaved(due, _last("close.owner")))[:2] == ["worth.gold", "close.old"]
    near = Memory().after(wrong(["worth.gold"], 0, 3)).after(wrong(["close.old"], 0.9, 3))
    due = due_rules(near, SYLLABUS, after(2))
    assert _rules(interleaved(due, _last("close.owner")))[:2] == ["close.old", "worth.gold"]


ERRING = st.dictionaries(st.sampled_from(RULES), st.sampled_from([None, 1, 2, 3]), min_size=1)


@settings(max_examples=60, deadline=None)
@given(ERRING, st.integers(0, 1), st.data())
def test_with_one_case_a_day_no_error_starves(
    erring: dict[str, int | None], for_good: int, data: st.DataObject
) -> None:
    memory = Memory().after(
        played(*(judged(rule, mark="mistake", sureness=how) for rule, how in erring.items()))
    )
    waiting = dict.fromkeys(erring, 0)
    bound = len(erring) + PATIENCE.days + 1 if for_good else len(erring) + 1
    for day in range(1, 40):
        due = due_rules(memory, SYLLABUS, after(day))
        if not due:
            continue
        asked = interleaved(due, practised_last(memory, SYLLABUS))[0].rule
        besides = data.draw(st.sets(st.sampled_from(sorted({*RULES} - {*erring}) or [asked])))
        wrongly = for_good and asked in erring
        decided = [judged(asked, mark="mistake" if wrongly else "right", sureness=erring.get(asked))]
        decided += [judged(rule) for rule in besides - {asked}]
        memory = memory.after(played(*decided, day=day, purpose={"sort": "due", "rules": [asked]}))
        for rule in waiting:
            waiting[rule] = 0 if rule == asked else waiting[rule] + 1
        waiting = {rule: cases for rule, cases in waiting.items() if memory.known[rule].wrong_last}
        assert max(waiting.values(), default=0) <= bound
