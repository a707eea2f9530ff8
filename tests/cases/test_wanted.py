"""A case that is asked for is built backwards from what is asked, or it is said in a sentence why there is none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases.reading import read_case
from simulator.cases.wanted.wants import Wanted
from simulator.errors.faults import UsageFault
from simulator.model.document import document_of
from tests.cases.laws import Laws

if TYPE_CHECKING:
    from simulator.cases.generating import Generator
    from simulator.rules.engine import Engine


def expected_in(engine: Engine, case: Any, question: str) -> set[str]:
    """Every option of a question that is expected of somebody in some phase."""
    return {
        option
        for phase, facts in read_case(document_of(case, "case"), engine).parts
        for decision in engine.assess(facts, phase)
        if decision.question == question
        for option in decision.with_verdict("expected")
    }


def test_every_rule_can_be_asked_for_and_the_case_keeps_every_law(
    engine: Engine, generator: Generator
) -> None:
    laws = Laws(engine)
    for seed, rule in enumerate(engine.guidance.rules):
        case = generator.case(seed, Wanted(focus=(rule,)))
        assert rule in case["exercises"]["rules"]
        assert not list(laws.broken(read_case(document_of(case, rule), engine))), rule


def test_every_paragraph_that_a_rule_cites_can_be_asked_for(engine: Engine, generator: Generator) -> None:
    for paragraph in engine.guidance.paragraphs:
        if engine.guidance.rules_citing(paragraph):
            case = generator.case(1, Wanted(focus=(paragraph,)))
            assert paragraph in case["exercises"]["paragraphs"]


@pytest.mark.parametrize("code", ["code_1", "code_2", "code_10", "code_21", "no_code", "not_yet"])
def test_an_outcome_that_is_asked_for_is_expected_of_somebody(
    engine: Engine, generator: Generator, code: str
) -> None:
    case = generator.case(3, Wanted(expects=(("outcome", code),)))
    assert code in expected_in(engine, case, "outcome")


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_as_many_children_are_there_as_are_asked_for(generator: Generator, number: int) -> None:
    case = generator.case(4, Wanted(counts=(("children", number),)))
    assert sum(person["age"] < 18 for person in case["phases"][0]["facts"]["people"]) == number


def test_several_things_are_met_together(engine: Engine, generator: Generator) -> None:
    wanted = Wanted(expects=(("outcome", "code_2"), ("role", "witness")), counts=(("children", 3),))
    case = generator.case(5, wanted)
    assert "code_2" in expected_in(engine, case, "outcome")
    assert "witness" in expected_in(engine, case, "role")
    assert case["asked"] == {"expects": ["outcome=code_2", "role=witness"], "counts": {"children": 3}}


@pytest.mark.parametrize("level", ["easy", "middle", "hard"])
def test_a_level_that_is_asked_for_is_that_of_the_case(generator: Generator, level: str) -> None:
    assert generator.case(6, Wanted(level=level))["difficulty"]["level"] == level


def test_the_same_question_gives_the_same_bytes_and_another_seed_another_case(generator: Generator) -> None:
    wanted = Wanted(focus=("outcome.attributed-and-harmed",))
    first = json.dumps(generator.case(7, wanted))
    generator.case(8, wanted)
    assert json.dumps(generator.case(7, wanted)) == first
    assert json.dumps(generator.case(8, wanted)["phases"]) != json.dumps(json.loads(first)["phases"])


def test_a_case_that_was_asked_for_has_an_id_of_its_own_in_all_its_facts(generator: Generator) -> None:
    case = generator.case(7, Wanted(focus=("IG21",)))
    assert case["id"].startswith("core-7-")
    assert {phase["facts"]["id"] for phase in case["phases"]} == {case["id"]}


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(focus=("response.agravated",)), r"'response\.agravated' is no rule.*'response\.aggravated'"),
        (Wanted(expects=(("outcom", "code_1"),)), r"'outcom' is no question.*'outcome'"),
        (Wanted(expects=(("outcome", "code_3"),)), r"'code_3' is no option of outcome"),
        (Wanted(mistakes=("wrong-unitt",)), r"'wrong-unitt' is no kind of mistake.*'wrong-unit'"),
        (Wanted(counts=(("child", 2),)), r"'child' is no group.*'children'"),
        (Wanted(focus=("IG1",)), r"There can be no case in which IG1 is cited"),
        (Wanted(expects=(("role", "victim"),)), r"There can be no case in which role=victim is expected"),
        (
            Wanted(counts=(("children", 9),)),
            r"No case of core can be one in which there are 9 children.*2 to 5",
        ),
        (
            Wanted(counts=(("children", 2), ("children", 3))),
            r"A case has one number of children, and both 2 and 3 are asked for",
        ),
        (
            Wanted(focus=("offences.outside-the-definition", "label.suspected")),
            r"That the rule .* wins and that the rule .* wins exclude each other in the cases of core",
        ),
    ],
)
def test_what_cannot_be_had_is_refused_with_the_reason(
    generator: Generator, wanted: Wanted, why: str
) -> None:
    with pytest.raises(UsageFault, match=why):
        generator.case(1, wanted)


def test_every_kind_of_mistake_can_be_asked_for(engine: Engine, generator: Generator) -> None:
    for kind in engine.guidance.mistakes:
        assert generator.case(2, Wanted(mistakes=(kind.mistake,)))["asked"] == {"mistakes": [kind.mistake]}


@pytest.mark.parametrize("seed", range(1, 11))
def test_whatever_a_plain_case_meets_can_be_asked_for_together(
    seed: int, engine: Engine, generator: Generator
) -> None:
    """Three things of different sorts that one case of the pack meets exclude nothing, and are to be had."""
    plain = generator.case(seed)
    rule = plain["exercises"]["rules"][-(seed % 5 + 1)]
    option = sorted(expected_in(engine, plain, "outcome"))[seed % 2 - 1]
    children = sum(each["age"] < 18 for each in plain["phases"][0]["facts"]["people"])
    wanted = Wanted(focus=(rule,), expects=(("outcome", option),), counts=(("children", children),))
    made = generator.case(1_000 + seed, wanted)
    assert rule in made["exercises"]["rules"]
    assert option in expected_in(engine, made, "outcome")
    assert sum(each["age"] < 18 for each in made["phases"][0]["facts"]["people"]) == children
