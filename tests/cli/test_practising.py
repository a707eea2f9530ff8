"""What practice wants made is made the same in a program of its own and here, and says why where it cannot be."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from simulator.cli.apart import Given
from simulator.cli.practising import Making, PracticeMaker, maker_of
from simulator.cli.practising_apart import MakerApart
from simulator.cli.training import case_in, training_of
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.practice.making import DrillWish, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.session.training import Training

GIVEN = Given(strangers=False)
RULE = "outcome.harmed-only"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder: Path = tmp_path_factory.mktemp("practising")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMULATOR_CACHE", str(folder / "cache"))
        patch.setenv("SIMULATOR_STORE", str(folder / "sessions.sqlite"))
        made = Workshop(strangers=False)
        yield made
        made.store.close()


@pytest.fixture(scope="module")
def training(workshop: Workshop) -> Training:
    return training_of(workshop)


@pytest.fixture(scope="module")
def here(workshop: Workshop, training: Training) -> PracticeMaker:
    return maker_of(workshop, training.packs)


@pytest.fixture(scope="module")
def apart(workshop: Workshop, here: PracticeMaker) -> MakerApart:
    hashes = {pack.name: pack.sha256 for pack in workshop.scenario_packs()}
    return MakerApart(GIVEN, here, workshop.engine().guidance.sha256, hashes)


@pytest.fixture
def nothing_here(apart: MakerApart, monkeypatch: pytest.MonkeyPatch) -> MakerApart:
    """What fails apart cannot be done here either."""
    monkeypatch.setattr(apart, "_here", None)
    return apart


def test_a_case_is_of_the_rule(here: PracticeMaker) -> None:
    case = here.case(Wish(RULE, 5))
    assert RULE in case["exercises"]["rules"]
    assert case["seed"] == 5


def test_it_has_a_rule_beside_it_that_is_confused_with_it(here: PracticeMaker) -> None:
    case = here.case(Wish(RULE, 5, beside=("outcome.attributed",)))
    assert {RULE, "outcome.attributed"} <= set(case["exercises"]["rules"])
    assert case["asked"]["focus"] == [RULE, "outcome.attributed"]


def test_it_tempts_to_the_mistake_of_lately_at_the_same_question(here: PracticeMaker) -> None:
    case = here.case(Wish("victim.state-crime", 5, kinds=("wrong-unit", "victim-named")))
    assert case["asked"] == {"focus": ["victim.state-crime"], "mistakes": ["victim-named"]}


def test_what_is_only_preferred_is_left_where_it_cannot_be(here: PracticeMaker) -> None:
    case = here.case(Wish("notify.suspected-or-not-consensual", 5, beside=("notify.aggravated",)))
    assert case["asked"] == {"focus": ["notify.suspected-or-not-consensual"]}


def test_what_is_made_apart_is_what_would_be_made_here(nothing_here: MakerApart, here: PracticeMaker) -> None:
    wish = Wish(RULE, 5, ("outcome.attributed",), ("late-referral",))
    assert nothing_here.case(wish) == here.case(wish)
    assert nothing_here.cases([3, 4]) == here.cases([3, 4])
    assert nothing_here.drill(DrillWish(3)) == here.drill(DrillWish(3))


def test_why_there_is_none_is_said_apart_as_well(nothing_here: MakerApart) -> None:
    with pytest.raises(UsageFault, match=r"'no\.such' is no rule and no paragraph"):
        nothing_here.case(Wish("no.such", 5))
    with pytest.raises(UsageFault, match="differ in one subject alone"):
        nothing_here.drill(DrillWish(2, pack="core"))


def test_what_fails_apart_is_done_here(
    apart: MakerApart, here: PracticeMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/program")
    assert apart.case(Wish(RULE, 5)) == here.case(Wish(RULE, 5))
    assert apart.cases([3]) == here.cases([3])
    assert apart.drill(DrillWish(3)) == here.drill(DrillWish(3))


@pytest.mark.parametrize(
    "said", [{}, {"made": []}, {"made": [{"id": "a", "pack": {"name": "core", "sha256": "another"}}]}]
)
def test_what_comes_of_another_state_of_a_pack_is_not_taken(
    said: object, apart: MakerApart, here: PracticeMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.cli.practising_apart.worked_apart", lambda *_: said)
    assert apart.case(Wish(RULE, 5)) == here.case(Wish(RULE, 5))


def test_a_case_for_practice_is_begun_without_what_makes_and_checks_cases(training: Training) -> None:
    assert training.practice is not None
    code = (
        "import sys\n"
        "from simulator.cli.apart import Given\n"
        "from simulator.cli.training import training_of\n"
        "from simulator.cli.workshop import Workshop\n"
        "training = training_of(Workshop(strangers=False), apart=Given(strangers=False))\n"
        "training.practice.begin_due(10).view\n"
        "heavy = {'jsonschema_rs', 'yaml', 'faker', 'simulator.cases.generating', 'simulator.cases.wanted.building'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_without_a_pack_that_makes_cases_it_says_so(workshop: Workshop) -> None:
    with pytest.raises(UsageFault, match="None of the packs makes new cases"):
        PracticeMaker(workshop, []).case(Wish(RULE, 5))


def test_a_written_case_that_the_learner_met_is_passed_over(here: PracticeMaker, training: Training) -> None:
    making = Making(here, training)
    first = making.written(RULE, set())
    second = making.written(RULE, {first["id"]})
    assert first["id"] != second["id"]
    assert all(RULE in case["exercises"]["rules"] for case in (first, second))


def test_a_training_has_practice_but_not_under_a_case_of_ones_own(
    workshop: Workshop, training: Training, tmp_path: Path
) -> None:
    import json

    assert training.practice is not None
    assert training.practice.today(10).plan
    file = tmp_path / "case.json"
    file.write_text(json.dumps(training.make("core", 7)))
    assert training_of(workshop, case_in(workshop, str(file))).practice is None
