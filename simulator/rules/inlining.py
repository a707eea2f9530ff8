"""Conditions with every definition put in place of its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.conditions import (
    All,
    AnyOf,
    Base,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    This,
    parts_of,
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
    match condition:
        case Defined(base, name):
            return inlined(world, _moved(world.definitions[name].when, base, name))
        case All(parts):
            return All(tuple(inlined(world, part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(inlined(world, part) for part in parts))
        case Not(part):
            return Not(inlined(world, part))
        case Some() | SomeReferred() | TheReferred() | FewerThan():
            where = inlined(world, condition.where)
            if any(isinstance(part, Some | FewerThan) for part in all_parts(where)):
                raise BeyondProof("a quantifier over an entity stands inside another quantifier")
            return replace(condition, where=where)
        case _:
            return condition


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
    match condition:
        case All(parts):
            return All(tuple(_moved(part, base, name) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_moved(part, base, name) for part in parts))
        case Not(part):
            return Not(_moved(part, base, name))
        case _:
            return condition


def all_parts(condition: Condition) -> list[Condition]:
    """A condition and everything inside it."""
    found = [condition]
    for part in parts_of(condition):
        found.extend(all_parts(part))
    return found
