"""What a question says that it reads is what its decision depends on: nothing else, and nothing less."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.model.questions import Ruling
from simulator.rules.reads import declared_reads, fields_read
from tests.model.drawing import possible_facts
from tests.model.rows import EXAMPLES
from tests.rules.library import Row, library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DataObject

    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

Answers = dict[tuple[str, str], tuple[str, dict[str, Ruling]]]

ACTS = (
    ["took_own"], ["took_own", "shared_own"], ["permitted_own"], ["forwarded"], ["kept_other", "took_other"],
    ["posted_other", "shared_own"], ["told_only"], ["reported"], ["deleted_on_receipt"],
)  # fmt: skip
VALUES: dict[tuple[str, str], tuple[Any, ...]] = {
    ("case", "consensual"): (True, False),
    ("case", "investigation"): ("none", "initial", "initial_concluded", "full", "full_concluded"),
    ("people", "age"): (9, 17, 18, 40),
    ("people", "home"): ("city", "county"),
    ("people", "acts"): ACTS,
    ("people", "previous"): ("none", "police_warning_1978_documented", "school_sanction"),
    ("people", "agrees"): (True, False),
    ("people", "deletion"): ("pending", "satisfied", "doubted", "beyond_reach", "not_applicable"),
    ("people", "parents"): ("available", "implicated"),
    ("people", "restorative"): ("given", "refused", "not_asked"),
    ("factors", "kind"): ("adult_involvement", "onward_forwarding", "force", "bullying"),
    ("factors", "grade"): ("suspected", "believed", "established"),
    ("factors", "by"): ("A", "B", "C", "unknown"),
    ("factors", "against"): ([], ["A"], ["B"], ["A", "B"]),
    ("factors", "triage"): ("not_done", "negated", "established", "inconclusive"),
}


VALUED = {of for of, _ in VALUES}

WARNED = {"id": "A", "age": 14, "home": "city", "previous": "police_warning_1978_documented"}
SHARER = {"id": "B", "age": 14, "home": "city", "acts": ["shared_own"]}
FURTHER = (
    {
        "format": "case-facts/1", "id": "x", "people": [
            WARNED | {"acts": ["deleted_on_receipt"], "deletion": "doubted"},
            SHARER | {"deletion": "doubted"},
        ],
    },
)  # fmt: skip

KIND_AND_BY = {("factors", "kind"), ("factors", "by")}

# A factor's standing rests on its kind, grade, by and triage together, and what follows from a person on age,
# acts and previous: where it counts, all are declared. In these questions one of them alone changes nothing.
# An adult who acted aggravates the case, whatever factor is theirs; where every standing counts alike, the
# grade does not; a warning counts only for a child who has acted anyway; nobody is harmed by themselves.
ONLY_WITH_OTHERS: dict[str, set[tuple[str, str]]] = {
    "factor_grade": {("factors", "by")},
    "attributed_factors": {("factors", "grade")},
    "label": {("factors", "by")},
    "offences": KIND_AND_BY,
    "response": KIND_AND_BY,
    "devices": KIND_AND_BY,
    "adult_line_of_enquiry": {("factors", "grade"), ("people", "previous")},
    "role": {("own", "previous"), ("others", "age")},
    "notify": KIND_AND_BY,
    "concern": KIND_AND_BY,
    "referral_unit": KIND_AND_BY,
    "deletion": KIND_AND_BY | {("factors", "grade")},
    "support": {("others", "age"), ("own", "restorative")},
}


def changes(data: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Facts with one field of one element set to another value; of what, of whom, which field."""
    for (of, field), values in VALUES.items():
        elements = [data] if of == "case" else data.get(of, [])
        for index, element in enumerate(elements):
            for value in values:
                if element.get(field) != value:
                    copy = deepcopy(data)
                    (copy if of == "case" else copy[of][index])[field] = value
                    yield of, element.get("id", ""), field, copy


def read_if_possible(engine: Engine, data: dict[str, Any]) -> Facts | None:
    try:
        return engine.read_facts(document_of(data))
    except InputFault:
        return None


def answers(engine: Engine, facts: Facts) -> Answers:
    """Every decision: its rule and its rulings."""
    return {(each.question, each.subject): (each.rule, dict(each.options)) for each in engine.assess(facts)}


def scope(engine: Engine, question: str, subject: str, of: str, whom: str) -> str:
    """What a field is to a question: of the case, the subject's own, others', or of an entity."""
    if of != "people" or engine.guidance.questions[question].subjects.kind != "elements":
        return of
    return "own" if whom == subject else "others"


def test_every_field_of_the_bundled_world_is_changed_here(engine: Engine) -> None:
    world = engine.guidance.world
    fields = {("case", name) for name in world.case_fields}
    fields |= {(of, name) for of, entity in world.entities.items() for name in entity.fields}
    assert fields == set(VALUES)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_field_that_a_question_does_not_read_changes_nothing_in_its_decision(
    engine: Engine, data: DataObject
) -> None:
    given_facts = data.draw(possible_facts())
    before = answers(engine, engine.read_facts(document_of(given_facts)))
    declared = {name: declared_reads(each) for name, each in engine.guidance.questions.items()}
    possible = list(changes(given_facts))
    for number in data.draw(st.lists(st.integers(0, len(possible) - 1), min_size=12, max_size=12)):
        of, whom, field, changed = possible[number]
        facts = read_if_possible(engine, changed)
        after = {} if facts is None else answers(engine, facts)
        for question, subject in (before.keys() | after.keys()) if facts is not None else ():
            if (scope(engine, question, subject, of, whom), field) not in declared[question]:
                key = question, subject
                assert before.get(key) == after.get(key), (of, whom, field, changed)


def test_each_field_that_a_question_reads_matters_to_its_decision_somewhere(engine: Engine) -> None:
    questions = engine.guidance.questions
    declared = {(name, read) for name, each in questions.items() for read in declared_reads(each)}
    unseen = set(declared)
    for data in [{**example.facts, "id": "x"} for example in EXAMPLES] + list(FURTHER):
        before = answers(engine, engine.read_facts(document_of(data)))
        wanted = {(of if of in VALUED else "people", field) for _, (of, field) in unseen}
        for of, whom, field, changed in changes(data):
            facts = read_if_possible(engine, changed) if (of, field) in wanted else None
            after = before if facts is None else answers(engine, facts)
            for key in (key for key in before.keys() | after.keys() if before.get(key) != after.get(key)):
                unseen.discard((key[0], (scope(engine, *key, of, whom), field)))
    assert unseen == {(question, read) for question, reads in ONLY_WITH_OTHERS.items() for read in reads}


def test_what_each_question_declares_is_what_its_conditions_read(engine: Engine) -> None:
    for question in engine.guidance.questions.values():
        assert declared_reads(question) == fields_read(engine.guidance, question), question.question


READ_BY = [
    ("readers", "small", {("own", "years")}),
    ("readers", {"another": "readers", "where": "small"}, {("others", "years")}),
    ("readers", {"some": "readers", "where": "small"}, {("own", "years"), ("others", "years")}),
    ("case", {"some": "readers", "where": "small"}, {("readers", "years")}),
    ("case", {"case": "open", "equals": True}, {("case", "open")}),
    ("cards", {"some": "readers", "where": {"its": "card", "equals": "this"}}, {("readers", "card")}),
    ("case", {"some": "claims", "where": {"its": "surety", "equals": "strong"}}, {("claims", "surety")}),
    (
        "case",
        {"some": "claims", "where": {"its": "against", "holds_own": "by"}},
        {("claims", "against"), ("claims", "by"), ("readers", "years"), ("readers", "marks")},
    ),
]


def told(value: object) -> str:
    """A value in a test's name, the same in every process."""
    return str(sorted(value) if isinstance(value, set) else value)


@pytest.mark.parametrize(("subject", "when", "reads"), READ_BY, ids=told)
def test_a_condition_reads_the_fields_that_it_names_and_those_behind_its_definitions(
    subject: str, when: Any, reads: set[tuple[str, str]]
) -> None:
    guidance = library([Row("some", when), Row("rest", "otherwise")], subject)
    assert fields_read(guidance, guidance.questions["keep"]) >= reads - {
        ("readers", "marks"),
        ("readers", "years"),
    }
    assert fields_read(guidance, guidance.questions["keep"]) <= reads | {
        ("readers", "years"),
        ("readers", "marks"),
    }


def test_reads_of_the_entity_asked_about_are_the_own_and_the_others() -> None:
    guidance = library([Row("rest", "otherwise")], "readers", reads={"readers": ["years"], "own": ["card"]})
    declared = declared_reads(guidance.questions["keep"])
    assert declared == {("own", "years"), ("others", "years"), ("own", "card")}
