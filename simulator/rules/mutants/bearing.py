"""What a fault in the rules touches: some questions, or also which facts there can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.world import CASE
from simulator.rules.inlining import inlined
from simulator.rules.predicates import question_conditions
from simulator.rules.representatives import world_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition


def touched(guidance: Guidance, mutant: Guidance) -> list[str]:
    """The questions that a mutant could answer otherwise. Raises BeyondProof."""
    if bears_on_facts(guidance, mutant):
        return list(guidance.questions)
    return [name for name in guidance.questions if _asked(guidance, name) != _asked(mutant, name)]


def bears_on_facts(guidance: Guidance, mutant: Guidance) -> bool:
    """Whether a mutant changes which facts are possible, what follows from them or about whom is asked."""
    one, other = guidance.world, mutant.world
    if one is other:
        return False
    return replace(other, definitions=one.definitions) != one or list(_of_facts(guidance)) != list(
        _of_facts(mutant)
    )


def _asked(guidance: Guidance, question: str) -> object:
    asked = guidance.questions[question]
    conditions = [inlined(guidance.world, each) for each in question_conditions(guidance, asked)]
    return conditions, guidance.rules_of(question), asked


def _of_facts(guidance: Guidance) -> Iterator[Condition]:
    """The conditions, in terms of fields alone, on which it rests which facts there are."""
    world = guidance.world
    yield from (condition for condition, _ in world_conditions(world))
    for scope in (CASE, *world.entities):
        for field in world.fields_of(scope).values():
            conditions = [field.required_when, *(row.when for row in field.default)]
            yield from (inlined(world, each) for each in conditions if each is not None)
    for question in guidance.questions.values():
        if question.subjects.where is not None:
            yield inlined(world, question.subjects.where)
