"""The compiled source: to be read by people, and the same every time."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.rules.engine import Engine
from simulator.rules.source import evidence_source, guidance_source, ordered_rules
from tests.rules.library import Row, library

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance

KEPT = Path(__file__).parent / "library.source.txt"

ROWS = (
    Row("disputed", "disputed"),
    Row("small-claimant", {"all": ["small", {"this": "card", "equals": "red"}]}, ("disputed",)),
    Row("another", {"another": "readers", "where": {"not": "grown"}}, ("small-claimant",)),
    Row("rest", "otherwise"),
)


def small() -> Guidance:
    """The made-up guidance, with a question that is not asked about everybody."""
    return library(ROWS, "grown_readers", asked_when={"not": {"this": "marks", "holds": "named"}})


def test_the_source_of_a_small_world_is_the_one_that_was_looked_at() -> None:
    assert guidance_source(small()) == KEPT.read_text("utf-8"), (
        "the compiled source has changed; look whether it reads as well as before, and where it does, "
        "write it again: python -m tests.rules.test_source"
    )


def test_the_source_is_the_same_every_time() -> None:
    assert guidance_source(small()) == guidance_source(small())


def test_the_source_is_made_of_a_docstring_and_functions_and_nothing_else(engine: Engine) -> None:
    assert engine.guidance.evidence is not None
    sources = (
        guidance_source(engine.guidance),
        guidance_source(small()),
        evidence_source(engine.guidance.evidence),
    )
    for source in sources:
        parts = ast.parse(source).body
        others = [part for part in parts if not isinstance(part, ast.FunctionDef)]
        assert all(isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) for part in others)
        assert len(parts) > len(others)


def test_the_source_calls_nothing_but_what_conditions_need(engine: Engine) -> None:
    calls = [
        node.func
        for node in ast.walk(ast.parse(guidance_source(engine.guidance)))
        if isinstance(node, ast.Call)
    ]
    named = {call.id for call in calls if isinstance(call, ast.Name)}
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert named <= {"any", "sum", "bool", "named", "frozenset", "new_factors", "new_people"}
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
    KEPT.write_text(guidance_source(small()), "utf-8")
