"""The order of practice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.due import Due, due_rules
from simulator.practice.interleaving import interleaved
from simulator.practice.memory import Memory
from tests.practice import drawn
from tests.practice.made import RULES, after, judged, made_syllabus, played, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.practice.played import Played

SYLLABUS = made_syllabus()
VARYING = [one for one in SYLLABUS.rules.values() if not one.alone]
ORDER = ("confident_error", "error", "fading", "new")
new = st.sampled_from(list(SYLLABUS.rules.values())).map(lambda matter: Due(matter, "new"))


def _rules(due: Sequence[Due]) -> list[str]:
    return [one.rule for one in due]


@given(st.lists(new, max_size=9), st.sampled_from(["", *RULES]))
def test_never_comes_the_same_rule_twice_running_while_another_is_there(due: list[Due], last: str) -> None:
    order = interleaved(due, last)
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
    memory = Memory().after_all(history)
    due = due_rules(memory, SYLLABUS, after(day))
    order = interleaved(due, memory.practised)
    assert Counter(_rules(order)) == Counter(_rules(due))
    assert interleaved(list(due), memory.practised) == order


@given(drawn.histories, st.floats(0, 400))
def test_confident_errors_come_first_and_each_kind_after_the_more_urgent_ones(
    history: Sequence[Played], day: float
) -> None:
    due = due_rules(Memory().after_all(history), SYLLABUS, after(day))
    kinds = [ORDER.index(one.why) for one in interleaved(due) if not one.matter.alone]
    assert kinds == sorted(kinds)


def test_the_rule_that_was_practised_last_is_put_off_even_where_it_is_the_most_urgent() -> None:
    memory = Memory().after(wrong(["close.old"], 0, 3)).after(right(["worth.gold"], 0))
    due = due_rules(memory, SYLLABUS, after(30))
    assert _rules(interleaved(due))[0] == "close.old"
    order = _rules(interleaved(due, last="close.old"))
    assert order[:2] == ["worth.gold", "close.old"]


def test_the_only_rule_that_is_due_is_practised_again() -> None:
    due = [Due(SYLLABUS.rules["close.old"], "new")]
    assert interleaved(due, last="close.old") == due


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


def test_a_rule_whose_question_has_one_answer_comes_after_all_others() -> None:
    memory = Memory().after(wrong(["log.found"], 0, 3))
    due = due_rules(memory, SYLLABUS, after(0))
    assert due[0].rule == "log.found"
    assert _rules(interleaved(due))[-1] == "log.found"
