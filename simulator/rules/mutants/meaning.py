"""Definitions that a mutant words otherwise, and that yet hold of the same elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.conditions import All, Always, AnyOf, Compare, Condition, Not
from simulator.model.world import CASE
from simulator.rules.inlining import all_parts, inlined
from simulator.rules.predicates import tested
from simulator.rules.representatives import comparisons_in, representatives

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.guidance.guidance import Guidance
    from simulator.model.world import World
    from simulator.rules.compiled import CompiledWorld


def means_the_same(guidance: Guidance, mutant: Guidance, compiled: CompiledWorld) -> bool:
    """Whether all that a mutant alters is definitions, and each holds of the same possible elements as before.

    False also where that cannot be told element by element. Raises BeyondProof.
    """
    one, other = guidance.world, mutant.world
    if (one.entities, one.additions) != (other.entities, other.additions):
        return False
    changed = [name for name, each in one.definitions.items() if each != other.definitions[name]]
    return all(_alike(one, other, name, compiled) for name in changed)


def _alike(one: World, other: World, name: str, compiled: CompiledWorld) -> bool:
    scope = one.definitions[name].of
    both = [inlined(world, world.definitions[name].when) for world in (one, other)]
    if not all(_is_of_itself(one, scope, condition) for condition in both):
        return False
    conditions = (_impossible(one, scope), *both)
    tests = [tested(condition) for condition in conditions]
    comparisons = comparisons_in([(condition, scope) for condition in conditions])
    for element in representatives(one, scope, comparisons, _maker(compiled, scope)):
        cannot_be, ours, theirs = (test(element, element, None) for test in tests)
        if ours != theirs and not cannot_be:
            return False
    return True


def _impossible(world: World, scope: str) -> Condition:
    """What is impossible of an element by itself: nothing, where elements are also added."""
    added = any(each.entity == scope for each in world.additions)
    conditions = [inlined(world, each.when) for each in world.impossible if each.of == scope and not added]
    own = (condition for condition in conditions if _is_of_itself(world, scope, condition))
    return AnyOf((Not(Always()), *own))


def _is_of_itself(world: World, scope: str, condition: Condition) -> bool:
    """Whether a condition compares plain fields of the element alone."""
    base = "case" if scope == CASE else "this"
    plain = {
        field.name
        for field in world.fields_of(scope).values()
        if field.type not in ("reference", "references")
    }
    return all(
        part.base in ("this", base) and part.field in plain
        if isinstance(part, Compare)
        else isinstance(part, All | AnyOf | Not | Always)
        for part in all_parts(condition)
    )


def _maker(compiled: CompiledWorld, scope: str) -> Callable[..., Any]:
    if scope != CASE:
        return compiled.functions[f"new_{scope}"]

    def make(**values: object) -> Any:
        case = compiled.classes[CASE]()
        for name, value in values.items():
            setattr(case, name, value)
        return case

    return make
