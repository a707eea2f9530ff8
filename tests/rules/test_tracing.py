"""A trace: how every rule and predicate stood when a question was decided, and its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from simulator.rules import predicates
from simulator.rules.engine import Engine
from simulator.rules.question_source import predicates_of
from simulator.rules.source import ordered_rules
from simulator.rules.tracing import Tracer, trace_lines
from tests.guidance.broken import PACK
from tests.model.drawing import possible_facts
from tests.rules.drawn import conditions, some_facts
from tests.rules.interpreter import Told, holds
from tests.rules.library import Row, claim, facts, library, reader

if TYPE_CHECKING:
    from random import Random

    from hypothesis.strategies import DataObject

    from simulator.rules.facts import Facts

ROWS = (
    Row("disputed", {"all": ["disputed", {"not": "small"}]}),
    Row("small", "small", ("disputed",)),
    Row("others", {"another": "readers", "where": {"not": "grown"}}, ("small",)),
    Row("rest", "otherwise"),
)


@settings(max_examples=60, deadline=None)
@given(first=conditions("readers"), second=conditions("readers"), random=st.randoms(use_true_random=False))
def test_a_trace_tells_of_every_rule_whether_it_applies_as_the_interpreter_has_it(
    first: Any, second: Any, random: Random
) -> None:
    rows = [Row("first", first), Row("second", second, ("first",)), Row("rest", "otherwise")]
    engine = Engine(library(rows))
    for _ in range(4):
        data = some_facts(random)
        read = engine.read_facts(document_of(data))
        told = Told(data)
        for reader_told in told.readers:
            this = read.element("readers", reader_told["id"])
            ruled, applies, _ = engine.tracer("keep")(read.case, this)
            assert applies == tuple(holds(tree, told, reader_told) for tree in (first, second))
            wins = "first" if applies[0] else "second" if applies[1] else "rest"
            assert ruled.rule.rule == f"keep.{wins}"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_trace_of_the_bundled_guidance_holds_the_truth_of_every_predicate(
    engine: Engine, data: DataObject
) -> None:
    read = engine.read_facts(document_of(data.draw(possible_facts())))
    for decision in engine.assess(read):
        rules = ordered_rules(engine.guidance, decision.question)
        this = _subject(engine, read, decision.question, decision.subject)
        ruled, applies, held = engine.tracer(decision.question)(read.case, this)
        assert ruled is decision.ruled is engine.decider(decision.question)(read.case, this)
        whens = [rule.when for rule in rules if rule.when is not None]
        assert applies == tuple(predicates.tested(when)(read.case, this, None) for when in whens)
        assert held == tuple(predicates.tested(each)(read.case, this, None) for each in predicates_of(rules))


def test_the_rule_that_decides_is_told_with_what_made_it_apply() -> None:
    trace = _trace([reader("A", 2), reader("B", 0)], [claim("A", "B")], "A")
    assert trace["rule"] == "keep.disputed"
    assert trace["because"] == ["is disputed (strong, by A, against B)", "it is not so that A is small"]
    assert trace["citations"] == ["LP1"]


def test_of_every_other_rule_it_is_told_what_kept_it_from_deciding() -> None:
    trace = _trace([reader("A", 2), reader("B", 0)], [claim("A", "B")], "A")
    assert [(each["rule"], each["applies"], each["yields_to"]) for each in trace["others"]] == [
        ("keep.small", False, []),
        ("keep.others", True, ["keep.disputed"]),
        ("keep.rest", False, []),
    ]
    small, others, rest = trace["others"]
    assert small["because"] == ["it is not so that A is small"]
    assert others["because"] == ["there is a reader of which it is not so that it is grown: B"]
    assert rest["because"] == ["another rule of this question applies"]


def test_of_several_conditions_the_first_that_fails_is_told() -> None:
    trace = _trace([reader("A", 0), reader("B", 2)], [], "A")
    assert trace["rule"] == "keep.small"
    assert trace["others"][0]["because"] == ["it is not so that is disputed"]


def test_a_rule_for_the_rest_decides_because_no_other_applies() -> None:
    trace = _trace([reader("A", 2), reader("B", 2)], [], "A")
    assert trace["rule"] == "keep.rest"
    assert trace["because"] == ["no other rule of this question applies"]


def test_the_sentences_name_each_rule_with_its_reasons_and_citations() -> None:
    lines = trace_lines(_trace([reader("A", 2), reader("B", 0)], [claim("A", "B")], "A"))
    assert lines[0].startswith("keep.disputed decides (LP1): is disputed (strong, by A, against B); ")
    assert lines[1] == "keep.small does not apply: it is not so that A is small (LP1)."
    assert lines[2].endswith("and yields to keep.disputed (LP1).")
    assert len(lines) == len(ROWS)


def _trace(readers: list[Any], claims: list[Any], whom: str) -> dict[str, Any]:
    engine = Engine(library(ROWS))
    read = engine.read_facts(document_of(facts(readers, claims)))
    decision = engine.decide("keep", whom, read)
    assert decision is not None
    return Tracer(engine, read).trace(decision)


def _subject(engine: Engine, read: Facts, question: str, name: str) -> Any:
    subjects = engine.guidance.questions[question].subjects
    if subjects.kind == "values":
        return name
    return read.case if subjects.kind == "case" else read.element(subjects.entity, name)


def test_why_a_branch_of_the_winning_rule_is_taken_is_told() -> None:
    engine = Engine(read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]))
    people = [
        {"id": "A", "age": 14, "home": "city", "acts": ["took_own"]},
        {"id": "B", "age": 15, "home": "county", "acts": ["forwarded"]},
    ]
    facts = engine.read_facts(document_of({"format": "case-facts/1", "id": "two", "people": people}))
    decision = engine.decide("social_care_contact", "case", facts)
    assert decision is not None
    traced = Tracer(engine, facts).trace(decision)
    assert [(each["option"], each["verdict"], each["because"]) for each in traced["branches"]] == [
        ("first_contact_team", "expected", ["a child's home is in the city (A)"]),
        ("call_derbyshire", "expected", ["a child's home is in the county (B)"]),
    ]
    assert "There “First Contact Team (Derby City)” is expected: a child's home is in the city (A)." in (
        trace_lines(traced)
    )
