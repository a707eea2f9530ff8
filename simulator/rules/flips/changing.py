"""Changes made to the data of facts, and every single change that can be made of some facts."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import Compare
from simulator.rules.flips.circumstances import Circumstances
from simulator.rules.flips.flip import Change, parts_of_path
from simulator.rules.flips.parts import field_changes, removal
from simulator.rules.inlining import all_parts
from simulator.rules.predicates import question_conditions
from simulator.rules.representatives import world_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.model.world import Field
    from simulator.rules.facts import Facts
    from simulator.rules.flips.parts import Given

Limits = dict[str, set[int]]
"""For each field the numbers with which it is compared."""


def changed(data: Mapping[str, Any], changes: Sequence[Change]) -> dict[str, Any]:
    """The data of facts with changes made in their order; whether the facts are possible is not asked."""
    new: dict[str, Any] = deepcopy(dict(data))
    for change in changes:
        entity, index, name = parts_of_path(change.fact)
        if name is None:
            del new[entity][index]
        elif entity:
            new[entity][index][name] = change.after
        else:
            new[name] = change.after
    return new


def single_changes(guidance: Guidance, question: Question, facts: Facts) -> Iterator[Change]:
    """Every single change of facts, with numbers only as far as they matter to a question."""
    limits = _limits(guidance, question)
    circumstances = Circumstances(facts)
    for field in guidance.world.case_fields.values():
        yield from _of_field(circumstances.case, field, limits, ())
    for entity in guidance.world.entities.values():
        for given in circumstances.elements[entity.name]:
            for field in entity.fields.values():
                names = [str(each.data["id"]) for each in circumstances.elements.get(field.entity or "", ())]
                yield from _of_field(given, field, limits, names)
            if not entity.has_ids:
                yield from removal(given)


def _of_field(given: Given, field: Field, limits: Limits, names: Sequence[str]) -> Iterator[Change]:
    now = given.state(field)[1]
    match field.type:
        case "references":
            return
        case "choices":
            sets: list[frozenset[str]] = [now ^ {value} for value in field.values]
            values: list[Any] = [each for each in sets if each]
        case "truth":
            values = [True, False]
        case "whole":
            values = _numbers(now, limits.get(field.name, set()), field.span)
        case _:
            values = [*field.values, *names]
    for value in values:
        if value != now:
            yield from field_changes(given, field, value)


def _numbers(now: int | None, limits: set[int], span: tuple[int, int]) -> list[int]:
    """The numbers nearest to one on the other side of each limit."""
    if now is None:
        return [span[0]]
    found = {limit - 1 if limit <= now else limit for limit in limits}
    return sorted(value for value in found if span[0] <= value <= span[1])


def _limits(guidance: Guidance, question: Question) -> Limits:
    conditions = [
        *question_conditions(guidance, question),
        *(each for each, _ in world_conditions(guidance.world)),
    ]
    conditions += [each.when for each in guidance.world.definitions.values()]
    limits: Limits = {}
    for part in (part for condition in conditions for part in all_parts(condition)):
        if isinstance(part, Compare):
            numbers = {value for value in part.values if type(value) is int}
            more = {value + 1 for value in numbers} if part.operator in ("equals", "one_of") else set()
            limits.setdefault(part.field, set()).update(numbers | more)
    return limits
