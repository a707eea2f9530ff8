"""Long lines are broken, and mean what they meant."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given, settings

from simulator.guidance.condition_reading import ConditionReader, Scope, Vocabulary
from simulator.rules.expressions import expression
from simulator.rules.wrapping import WIDTH, wrapped
from tests.rules.drawn import conditions
from tests.rules.library import node, plain_engine

LONG = " and ".join(f"this.part_{number}" for number in range(20))


@settings(max_examples=150, deadline=None)
@given(conditions("readers", depth=3))
def test_a_statement_broken_into_lines_is_the_same_statement(tree: Any) -> None:
    world = plain_engine().guidance.world
    of = {name: definition.of for name, definition in world.definitions.items()}
    words = Vocabulary(world.enumerations, world.groups, world.case_fields, world.entities, of)
    text = expression(ConditionReader(words, []).read(node(tree), Scope("readers")))
    for line in (f"x = {text}", f"return {text}", f"if {text}:"):
        more = "    pass" if line.endswith(":") else ""
        broken = "\n".join([*wrapped(line), more])
        assert ast.dump(ast.parse(broken)) == ast.dump(ast.parse(f"{line}\n{more}"))


def test_a_short_line_is_left_alone() -> None:
    assert wrapped("    x = this.small and this.grown") == ["    x = this.small and this.grown"]


@pytest.mark.parametrize("head", ["x = {}", "return {}", "if {}:", "elif {}:", "any({})", "f({}, 1)", "{},"])
def test_a_long_line_is_broken_at_the_words_that_join_its_parts(head: str) -> None:
    lines = wrapped("    " + head.format(LONG))
    assert max(map(len, lines)) <= WIDTH
    assert [line.strip(" ,") for line in lines if "this.part_1" in line][:1] == ["and this.part_1"]


def test_a_comma_in_a_text_breaks_nothing() -> None:
    text = "'" + "a, b and c " * 12 + "'"
    assert wrapped(f"x = f({text})") == ["x = f(", f"    {text}", ")"]


def test_a_long_comment_is_left_alone() -> None:
    comment = f"    # {LONG}"
    assert wrapped(comment) == [comment]
