"""A model that z3 found, as facts that anybody could have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import z3  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from tests.proof.second.conditions import SecondWorld
    from tests.proof.second.elements import Element


def facts_of(world: SecondWorld, model: Any) -> dict[str, Any]:
    """The facts of a model; the n-th element of those with ids is called E and its number."""
    facts: dict[str, Any] = {"format": "case-facts/1", "id": "found-by-z3"}
    for entity, listed in world.listed.items():
        declared = world.sections["entities"][entity]
        found = []
        for element in listed:
            if z3.is_true(model.eval(element.present, model_completion=True)):
                told = _told(element, declared["fields"], model)
                found.append({"id": f"E{element.number}", **told} if "reserved_ids" in declared else told)
        facts[entity] = found
    facts.update(_told(world.case, world.sections["case_fields"], model))
    return facts


def _told(element: Element, fields: dict[str, Any], model: Any) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, declared in fields.items():
        value = element.fields[name]
        if not isinstance(value, dict):
            found = model.eval(value, model_completion=True)
            told[name] = found.as_long() if declared["type"] == "whole" else z3.is_true(found)
            continue
        held = [
            f"E{each}" if isinstance(each, int) else each
            for each, truth in value.items()
            if z3.is_true(model.eval(truth, model_completion=True))
        ]
        if declared["type"] in ("choices", "references"):
            told[name] = held
        elif held:
            [told[name]] = held
    return told
