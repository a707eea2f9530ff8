"""The facts as a learner's own answers to the judging questions would have them.

The change is made to what follows from the facts: a learner's reading need be no possible facts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.compiled import CompiledWorld, copy_of

if TYPE_CHECKING:
    from simulator.guidance.guidance import OwnReading

Answers = Mapping[tuple[str, str], Sequence[str]]


def reread(own: OwnReading, compiled: CompiledWorld, case: Any, answers: Answers) -> Any:
    """A case like `case` but as graded and attributed in `answers`; what was not answered stays as it is."""
    twin = _twin(compiled, case)
    for (question, value), chosen in answers.items():
        if question == own.graded_by and chosen:
            _grade(own, compiled, twin, value, own.grades[chosen[0]])
    holders = {element.id: element for element in _holders(own, compiled, twin)}
    attributed = [
        (holders[holder], chosen)
        for (question, holder), chosen in answers.items()
        if question == own.attributed_by and holder in holders
    ]
    for holder, chosen in attributed:
        _take_away(own, compiled, twin, holder, chosen)
    for holder, chosen in attributed:
        _attribute(own, compiled, twin, holder, chosen)
    compiled.functions["define"](twin)
    return twin


def _twin(compiled: CompiledWorld, case: Any) -> Any:
    """A copy of the case and its elements, referring to each other and not to the originals."""
    twin = copy_of(case)
    copies: dict[int, Any] = {id(case): twin}
    for entity in compiled.world.entities:
        originals = getattr(case, entity)
        elements = [copy_of(each) for each in originals]
        setattr(twin, entity, elements)
        copies.update({id(each): element for each, element in zip(originals, elements, strict=True)})
    for declared in compiled.world.entities.values():
        for element in getattr(twin, declared.name):
            for field in declared.fields.values():
                value = getattr(element, field.name)
                if field.type == "reference":
                    setattr(element, field.name, copies.get(id(value), value))
                elif field.type == "references":
                    setattr(element, field.name, tuple(copies[id(each)] for each in value))
    return twin


def _holders(own: OwnReading, compiled: CompiledWorld, twin: Any) -> list[Any]:
    entity = compiled.world.entities[own.entity].fields[own.attributed_field].entity
    return list(getattr(twin, entity or CASE))


def _ranks(own: OwnReading, compiled: CompiledWorld) -> Mapping[str, int]:
    derived = compiled.world.entities[own.entity].derived[own.standing]
    values = compiled.world.enumerations[derived.enumeration].values
    return {value: rank for rank, value in enumerate(values)}


def _grade(own: OwnReading, compiled: CompiledWorld, twin: Any, value: str, grade: str) -> None:
    """Lets the highest standing among the elements of `value` be `grade`."""
    ranks = _ranks(own, compiled)
    alike = [each for each in getattr(twin, own.entity) if getattr(each, own.graded_field) == value]
    highest = max((ranks[getattr(each, own.standing)] for each in alike), default=0)
    if not alike and ranks[grade] > 0:
        getattr(twin, own.entity).append(_made(own, compiled, value, grade, own.nobody))
    for each in alike:
        rank = ranks[getattr(each, own.standing)]
        if rank > ranks[grade] or (rank == highest and rank < ranks[grade]):
            setattr(each, own.standing, grade)


def _made(own: OwnReading, compiled: CompiledWorld, value: str, grade: str, by: Any) -> Any:
    made = compiled.functions[f"new_{own.entity}"](**{own.graded_field: value, own.attributed_field: by})
    setattr(made, own.standing, grade)
    return made


def _take_away(
    own: OwnReading, compiled: CompiledWorld, twin: Any, holder: Any, chosen: Sequence[str]
) -> None:
    """Lets nothing be the holder's own that was not chosen."""
    lowest = next(iter(_ranks(own, compiled)))
    for each in getattr(twin, own.entity):
        mine = getattr(each, own.attributed_field) is holder and getattr(each, own.standing) != lowest
        if mine and getattr(each, own.graded_field) not in chosen:
            setattr(each, own.attributed_field, own.nobody)


def _attribute(
    own: OwnReading, compiled: CompiledWorld, twin: Any, holder: Any, chosen: Sequence[str]
) -> None:
    """Lets the values chosen be the holder's own, as far as anything of them stands."""
    elements = getattr(twin, own.entity)
    ranks = _ranks(own, compiled)
    lowest = next(iter(ranks))
    for value in chosen:
        alike = [each for each in elements if getattr(each, own.graded_field) == value]
        standing = max((getattr(each, own.standing) for each in alike), key=ranks.__getitem__, default=lowest)
        held = any(getattr(each, own.attributed_field) is holder for each in alike)
        if standing != lowest and not held:
            _give(own, elements, alike, holder, standing)


def _give(own: OwnReading, elements: list[Any], alike: Sequence[Any], holder: Any, standing: str) -> None:
    """Gives the holder an element like the others: one that is nobody's, or else a copy."""
    free = [each for each in alike if getattr(each, own.attributed_field) == own.nobody]
    each = free[0] if free else copy_of(alike[0])
    if not free:
        elements.append(each)
    setattr(each, own.attributed_field, holder)
    setattr(each, own.standing, standing)
