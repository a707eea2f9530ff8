"""A pack may draw on another one's stock: only some plots and openings, and every case as it wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.cases.generates import Narrowing, narrowing_in
from simulator.cases.generating import Generator
from simulator.cases.wanted.wants import Wanted
from simulator.errors.faults import InputFault
from simulator.packs.reading import read_document, read_yaml

if TYPE_CHECKING:
    from simulator.rules.engine import Engine

CORE = Path(__file__).parents[2] / "scenarios" / "simulator_scenarios_core"
HEAD = "format: scenario-pack/1\ngenerates:\n"


def drawing(engine: Engine, narrowing: Narrowing | None) -> Generator:
    """A generator of a pack `near` that draws on core."""
    documents = [read_document(path) for path in sorted(CORE.rglob("*.yaml"))]
    head = {"version": "2.0.0", "content_note": "Near ones."}
    return Generator(engine, documents, "", name="near", head=head, narrowing=narrowing)


def narrowing(text: str) -> Narrowing | None:
    """The section `generates` of a pack."""
    return narrowing_in([read_yaml(HEAD + text, "pack.yaml")])


def test_cases_are_of_the_pack_that_draws(engine: Engine) -> None:
    case = drawing(engine, None).case(3)
    assert (case["id"], case["pack"]["name"], case["pack"]["version"]) == ("near-3", "near", "2.0.0")
    assert case["content_note"] == "Near ones."


def test_only_its_plots_and_openings_are_drawn(engine: Engine) -> None:
    generator = drawing(engine, narrowing("  plots: [open-page, both-ways]\n  openings: [ended]\n"))
    castings = [generator.drawn(seed)[0] for seed in range(40)]
    assert {casting.plot.plot for casting in castings} == {"open-page", "both-ways"}
    assert {casting.opening.opening for casting in castings} == {"ended"}


def test_every_case_is_as_the_pack_wants_it_and_keeps_its_plain_id(engine: Engine) -> None:
    generator = drawing(engine, narrowing("  expects: {outcome: [code_21]}\n  counts: {children: 2}\n"))
    for case in generator.cases(1, 3):
        assert "outcome.no-investigation" in case["exercises"]["rules"]
        assert case["id"] == f"near-{case['seed']}"
        assert "asked" not in case


def test_more_may_be_asked_of_a_pack_that_wants_something_already(engine: Engine) -> None:
    generator = drawing(engine, narrowing("  focus: [response.aggravated]\n"))
    case = generator.case(1, Wanted(focus=("outcome.attributed",)))
    assert {"response.aggravated", "outcome.attributed"} <= set(case["exercises"]["rules"])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("  plots: [open-pages]\n", r"pack\.yaml:3:11: 'open-pages' is no plot of near.*'open-page'"),
        ("  openings: [shut]\n", r"pack\.yaml:3:14: 'shut' is no opening"),
        ("  focus: [response.agravated]\n", r"pack\.yaml:3:3: 'response\.agravated' is no rule"),
    ],
)
def test_what_the_stock_does_not_have_is_a_fault_in_its_place(engine: Engine, text: str, what: str) -> None:
    with pytest.raises(InputFault, match=what):
        drawing(engine, narrowing(text))


def test_a_pack_that_says_nothing_narrows_nothing() -> None:
    assert narrowing_in([read_yaml("format: scenario-pack/1\n", "pack.yaml")]) is None
