"""A case is read with every fault of it, at its place."""

from __future__ import annotations

import json
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


def test_faults_of_several_phases_are_told_at_once(engine: Engine, generator: Generator) -> None:
    case = json.loads(json.dumps(generator.case(3)))
    for phase in case["phases"]:
        phase["facts"]["people"][0]["home"] = "village"
    assert len(faults(engine, case)) == 3
