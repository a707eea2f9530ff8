"""The schema of facts, made from a world's own declarations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, meta

from simulator.rules.facts_schema import MOST_ELEMENTS, facts_schema
from tests.model.drawing import possible_facts
from tests.model.rows import EXAMPLES
from tests.rules.library import claim, facts, plain_engine, reader, without

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from simulator.rules.engine import Engine

KEPT = Path(__file__).parent / "library.schema.json"


def schema() -> Any:
    return facts_schema(plain_engine().guidance.world)


def test_the_schema_of_a_small_world_is_the_one_that_was_looked_at() -> None:
    made = json.dumps(schema(), indent=1) + "\n"
    assert made == KEPT.read_text("utf-8"), (
        "the schema of facts has changed; where that is meant, write it again: "
        "python -m tests.rules.test_facts_schema"
    )


def test_the_engine_tells_the_schema_by_which_it_reads(engine: Engine) -> None:
    assert engine.facts_schema == facts_schema(engine.guidance.world)


def test_the_schemas_are_schemas(engine: Engine) -> None:
    assert meta.is_valid(schema())
    assert meta.is_valid(dict(engine.facts_schema))


def test_every_example_of_the_decision_model_is_of_the_schema(engine: Engine) -> None:
    validator = Draft202012Validator(dict(engine.facts_schema))
    assert [
        example.name for example in EXAMPLES if not validator.is_valid({**example.facts, "id": "x"})
    ] == []


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_possible_facts_are_of_the_schema(engine: Engine, data: DataObject) -> None:
    assert Draft202012Validator(dict(engine.facts_schema)).is_valid(data.draw(possible_facts()))


ANN = reader("A")


@pytest.mark.parametrize(
    "data",
    [
        facts([ANN]) | {"more": 1},
        without(facts([ANN]), "readers"),
        without(facts([ANN]), "id"),
        facts([ANN]) | {"id": ""},
        facts([ANN]) | {"format": "case-facts/2"},
        facts([ANN | {"more": 1}]),
        facts([without(ANN, "years")]),
        facts([without(ANN, "id")]),
        facts([ANN | {"years": 4}]),
        facts([ANN | {"years": -1}]),
        facts([ANN | {"years": "2"}]),
        facts([ANN | {"years": True}]),
        facts([ANN | {"years": 1.5}]),
        facts([ANN | {"card": "green"}]),
        facts([ANN | {"marks": []}]),
        facts([ANN | {"marks": ["torn", "torn"]}]),
        facts([ANN | {"marks": "torn"}]),
        facts([ANN | {"id": "case"}]),
        facts([ANN | {"id": "nobody"}]),
        facts([ANN | {"id": "1a"}]),
        facts([ANN | {"id": "a b"}]),
        facts([ANN | {"id": "A\n"}]),
        facts([ANN | {"trusted": "true"}]),
        facts([ANN], [claim("A", surety="none")]),
        facts([ANN], [claim("A") | {"standing": "weak"}]),
        facts([ANN], [claim("A") | {"id": "X"}]),
        facts([ANN], [claim("A") | {"against": "A"}]),
        facts([ANN] * (MOST_ELEMENTS + 1)),
    ],
    ids=lambda data: json.dumps(data)[44:130],
)
def test_what_no_facts_can_say_is_not_of_the_schema(data: Any) -> None:
    assert not Draft202012Validator(schema()).is_valid(data)
    assert Draft202012Validator(schema()).is_valid(facts([ANN], [claim("A", "B")], open=True))


if __name__ == "__main__":
    KEPT.write_text(json.dumps(schema(), indent=1) + "\n", "utf-8")
