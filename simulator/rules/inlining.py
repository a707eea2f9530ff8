"""Conditions with every definition put in place of its name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from simulator.model.conditions import (
    Base,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Some,
    SomeReferred,
    TheReferred,
    This,
    parts_of,
    with_parts,
)

if TYPE_CHECKING:
    from simulator.model.world import World

_QUANTIFIED = (Some, SomeReferred, TheReferred, FewerThan)


class BeyondProof(Exception):
    """A condition of a form over which nothing can be proved; the text says why."""


_kept: dict[int, tuple[World, dict[Condition, Condition]]] = {}


def inlined(world: World, condition: Condition) -> Condition:
    """The condition in terms of fields alone. Raises BeyondProof."""
    kept = _kept.setdefault(id(world), (world, {}))[1]
    if condition not in kept:
        kept[condition] = _inlined(world, condition)
    return kept[condition]


def _inlined(world: World, condition: Condition) -> Condition:
    if isinstance(condition, Defined):
        return inlined(world, _moved(world.definitions[condition.name].when, condition.base, condition.name))
    found = with_parts(condition, partial(inlined, world))
    if isinstance(found, _QUANTIFIED) and any(
        isinstance(part, Some | FewerThan) for part in all_parts(found.where)
    ):
        raise BeyondProof("a quantifier over an entity stands inside another quantifier")
    return found


def _moved(condition: Condition, base: Base, name: str) -> Condition:
    """A definition's condition as it reads where `base` is what it is of."""
    if base != "its":
        return condition
    if isinstance(condition, Compare):
        if any(isinstance(value, This) for value in condition.values):
            raise BeyondProof(f"'{name}' compares with its own element, and is used inside a quantifier")
        return replace(condition, base="its") if condition.base == "this" else condition
    if isinstance(condition, Defined):
        return replace(condition, base="its") if condition.base == "this" else condition
    if isinstance(condition, _QUANTIFIED):
        raise BeyondProof(f"'{name}' quantifies, and is used inside another quantifier")
    return with_parts(condition, lambda part: _moved(part, base, name))


def all_parts(condition: Condition) -> list[Condition]:
    """A condition and everything inside it."""
    found = [condition]
    for part in parts_of(condition):
        found.extend(all_parts(part))
    return found
