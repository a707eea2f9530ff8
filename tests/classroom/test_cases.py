"""Which case a facilitator means, and which is found for what a class got wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.classroom.answering import answered
from simulator.classroom.cases import FURTHER, begin_case, case_for
from simulator.classroom.messages import Ask
from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.session.case_packs import CasePack, CaseRef, CaseTitle
from simulator.session.training import Training
from simulator.store.store import Store
from tests.classroom.lending import Class, Lending
from tests.session.lost_property import CASE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PACK = CasePack("things", "Lost things", "Things were lost.", 10, cases=(CaseTitle("ring", "A ring"),))
WRITTEN, NEW = CaseRef(PACK, "ring", "A ring"), CaseRef(PACK, 3)
EXERCISED = {1: ["look.row"], 2: ["worth.row"], 3: ["worth.row"], 4: ["look.row"], 5: ["worth.row"]}


def make(pack: str, which: int | str) -> Mapping[str, Any]:
    """The case of a seed exercises what is written down above; of those that are not there, nothing."""
    rules = ["worth.row"] if isinstance(which, str) else EXERCISED.get(which, [])
    return {**CASE, "id": f"{pack}-{which}", "exercises": {"rules": rules, "paragraphs": []}}


def exercising(rule: str) -> Sequence[CaseRef]:
    return {"worth.row": (WRITTEN, NEW), "store.row": (WRITTEN,)}.get(rule, ())


@pytest.fixture
def training(tmp_path: Path) -> Training:
    return Training(Lending(), Store(tmp_path / "store.sqlite"), [PACK], make, exercising=exercising)


def found(training: Training, *played: str, rules: Sequence[str] = ("worth.row",)) -> CaseRef:
    ref, case = case_for(training, rules, played)
    assert case["id"] == f"{ref.pack.name}-{ref.which}"
    return ref


def test_a_new_case_is_found_before_a_written_one(training: Training) -> None:
    assert found(training) == NEW


def test_after_a_new_case_that_was_played_comes_a_further_one_that_exercises_the_same(
    training: Training,
) -> None:
    assert found(training, "things-3") == CaseRef(PACK, 5)


def test_a_written_case_is_found_where_no_new_one_is_left(training: Training) -> None:
    assert found(training, "things-3", "things-5") == WRITTEN
    assert found(training, rules=("nothing.row", "store.row")) == WRITTEN


def test_no_case_is_found_twice(training: Training) -> None:
    with pytest.raises(UsageFault, match="No further case exercises this; choose one yourself"):
        found(training, "things-3", "things-5", "things-ring")


def test_a_case_that_cannot_be_made_is_left_out(training: Training) -> None:
    def make_some(pack: str, which: int | str) -> Mapping[str, Any]:
        if which == 3:
            raise InputFault([Fault(Place("<case>"), "it is broken", "mend it")])
        return make(pack, which)

    assert found(replace(training, make=make_some)) == CaseRef(PACK, 5)


def test_only_some_further_seeds_are_tried(training: Training) -> None:
    tried: list[int | str] = []

    def make_noted(pack: str, which: int | str) -> Mapping[str, Any]:
        tried.append(which)
        return make(pack, which)

    found(replace(training, make=make_noted), "things-3", "things-5")
    assert tried == [3, *range(4, 4 + FURTHER), "ring"]


def test_a_facilitator_is_told_a_case_for_the_class_with_its_key_and_which_it_is(training: Training) -> None:
    class_ = Class("Ann")
    told = answered(class_.classroom, training, "", Ask(4, "made", ("worth.row",)))
    assert (told.id, told.case) == (4, NEW)
    assert told.key is not None
    assert told.key.minutes == PACK.minutes
    assert [phase.phase for phase in told.key.phases] == ["found", "closed"]


def test_what_the_class_has_played_is_not_found_for_it(training: Training) -> None:
    class_ = Class("Ann")
    class_.conduct(begin_case(training, {"pack": "things", "which": "3"}))
    told = answered(class_.classroom, training, "", Ask(4, "made", ("worth.row",)))
    assert told.case == CaseRef(PACK, 5)


def test_no_learner_is_told_one(training: Training) -> None:
    with pytest.raises(UsageFault, match="cannot be looked up here"):
        answered(Class("Ann").classroom, training, "p1", Ask(4, "made", ("worth.row",)))


@pytest.mark.parametrize("of", [{"pace": "slow"}, {"tell": "yes"}, {"which": "x"}, {"pack": "none"}])
def test_what_names_no_case_begins_none(training: Training, of: Mapping[str, object]) -> None:
    with pytest.raises(UsageFault):
        begin_case(training, {"pack": "things", "which": "3", **of})


def test_what_a_case_is_not_begun_with_is_refused(training: Training) -> None:
    with pytest.raises(UsageFault, match="not with 'rule'"):
        begin_case(training, {"do": "begin_case", "pack": "things", "which": "ring", "rule": "worth.row"})
