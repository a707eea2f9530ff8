"""Conditions over facts: trees without text to evaluate, that compile, can be proved and can be told.

A condition is about an element of the world (`this`), within a quantifier also about the element that the
quantifier means (`its`), and always about the case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Base = Literal["case", "this", "its"]
Operator = Literal[
    "equals", "one_of", "holds", "holds_any", "holds_only", "holds_own", "empty", "at_least", "below"
]
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Always:
    """Holds everywhere."""


@dataclass(frozen=True, slots=True)
class All:
    """Holds where every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where some part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where its part does not."""

    part: Condition


@dataclass(frozen=True, slots=True)
class This:
    """The subject itself, as the value of a comparison."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A field beside a value.

    `values` holds one value for `equals`, `holds`, `empty`, `below` and a number's `at_least`; the values of
    a set for `one_of`, `holds_any`, `holds_only` and an ordered enumeration's `at_least`; the name of another
    field of the same element for `holds_own`. `field` is empty where the subject is itself a value.
    """

    base: Base
    field: str
    operator: Operator
    values: tuple[Value | This, ...]


@dataclass(frozen=True, slots=True)
class Defined:
    """A named definition: of the case, of the subject, or of the element meant."""

    base: Base
    name: str


@dataclass(frozen=True, slots=True)
class Some:
    """Some element of an entity meets the condition; with `another`, one that is not the subject."""

    entity: str
    where: Condition
    another: bool = False


@dataclass(frozen=True, slots=True)
class SomeReferred:
    """Some element named in a list of references meets the condition."""

    base: Base
    field: str
    entity: str
    where: Condition


@dataclass(frozen=True, slots=True)
class TheReferred:
    """The reference names an element, and that element meets the condition."""

    base: Base
    field: str
    entity: str
    where: Condition


@dataclass(frozen=True, slots=True)
class FewerThan:
    """Fewer than `number` elements of an entity meet the condition."""

    number: int
    entity: str
    where: Condition


Condition = Always | All | AnyOf | Not | Compare | Defined | Some | SomeReferred | TheReferred | FewerThan


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside a condition."""
    match condition:
        case All(parts) | AnyOf(parts):
            return parts
        case Not(part):
            return (part,)
        case (
            Some(where=where) | SomeReferred(where=where) | TheReferred(where=where) | FewerThan(where=where)
        ):
            return (where,)
        case _:
            return ()


def with_parts(condition: Condition, change: Callable[[Condition], Condition]) -> Condition:
    """The condition with each of those directly inside it changed; itself where there are none."""
    match condition:
        case All(parts):
            return All(tuple(map(change, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(change, parts)))
        case Not(part):
            return Not(change(part))
        case Some() | SomeReferred() | TheReferred() | FewerThan():
            return replace(condition, where=change(condition.where))
        case _:
            return condition
