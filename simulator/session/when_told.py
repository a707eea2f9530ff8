"""Conditions of rules told in words, as they stand in the guidance and at no facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Compare,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    This,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.model.conditions import Condition, Operator, Value
    from simulator.model.world import World

_IS: dict[Operator, tuple[str, str]] = {
    "equals": ("is", "is not"),
    "one_of": ("is", "is none of"),
    "holds": ("holds", "does not hold"),
    "holds_any": ("holds", "holds none of"),
    "holds_only": ("holds nothing but", "holds more than"),
    "holds_own": ("holds its own", "does not hold its own"),
    "at_least": ("is at least", "is below"),
    "below": ("is below", "is not below"),
}
"""What is said of a field where a comparison holds, and where it does not."""


class WhenTeller:
    """Tells conditions of one world about a subject that is called `whom`."""

    def __init__(self, world: World, whom: str) -> None:
        self._world = world
        self._whom = whom

    def told(self, condition: Condition, *, holds: bool = True) -> str:
        """The condition, or what it is that it does not hold, as a clause."""
        match condition:
            case Always():
                return "always" if holds else "never"
            case Not(part):
                return self.told(part, holds=not holds)
            case All(parts) | AnyOf(parts):
                return self._joined(parts, holds, every=isinstance(condition, All) == holds)
            case Defined(base, name):
                told = f"{self._owner(base)}{self._world.definitions[name].words}"
                return told if holds else f"it is not so that {told}"
            case Compare():
                return self._compared(condition, holds)
            case FewerThan(number, entity, where):
                amount = f"fewer than {number}" if holds else f"at least {number}"
                return f"there are {amount} of {_plain(entity)} {self._says(where)}"
            case Some(entity, where, another):
                one = self._world.entities[entity].one
                any_one = f"{'another' if another else 'a'} {one}" if holds else f"no {one}"
                return f"there is {any_one} {self._says(where)}"
            case SomeReferred(base, field, _, where):
                one = "one" if holds else "none"
                return f"among the {_plain(field)}{self._possessor(base)} is {one} {self._says(where)}"
            case TheReferred(base, field, _, where):
                told = f"the {_plain(field)}{self._possessor(base)} is one {self._says(where)}"
                return told if holds else f"it is not so that {told}"

    def _joined(self, parts: Iterable[Condition], holds: bool, *, every: bool) -> str:
        clauses = [self._within(part, holds, every) for part in parts]
        if not every:
            return ", or ".join(clauses)
        return ("; and " if any("," in clause for clause in clauses) else " and ").join(clauses)

    def _within(self, part: Condition, holds: bool, every: bool) -> str:
        clause = self.told(part, holds=holds)
        inner = part.part if isinstance(part, Not) else part
        return f"({clause})" if every and isinstance(inner, (All, AnyOf)) else clause

    def _says(self, condition: Condition, *, holds: bool = True) -> str:
        """What is said of the element that a quantifier means, after its name."""
        match condition:
            case Not(part):
                return self._says(part, holds=not holds)
            case All(parts) if holds:
                return " and ".join(self._says(part) for part in parts)
            case AnyOf(parts) if holds:
                return " or ".join(self._says(part) for part in parts)
            case Defined("its", name) if holds:
                return f"that {self._world.definitions[name].words}"
            case Compare("its", field, operator, values) if field and operator in _IS:
                return f"whose {_plain(field)} {self._verb(operator, values, holds)}"
            case _:
                return f"of which {self.told(condition, holds=holds)}"

    def _compared(self, compare: Compare, holds: bool) -> str:
        field = f"{_plain(compare.field)}{self._possessor(compare.base)}" if compare.field else self._whom
        if compare.operator == "empty":
            return f"{field} is {'empty' if holds == bool(compare.values[0]) else 'not empty'}"
        return f"{field} {self._verb(compare.operator, compare.values, holds)}"

    def _verb(self, operator: Operator, values: Iterable[Value | This], holds: bool) -> str:
        return f"{_IS[operator][not holds]} {self._either(values)}"

    def _either(self, values: Iterable[Value | This]) -> str:
        *first, last = (self._valued(value) for value in values)
        return f"{', '.join(first)} or {last}" if first else last

    def _valued(self, value: Value | This) -> str:
        if isinstance(value, This):
            return self._whom
        if isinstance(value, bool):
            return "true" if value else "false"
        return _plain(str(value))

    def _owner(self, base: str) -> str:
        return {"case": "", "this": f"{self._whom} ", "its": "it "}[base]

    def _possessor(self, base: str) -> str:
        return {"case": "", "this": f" of {self._whom}", "its": " of it"}[base]


def _plain(word: str) -> str:
    return word.replace("_", " ")
