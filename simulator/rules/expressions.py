"""Conditions as Python expressions, written to be read.

In an expression `case` is the case, `this` the subject and `its` the element that a quantifier means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    This,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_ATOMIC = (Always, Compare, Defined, Some, SomeReferred, TheReferred, FewerThan)


def expression(condition: Condition) -> str:
    """A Python expression that is true where the condition holds."""
    match condition:
        case Always():
            return "True"
        case All(parts):
            return " and ".join(_nested(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(_nested(part) for part in parts)
        case Not(part):
            return _negated(part)
        case Defined(base, name):
            return f"{base}.{name}"
        case Some(entity):
            return f"any({some_expression(condition)} for its in case.{entity})"
        case SomeReferred(base, field, _, where):
            return f"any({expression(where)} for its in {base}.{field})"
        case TheReferred(base, field, _, where):
            return f"any({expression(where)} for its in named({base}.{field}))"
        case FewerThan(number):
            return f"{_counted(condition)} < {number}"
        case Compare():
            return _compared(condition)


def some_expression(condition: Some) -> str:
    """What the statement that some element meets something asks of one element."""
    if not condition.another:
        return expression(condition.where)
    asked = expression(condition.where) if isinstance(condition.where, All) else _nested(condition.where)
    return f"its is not this and {asked}"


def _counted(condition: FewerThan) -> str:
    return f"sum(1 for its in case.{condition.entity} if {expression(condition.where)})"


def _nested(condition: Condition) -> str:
    text = expression(condition)
    return text if isinstance(condition, (*_ATOMIC, Not)) else f"({text})"


def _negated(condition: Condition) -> str:
    match condition:
        case Not(part):
            return _nested(part)
        case Compare():
            return _denied(condition)
        case FewerThan(number):
            return f"{_counted(condition)} >= {number}"
        case Defined() | Some() | SomeReferred() | TheReferred():
            return f"not {expression(condition)}"
        case _:
            return f"not ({expression(condition)})"


def _denied(condition: Compare) -> str:
    text = _compared(condition)
    first = condition.values[0] if condition.values else ""
    match condition.operator:
        case "equals" | "empty" if isinstance(first, bool):
            return _compared(replace(condition, values=(not first,)))
        case "equals":
            return text.replace(" == ", " != ", 1)
        case "one_of" | "holds":
            return text.replace(" in ", " not in ", 1)
        case "holds_any":
            return text.removeprefix("not ")
        case "at_least":
            return text.replace(" >= ", " < ", 1)
        case "below":
            return text.replace(" < ", " >= ", 1)
        case _:
            return f"not ({text})"


def _compared(condition: Compare) -> str:
    field = f"{condition.base}.{condition.field}"
    first = condition.values[0] if condition.values else ""
    match condition.operator:
        case "equals":
            return _equal(field, first)
        case "one_of":
            return f"{field} in {_set(condition.values)}"
        case "holds":
            return f"{_value(first)} in {field}"
        case "holds_any":
            return f"not {field}.isdisjoint({_tuple(condition.values)})"
        case "holds_only":
            return f"{field} <= {_set(condition.values)}"
        case "holds_own":
            return f"{condition.base}.{first} in {field}"
        case "empty":
            return f"not {field}" if first else f"bool({field})"
        case "at_least":
            return f"{field} >= {_value(first)}"
        case "below":
            return f"{field} < {_value(first)}"


def _equal(field: str, value: Value | This) -> str:
    if isinstance(value, bool):
        return field if value else f"not {field}"
    return f"{field} == {_value(value)}"


def _value(value: Value | This) -> str:
    return "this" if isinstance(value, This) else repr(value)


def _tuple(values: Iterable[Value | This]) -> str:
    listed = [_value(value) for value in values]
    return f"({', '.join(listed)}{',' if len(listed) == 1 else ''})"


def _set(values: Iterable[Value | This]) -> str:
    listed = ", ".join(_value(value) for value in values)
    return f"{{{listed}}}" if listed else "frozenset()"
