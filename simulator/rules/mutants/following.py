"""What follows from facts, made to follow otherwise: derived fields, and elements added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.rules.mutants.conditions import Alterer
from simulator.rules.mutants.mutant import Mutant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.world import Addition, DerivedField, Entity, Row


def following_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every row of a derived field and every addition dropped or altered."""
    for entity in guidance.world.entities.values():
        for derived in entity.derived.values():
            for operator, place, rows in _altered_rows(guidance, entity, derived):
                changed = replace(derived, rows=tuple(rows))
                yield Mutant(f"derived: {operator}", place, _with_derived(guidance, entity, changed))
    additions = guidance.world.additions
    for number, addition in enumerate(additions):
        place = f"{addition.each} {addition.entity} {number + 1}"
        for operator, where, changed_addition in _altered_addition(guidance, addition):
            kept = () if changed_addition is None else (changed_addition,)
            listed = (*additions[:number], *kept, *additions[number + 1 :])
            world = replace(guidance.world, additions=listed)
            yield Mutant(f"added: {operator}", f"{place}{where}", replace(guidance, world=world))


def _with_derived(guidance: Guidance, entity: Entity, derived: DerivedField) -> Guidance:
    altered = replace(entity, derived={**entity.derived, derived.name: derived})
    world = replace(guidance.world, entities={**guidance.world.entities, entity.name: altered})
    return replace(guidance, world=world)


def _altered_rows(
    guidance: Guidance, entity: Entity, derived: DerivedField
) -> Iterator[tuple[str, str, Sequence[Row]]]:
    rows = derived.rows
    alterer = Alterer(guidance.world, entity.name)
    for number, row in enumerate(rows):
        place = f"{entity.name}.{derived.name} {number + 1}"
        before, after = rows[:number], rows[number + 1 :]
        for value in guidance.world.enumerations[derived.enumeration].values:
            if value != row.then:
                yield "a value changed", place, (*before, replace(row, then=value), *after)
        if row.when is not None:
            yield "a row dropped", place, (*before, *after)
            for operator, where, when in alterer.alter(row.when):
                yield operator, f"{place}{where}", (*before, replace(row, when=when), *after)
            if len(after) > 1:
                yield "the order of rows changed", place, (*before, after[0], row, *after[1:])


def _altered_addition(guidance: Guidance, addition: Addition) -> Iterator[tuple[str, str, Addition | None]]:
    yield "an addition dropped", "", None
    for operator, where, when in Alterer(guidance.world, addition.each).alter(addition.when):
        yield operator, where, replace(addition, when=when)
    fields = guidance.world.entities[addition.entity].fields
    for name, value in addition.values.items():
        enumeration = fields[name].enumeration
        for other in guidance.world.enumerations[enumeration].values if enumeration else ():
            if value is not None and other != value:
                changed = replace(addition, values={**addition.values, name: other})
                yield "a value changed", f" {name}", changed
