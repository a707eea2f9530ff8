"""The compiled source: to be read by people, and the same every time."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
from simulator.rules.source import evidence_source, guidance_source, ordered_rules, traces_source
from simulator.rules.wrapping import WIDTH
from tests.guidance.broken import PACK
from tests.rules.library import WORLD, Row, facts, library, reader

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance

KEPT = Path(__file__).parent / "generated"

ROWS = (
    Row("disputed", "disputed"),
    Row("small-claimant", {"all": ["small", {"this": "card", "equals": "red"}]}, ("disputed",)),
    Row("another", {"another": "readers", "where": {"not": "grown"}}, ("small-claimant",)),
    Row("rest", "otherwise"),
)


def small() -> Guidance:
    """The made-up guidance, with a question that is not asked about everybody."""
    return library(ROWS, "grown_readers", asked_when={"not": {"this": "marks", "holds": "named"}})


def bundled() -> Guidance:
    """The bundled guidance."""
    return read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))])


def generated(guidance: Guidance) -> dict[str, str]:
    """The compiled sources of a guidance by the names of the files in which they are kept."""
    sources = {"rules": guidance_source(guidance), "traces": traces_source(guidance)}
    if guidance.evidence is not None:
        sources["evidence"] = evidence_source(guidance.evidence)
    return {f"{guidance.name}-{what}.txt": source for what, source in sources.items()}


@pytest.mark.parametrize("guidance", [small(), bundled()], ids=["library", "derbyshire-2016"])
def test_the_source_is_the_one_that_was_looked_at(guidance: Guidance) -> None:
    for name, source in generated(guidance).items():
        assert source == (KEPT / name).read_text("utf-8"), (
            f"the compiled source in {name} has changed; look whether it reads as well as before, and where it "
            "does, write it again: python -m tests.rules.test_source"
        )


def test_no_file_is_kept_that_nothing_is_compared_with() -> None:
    names = [name for guidance in (small(), bundled()) for name in generated(guidance)]
    assert sorted(path.name for path in KEPT.iterdir()) == sorted(names)


def test_no_line_of_the_source_is_longer_than_a_reader_can_see(engine: Engine) -> None:
    for source in generated(engine.guidance).values():
        assert [line for line in source.splitlines() if len(line) > WIDTH] == []


def test_a_fact_of_the_case_with_a_conditional_default_keeps_the_value_that_is_given() -> None:
    default = "default: [{when: disputed, then: false}, {otherwise: true}]"
    world = WORLD.replace("open: {type: truth, default: true}", f"open: {{type: truth, {default}}}")
    engine = Engine(library(ROWS[3:], world=world))
    assert engine.read_facts(document_of(facts([reader("A")]))).case.open is True
    for given in (False, True):
        assert engine.read_facts(document_of(facts([reader("A")], open=given))).case.open is given


def test_the_source_is_the_same_every_time() -> None:
    assert guidance_source(small()) == guidance_source(small())


@pytest.mark.parametrize("guidance", [small(), bundled()], ids=["library", "derbyshire-2016"])
def test_the_source_is_made_of_functions_and_nothing_else(guidance: Guidance) -> None:
    for source in generated(guidance).values():
        parts = ast.parse(source).body
        assert parts
        assert [part for part in parts if not isinstance(part, ast.FunctionDef)] == []


def test_the_source_calls_nothing_but_what_conditions_need(engine: Engine) -> None:
    sources = generated(engine.guidance).values()
    calls = [
        node.func for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)
    ]
    named = {call.id for call in calls if isinstance(call, ast.Name)}
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    decided = {f"decide_{question}" for question in engine.guidance.questions}
    assert named <= {"any", "sum", "bool", "named", "frozenset", "new_factors", "new_people", *decided}
    assert methods <= {"append", "isdisjoint"}


def test_every_rule_of_the_pack_is_named_in_the_source(engine: Engine) -> None:
    source = guidance_source(engine.guidance)
    assert [rule for rule in engine.guidance.rules if f"# {rule}\n" not in source] == []


def test_each_rule_comes_after_those_to_which_it_yields_and_that_for_the_rest_last(engine: Engine) -> None:
    for question in engine.guidance.questions:
        rules = ordered_rules(engine.guidance, question)
        assert sorted(rule.rule for rule in rules) == sorted(
            rule.rule for rule in engine.guidance.rules_of(question)
        )
        names = [rule.rule for rule in rules]
        assert all(names.index(other) < names.index(rule.rule) for rule in rules for other in rule.yields_to)
        assert [rule.rule for rule in rules[:-1] if rule.when is None] == []


def test_an_engine_with_the_source_at_hand_decides_as_one_without() -> None:
    guidance = small()
    assert Engine(guidance, guidance_source(guidance)).compiled.source == Engine(guidance).compiled.source


if __name__ == "__main__":
    for each in (small(), bundled()):
        for file, text in generated(each).items():
            (KEPT / file).write_text(text, "utf-8")
