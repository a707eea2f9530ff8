"""A drill has two cases, and the second never comes right after the first."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import UsageFault
from simulator.practice.course import NO_COURSE, Course, OpenDrill
from simulator.practice.drilling import drill_offer, first_case, second_case
from simulator.practice.making import Drill, DrillWish
from tests.practice.bundled import CoreMaker

if TYPE_CHECKING:
    from collections.abc import Callable


class LittleMaker(CoreMaker):
    """Makes drills of nothing but ids; none of the rule `none.there`."""

    sha256 = "a"

    def drill(self, wish: DrillWish) -> Drill:
        if wish.rule == "none.there":
            raise UsageFault("No two cases differ so.")
        name = f"little-{wish.seed}"
        pack = {"pack": {"name": "little", "sha256": self.sha256}}
        return Drill({"id": name, **pack}, {"id": f"{name}-twin", **pack}, "B")


def waiting(*seeds: int, last: str = "") -> Course:
    """After the first cases of drills."""
    drills = [OpenDrill(f"d{seed}", f"little-{seed}", "little", "a", seed, "close.owner") for seed in seeds]
    data: dict[str, Any] = {"drills": [one.as_data() for one in drills], "last": last}
    return Course.from_data({**NO_COURSE.as_data(), **data})


def counting() -> Callable[[int], int]:
    numbers = count(1)
    return lambda below: next(numbers) % below


def test_the_first_case_is_for_the_rule_that_is_most_urgent() -> None:
    case, purpose = first_case(["close.owner", "close.old"], LittleMaker(), set(), counting())
    assert case["id"] == "little-1"
    assert purpose == {
        "sort": "drill", "rules": ["close.owner"], "drill": "00000002", "number": 1, "of": 2, "first": "little-1",
    }  # fmt: skip


def test_a_rule_without_a_drill_is_passed_over() -> None:
    _, purpose = first_case(["none.there", "close.old"], LittleMaker(), set(), counting())
    assert purpose["rules"] == ["close.old"]


def test_where_no_rule_has_one_any_will_do() -> None:
    _, purpose = first_case(["none.there"], LittleMaker(), set(), counting())
    assert purpose["rules"] == []


def test_cases_that_were_met_are_not_played_again() -> None:
    case, _ = first_case(["close.owner", "close.old"], LittleMaker(), {"little-1"}, counting())
    assert case["id"] == "little-2"
    case, _ = first_case(["close.owner", "close.old"], LittleMaker(), {"little-1-twin"}, counting())
    assert case["id"] == "little-2"


def test_where_everything_was_met_a_sentence_says_so() -> None:
    class Everything:
        def __contains__(self, case: object) -> bool:
            return True

    with pytest.raises(UsageFault, match="No drill can be made"):
        first_case(["close.owner"], LittleMaker(), Everything(), counting())


def test_the_second_case_comes_once_another_came_between() -> None:
    found = second_case(waiting(7, last="another"), LittleMaker(), set())
    assert found is not None
    assert found.case["id"] == "little-7-twin"
    assert found.purpose == {
        "sort": "drill", "rules": ["close.owner"], "drill": "d7", "number": 2, "of": 2, "first": "little-7",
        "changed": "B",
    }  # fmt: skip


def test_the_second_case_never_comes_right_after_the_first() -> None:
    assert second_case(waiting(7, last="little-7"), LittleMaker(), set()) is None
    found = second_case(waiting(7, 8, last="little-7"), LittleMaker(), set())
    assert found is not None
    assert found.purpose["drill"] == "d8"


def test_the_one_that_waited_longest_comes_first() -> None:
    found = second_case(waiting(7, 8, last="another"), LittleMaker(), set())
    assert found is not None
    assert found.purpose["drill"] == "d7"


def test_a_drill_whose_pack_has_changed_is_let_go() -> None:
    maker = LittleMaker()
    maker.sha256 = "b"
    assert second_case(waiting(7), maker, set()) is None


def test_a_drill_whose_first_case_would_be_another_now_is_let_go() -> None:
    drill = OpenDrill("d", "little-8", "little", "a", 7, "close.owner")
    course = Course.from_data({**NO_COURSE.as_data(), "drills": [drill.as_data()]})
    assert second_case(course, LittleMaker(), set()) is None


def test_a_second_case_that_was_begun_is_not_begun_again() -> None:
    assert second_case(waiting(7), LittleMaker(), {"little-7-twin"}) is None


@pytest.mark.parametrize(
    ("course", "said", "begun"),
    [
        (NO_COURSE, "It is 2 cases of about 14 minutes each; the second comes after another case.", False),
        (waiting(7, last="another"), "Its second case comes next: about 14 minutes.", True),
        (waiting(7, last="little-7"), "Its second case comes once another case came between;", True),
    ],
    ids=["none", "next", "waits"],
)
def test_it_is_said_how_long_a_drill_is_and_how_far_it_has_got(
    course: Course, said: str, begun: bool
) -> None:
    offer = drill_offer(course)
    assert offer.said.startswith(said)
    assert offer.begun == begun
    second = second_case(course, LittleMaker(), set())
    assert (second is not None) == ("comes next" in offer.said)
