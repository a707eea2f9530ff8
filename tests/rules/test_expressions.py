"""Compiled conditions against the naive interpreter, form by form and at random."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.model.document import document_of
from tests.rules.drawn import conditions, some_facts
from tests.rules.interpreter import Told, holds
from tests.rules.library import claim, facts, node, plain_engine, reader

if TYPE_CHECKING:
    from random import Random

    from simulator.rules.facts import Facts

ANN = reader("A", 0, "red", ["torn", "named"])
BEN = reader("B", 1, "red", ["wet"])
CLO = reader("C", 2, "blue", ["torn", "wet"], trusted=False)
FACTS = facts(
    [ANN, BEN, CLO], [claim("B", "A", "C"), claim("nobody", surety="weak", withdrawn=True)], open=False
)

FORMS: tuple[tuple[str, Any, str], ...] = (
    ("readers", {"this": "years", "equals": 1}, "B"),
    ("readers", {"this": "years", "one_of": [0, 2]}, "AC"),
    ("readers", {"this": "years", "at_least": 1}, "BC"),
    ("readers", {"this": "years", "below": 1}, "A"),
    ("readers", {"this": "card", "equals": "red"}, "AB"),
    ("readers", {"this": "card", "one_of": ["blue", "red"]}, "ABC"),
    ("readers", {"this": "marks", "holds": "torn"}, "AC"),
    ("readers", {"this": "marks", "holds_any": ["named", "wet"]}, "ABC"),
    ("readers", {"this": "marks", "holds_only": "spoilt"}, "BC"),
    ("readers", {"this": "trusted", "equals": False}, "ABC"),
    ("readers", "small", "A"),
    ("readers", {"not": "small"}, "BC"),
    ("readers", "claiming", "AB"),
    ("readers", {"all": ["spoiling", {"not": "claiming"}]}, "C"),
    ("readers", {"any": ["small", "grown"]}, "AC"),
    ("readers", {"not": {"any": ["small", "grown"]}}, "B"),
    ("readers", {"not": {"all": ["spoiling", "claiming"]}}, "C"),
    ("readers", {"not": {"this": "years", "equals": 1}}, "AC"),
    ("readers", {"not": {"this": "years", "below": 1}}, "BC"),
    ("readers", {"not": {"this": "marks", "holds_any": ["named"]}}, "BC"),
    ("readers", {"not": {"this": "marks", "holds": "torn"}}, "B"),
    ("readers", {"not": {"this": "marks", "holds_only": ["wet"]}}, "AC"),
    ("readers", {"not": {"not": "small"}}, "A"),
    ("readers", {"case": "open", "equals": True}, ""),
    ("readers", {"not": {"case": "open", "equals": True}}, "ABC"),
    ("readers", {"some": "readers", "where": {"all": ["small", {"this": "years", "at_least": 2}]}}, "C"),
    ("readers", {"some": "readers", "where": {"all": ["grown", {"this_is": "small"}]}}, "A"),
    ("readers", {"another": "readers", "where": {"its": "card", "equals": "blue"}}, "AB"),
    ("readers", {"another": "readers"}, "ABC"),
    ("readers", {"every": "readers", "where": "spoiling"}, "ABC"),
    ("readers", {"every": "claims", "among": {"its": "by", "equals": "this"}, "where": "live"}, "ABC"),
    ("readers", {"some": "claims", "where": {"its": "against", "holds": "this"}}, "AC"),
    ("readers", {"some": "claims", "where": {"some": {"its": "against"}, "where": "grown"}}, "ABC"),
    ("readers", {"some": "claims", "where": {"the": {"its": "by"}, "where": "grown"}}, ""),
    ("readers", {"fewer_than": 3, "of": "claims"}, ""),
    ("readers", {"fewer_than": 4, "of": "claims"}, "ABC"),
    ("readers", {"not": {"fewer_than": 3, "of": "claims"}}, "ABC"),
    ("readers", {"fewer_than": 1, "of": "claims", "where": {"its": "by", "equals": "this"}}, "C"),
    ("claims", {"this": "by", "equals": "nobody"}, "1"),
    ("claims", {"the": {"this": "by"}, "where": {"its": "card", "equals": "red"}}, "02"),
    ("claims", {"not": {"the": {"this": "by"}, "where": "small"}}, "01"),
    ("claims", {"some": {"this": "against"}, "where": "small"}, "0"),
    ("claims", {"some": {"this": "against"}, "where": "claiming"}, "0"),
    ("claims", {"this": "against", "empty": True}, "12"),
    ("claims", {"this": "against", "empty": False}, "0"),
    ("claims", {"this": "against", "holds_own": "by"}, ""),
    ("claims", {"this": "standing", "at_least": "weak"}, "02"),
    ("claims", {"this": "standing", "below": "strong"}, "12"),
    ("claims", {"this": "standing", "below": "none"}, ""),
    ("claims", {"this": "standing", "at_least": "none"}, "012"),
    ("claims", {"not": {"this": "standing", "one_of": ["none", "strong"]}}, "2"),
)


def read(data: dict[str, Any]) -> Facts:
    return plain_engine().read_facts(document_of(data))


@pytest.mark.parametrize(("scope", "tree", "whom"), FORMS, ids=str)
def test_each_form_of_condition_holds_of_those_of_whom_it_says_so(scope: str, tree: Any, whom: str) -> None:
    compiled = plain_engine().condition(node(tree), scope)
    everybody = "ABC" if scope == "readers" else "012"
    assert "".join(name for name in everybody if compiled(read(FACTS), name)) == whom


@pytest.mark.parametrize(("scope", "tree", "whom"), FORMS, ids=str)
def test_the_naive_interpreter_agrees_on_each_form(scope: str, tree: Any, whom: str) -> None:
    told = Told(FACTS)
    held = [holds(tree, told, each) for each in told.all(scope)]
    everybody = "ABC" if scope == "readers" else "012"
    assert "".join(name for name, held_here in zip(everybody, held, strict=True) if held_here) == whom


@settings(max_examples=120, deadline=None)
@given(tree=conditions("readers"), random=st.randoms(use_true_random=False))
def test_conditions_about_a_reader_hold_as_the_interpreter_has_them(tree: Any, random: Random) -> None:
    assert_same(tree, "readers", random)


@settings(max_examples=70, deadline=None)
@given(tree=conditions("claims"), random=st.randoms(use_true_random=False))
def test_conditions_about_a_claim_hold_as_the_interpreter_has_them(tree: Any, random: Random) -> None:
    assert_same(tree, "claims", random)


@settings(max_examples=70, deadline=None)
@given(tree=conditions("case"), random=st.randoms(use_true_random=False))
def test_conditions_about_the_case_hold_as_the_interpreter_has_them(tree: Any, random: Random) -> None:
    compiled = plain_engine().condition(node(tree), "case")
    for _ in range(8):
        data = some_facts(random)
        assert compiled(read(data), "case") == holds(tree, Told(data), "case"), data


def assert_same(tree: Any, scope: str, random: Random) -> None:
    compiled = plain_engine().condition(node(tree), scope)
    for _ in range(8):
        data = some_facts(random)
        told, known = Told(data), read(data)
        for number, each in enumerate(told.all(scope)):
            name = each["id"] if scope == "readers" else str(number)
            assert compiled(known, name) == holds(tree, told, each), (data, name)
