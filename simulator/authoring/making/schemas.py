"""The JSON Schemas that an editor completes and checks an author's files with, in the words of one guidance."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from simulator.cases.formats import schema_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.rules.engine import Engine


def pack_schema() -> Mapping[str, Any]:
    """The schema of the files of a pack that are no cases."""
    return schema_of("scenario-pack")


def case_schema(engine: Engine) -> Mapping[str, Any]:
    """The schema of a written case, with the facts, phases, choices and kinds of evidence that the guidance has."""
    guidance = engine.guidance
    schema = deepcopy(schema_of("written-case"))
    schema["title"] = f"{schema['title']} for {guidance.name}"
    facts = {**engine.facts_schema["properties"]}
    for name in ("format", "id"):
        facts.pop(name)
    schema["properties"]["facts"] = {
        **schema["properties"]["facts"],
        "additionalProperties": False,
        "required": [name for name in engine.facts_schema["required"] if name not in ("format", "id")],
        "properties": facts,
    }
    inner = schema["$defs"]
    inner["phase"]["properties"]["phase"] = {"enum": [phase.phase for phase in guidance.phases]}
    inner["block"]["properties"]["after"] |= {"enum": [*_choices(guidance), None]}
    _describe_pieces(inner["piece"]["properties"], engine)
    schema["properties"]["expects"] |= {"properties": _expected(guidance), "additionalProperties": False}
    return schema


def _choices(guidance: Guidance) -> list[str]:
    return [
        f"{question.question}={option.option}"
        for question in guidance.questions.values()
        for option in question.options
    ]


def _describe_pieces(piece: dict[str, Any], engine: Engine) -> None:
    standard = engine.guidance.evidence
    if standard is None:
        return
    kind = standard.world.entities[standard.entity].fields.get("kind")
    if kind is not None:
        piece["kind"] = {"enum": list(kind.values)}
    if standard.carries is not None:
        world = engine.guidance.world
        entity = world.entities[standard.carries[0]]
        fields: dict[str, Any] = dict(engine.facts_schema["properties"][entity.name]["items"]["properties"])
        for name, field in entity.fields.items():
            if field.enumeration:
                fields[name] = {"enum": list(world.enumerations[field.enumeration].values)}
        fields.pop(standard.carries[1], None)
        piece["bears_on"] |= {"properties": fields}


def _expected(guidance: Guidance) -> dict[str, Any]:
    return {
        phase.phase: {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: _answers(guidance.questions[name]) for name in phase.questions},
        }
        for phase in guidance.phases
    }


def _answers(question: Question) -> dict[str, Any]:
    options = {"enum": [option.option for option in question.options]}
    answer = {"anyOf": [options, {"type": "array", "items": options}]}
    return {"type": "object", "description": question.asks, "additionalProperties": answer}
