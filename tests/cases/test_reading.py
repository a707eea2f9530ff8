"""A case is read with every fault of it, at its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases.reading import read_case
from simulator.errors.faults import InputFault
from simulator.packs.reading import read_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.cases.generating import Generator
    from simulator.rules.engine import Engine

Case = dict[str, Any]


def faults(engine: Engine, case: Case) -> list[str]:
    with pytest.raises(InputFault) as refused:
        read_case(read_json(json.dumps(case, indent=1).encode(), "case.json"), engine)
    return [str(fault) for fault in refused.value.faults]


def test_a_generated_case_is_read_with_the_facts_of_each_phase(engine: Engine, generator: Generator) -> None:
    data = generator.case(3)
    case = read_case(read_json(json.dumps(data).encode(), "case.json"), engine)
    assert [phase for phase, _ in case.parts] == ["report", "assessment", "outcome"]
    assert [facts.data for _, facts in case.parts] == [phase["facts"] for phase in data["phases"]]
    assert case.id == "core-3"


def spoil_facts(case: Case) -> None:
    case["phases"][1]["facts"]["people"][0]["home"] = "village"


def spoil_after(case: Case) -> None:
    case["phases"][1]["narrative"][1]["after"] = "enquiries=police_sistems"


def spoil_evidence(case: Case) -> None:
    case["phases"][0]["narrative"][0]["evidence"] = ["e99"]


def spoil_phase(case: Case) -> None:
    case["phases"][2]["phase"] = "outcomes"


def spoil_question(case: Case) -> None:
    case["phases"][0]["questions"][0] = "crime_reports"


def spoil_guidance(case: Case) -> None:
    case["guidance"] = "elsewhere"


def spoil_form(case: Case) -> None:
    case["phases"][0]["narrative"][0]["texts"] = "…"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoil_facts, "'village' is not one of city, county"),
        (spoil_after, "'enquiries=police_sistems' names no choice"),
        (spoil_evidence, "'e99' is no piece of evidence"),
        (spoil_phase, "'outcomes' is no phase of the guidance"),
        (spoil_question, "'crime_reports' is no question of the phase report"),
        (spoil_guidance, "this case is of the guidance 'elsewhere'"),
        (spoil_form, "unknown key `texts`"),
    ],
)
def test_what_is_wrong_with_a_case_is_said_at_its_line(
    engine: Engine, generator: Generator, spoil: Callable[[Case], None], says: str
) -> None:
    case = json.loads(json.dumps(generator.case(3)))
    spoil(case)
    (fault,) = faults(engine, case)
    file, line, _ = fault.split(":", 2)
    source = json.dumps(case, indent=1).splitlines()
    assert file == "case.json"
    assert says in fault
    word = says.split("'")[1] if "'" in says else "texts"
    assert word in source[int(line) - 1]


@pytest.mark.parametrize(
    ("path", "value", "says", "right"),
    [
        (("names",), {"A": "Ada", "Z": "Zoe"}, "'Z' is nobody in the facts", "known are A, B"),
        (("phases", 0, "narrative", 0, "states"), ["people[9].acts"], "'people[9].acts' is nothing", "the path of"),
        (("phases", 0, "narrative", 0, "states"), ["people[0].actz"], "'people[0].actz' is nothing", "the path of"),
        (("phases", 0, "narrative", 0, "states"), ["persons[0]"], "'persons[0]' is nothing", "a field of the case"),
        (("phases", 0, "narrative", 0, "states"), ["consensuall"], "'consensuall' is nothing", "the path of"),
        (("phases", 0, "narrative", 0, "states"), ["people[0]]"], "'people[0]]' is nothing", "the path of"),
        (("evidence", 0, "kind"), "rumour", "'rumour' is no kind of evidence in derbyshire-2016", "record"),
        (("evidence", 0, "independent_of"), ["e99"], "'e99' is no piece of evidence", "a listed piece"),
        (("evidence", 1, "id"), "e1", "the id 'e1' stands twice", "an id for each piece"),
        (("evidence", 0, "bears_on"), {}, "bears on nothing", "factors: kind, grade"),
        (("evidence", 0, "bears_on"), {"x": 1}, "bears on nothing", "people: age, home"),
        (("evidence", 0, "bears_on"), {"kind": "force", "bye": "A"}, "'bye' is no field of factors", "'by'"),
        (("evidence", 0, "bears_on"), {"kind": "farce", "by": "A"}, "farce is nothing that kind", "bullying"),
        (("evidence", 0, "bears_on"), {"kind": "force", "by": "Z"}, "Z is nothing that by", "A, B"),
        (("evidence", 0, "bears_on"), {"kind": "force", "by": ["A"]}, "a list is nothing that by", "one of"),
        (("evidence", 0, "bears_on"), {"kind": "force", "against": ["Z"]}, "nothing that against", "a list of any"),
        (("evidence", 0, "bears_on"), {"kind": "force", "against": "A"}, "A is nothing that against", "a list of"),
        (("evidence", 0, "bears_on"), {"age": True, "home": "city"}, "true is nothing that age", "a whole number"),
        (("evidence", 0, "bears_on"), {"agrees": 1, "home": "city"}, "1 is nothing that agrees", "true or false"),
        (("exercises", "rules"), ["outcome.nothing"], "'outcome.nothing' is no rule of", "outcome."),
        (("exercises", "paragraphs"), ["IG 21"], "'IG 21' is no paragraph of derbyshire-2016", "'IG21'"),
    ],
)  # fmt: skip
def test_what_it_says_of_its_facts_is_held_against_them(
    engine: Engine, generator: Generator, path: tuple[str | int, ...], value: object, says: str, right: str
) -> None:
    case = next(case for case in generator.cases(1, 50) if len(case["evidence"]) > 1)
    case = json.loads(json.dumps(case))
    inner: Any = case
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    told = [fault for fault in faults(engine, case) if says in fault]
    assert told, faults(engine, case)
    place, _, remedy = told[0].partition("; ")
    assert right in remedy
    source = json.dumps(case, indent=1).splitlines()
    line = source[int(place.split(":")[1]) - 1]
    assert any(word in line for word in re.findall(r"\w+", says))


def test_every_phase_may_state_what_its_own_facts_hold_by_default(
    engine: Engine, generator: Generator
) -> None:
    case = json.loads(json.dumps(generator.case(3)))
    del case["phases"][0]["facts"]["people"][0]["deletion"]
    case["phases"][0]["narrative"][0]["states"] = ["people[0].deletion", "people[0]", "factors", "consensual"]
    case["evidence"] = []
    for phase in case["phases"]:
        for block in phase["narrative"]:
            block["evidence"] = []
    assert read_case(read_json(json.dumps(case).encode(), "case.json"), engine).id == "core-3"


def test_faults_of_several_phases_are_told_at_once(engine: Engine, generator: Generator) -> None:
    case = json.loads(json.dumps(generator.case(3)))
    for phase in case["phases"]:
        phase["facts"]["people"][0]["home"] = "village"
    assert len(faults(engine, case)) == 3
