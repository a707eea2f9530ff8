"""Conditions told in sentences: why one holds at some facts, or why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
)
from simulator.rules.compiled import Element
from simulator.rules.predicates import tested

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.model.world import World

CASE_WORDS = "the case"
_SAYS = {
    "equals": "is",
    "one_of": "is one of",
    "holds": "holds",
    "holds_any": "holds one of",
    "holds_only": "holds nothing but",
    "at_least": "is at least",
    "below": "is below",
}
_DENIES = {
    "equals": "is not",
    "one_of": "is none of",
    "holds": "does not hold",
    "holds_any": "holds none of",
    "holds_only": "holds more than",
    "at_least": "is below",
    "below": "is not below",
}


class Teller:
    """Tells of one case; `this` is the subject, and `known` what is known to hold of them or not.

    `names` are shown in place of ids.
    """

    def __init__(
        self,
        world: World,
        case: Any,
        this: Any,
        known: Mapping[Condition, bool] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._world = world
        self._case = case
        self._this = this
        self._known = known or {}
        self._names = names or {}

    def why(self, condition: Condition, its: Any = None) -> list[str]:
        """Phrases that together say why the condition holds, or what keeps it from holding."""
        holds = self._holds(condition, its)
        match condition:
            case Always():
                return []
            case Not(part):
                return self.why(part, its)
            case All(parts) | AnyOf(parts):
                decisive = [part for part in parts if self._holds(part, its) == holds]
                if isinstance(condition, All) != holds:
                    decisive = decisive[:1]
                return [phrase for part in decisive for phrase in self.why(part, its)]
            case Defined(base, name):
                return [self._defined(base, name, its, holds)]
            case Compare():
                return [self._compared(condition, its, holds)]
            case Some(entity, where, another):
                return [self._some(entity, where, self._elements(entity, another), holds)]
            case SomeReferred(base, field, entity, where):
                return [self._some(entity, where, getattr(self._based(base, its), field), holds)]
            case TheReferred(base, field, entity, where):
                referred = getattr(self._based(base, its), field)
                return [self._some(entity, where, [referred] if isinstance(referred, Element) else [], holds)]
            case FewerThan(number, entity, _):
                return [f"there are {'fewer than' if holds else 'at least'} {number} of {entity} like this"]

    def _holds(self, condition: Condition, its: Any) -> bool:
        match condition:
            case All(parts):
                return all(self._holds(part, its) for part in parts)
            case AnyOf(parts):
                return any(self._holds(part, its) for part in parts)
            case Not(part):
                return not self._holds(part, its)
            case _ if condition in self._known:
                return self._known[condition]
            case _:
                return bool(tested(condition)(self._case, self._this, its))

    def _based(self, base: str, its: Any) -> Any:
        return {"case": self._case, "this": self._this, "its": its}[base]

    def _elements(self, entity: str, another: bool) -> list[Any]:
        elements = getattr(self._case, entity)
        return [each for each in elements if not (another and each is self._this)]

    def _defined(self, base: str, name: str, its: Any, holds: bool) -> str:
        definition = self._world.definitions[name]
        who = "" if base == "case" else f"{self.named(self._based(base, its))} "
        told = f"{who}{definition.words}"
        if not holds:
            return f"it is not so that {told}{self._shown_against(definition.when, self._based(base, its))}"
        return told + self._shown_by(definition.when, self._based(base, its))

    def _shown_against(self, condition: Condition, element: Any) -> str:
        """The elements that keep a statement about every one of them from holding."""
        return self._shown_by(condition.part, element) if isinstance(condition, Not) else ""

    def _shown_by(self, condition: Condition, element: Any) -> str:
        """The elements that a definition's statement is about, where it is one."""
        if not isinstance(condition, Some):
            return ""
        test = tested(condition.where)
        met = [each for each in getattr(self._case, condition.entity) if test(self._case, element, each)]
        return f" ({'; '.join(self.described(each) for each in met)})" if met else ""

    def _compared(self, condition: Compare, its: Any, holds: bool) -> str:
        element = self._based(condition.base, its)
        who = "" if condition.base == "case" else f" of {self.named(element)}"
        if condition.operator == "empty":
            empty = holds == bool(condition.values[0])
            return f"{_plain(condition.field)}{who} is {'empty' if empty else 'not empty'}"
        if condition.operator == "holds_own":
            verb = "holds" if holds else "does not hold"
            return f"{_plain(condition.field)}{who} {verb} {condition.values[0]}"
        verb = (_SAYS if holds else _DENIES)[condition.operator]
        values = ", ".join(self._valued(value) for value in condition.values)
        return f"{_plain(condition.field)}{who} {verb} {values}"

    def _valued(self, value: object) -> str:
        if isinstance(value, This):
            return self.named(self._this)
        if isinstance(value, bool):
            return "true" if value else "false"
        return _plain(str(value))

    def _some(self, entity: str, where: Condition, elements: Sequence[Any], holds: bool) -> str:
        asked = f"{self._world.entities[entity].one} of which {self._asked(where)}"
        if not holds:
            return f"there is no {asked}"
        test = tested(where)
        met = [each for each in elements if test(self._case, self._this, each)]
        return f"there is a {asked}: {'; '.join(self.described(each) for each in met)}"

    def _asked(self, condition: Condition) -> str:
        """What a statement asks of an element, as the end of a sentence about it."""
        match condition:
            case All(parts):
                return " and ".join(self._asked(part) for part in parts)
            case AnyOf(parts):
                return " or ".join(self._asked(part) for part in parts)
            case Not(part):
                return f"it is not so that {self._asked(part)}"
            case Defined(base, name):
                who = {"case": "", "this": f"{self.named(self._this)} ", "its": "it "}[base]
                return f"{who}{self._world.definitions[name].words}"
            case Compare(base="its", field=field, operator=operator, values=values) if operator in _SAYS:
                told = " or ".join(self._valued(value) for value in values)
                return f"the {_plain(field)} {_SAYS[operator].removesuffix(' one of')} {told}"
            case Compare(base=base):
                return self._compared(condition, None, holds=True) if base != "its" else "more is asked"
            case SomeReferred(field=field, where=where) | TheReferred(field=field, where=where):
                return f"somebody in {_plain(field)} is one of whom {self._asked(where)}"
            case _:
                return "more is asked"

    def named(self, element: Any) -> str:
        """How an element, or a value, is called."""
        if not isinstance(element, Element):
            return _plain(str(element))
        return CASE_WORDS if element is self._case else self.described(element)

    def described(self, element: Any) -> str:
        """An element by its id, or by what it holds."""
        name = str(getattr(element, "id", ""))
        if name:
            return self._names.get(name, name)
        told = []
        entity = self._world.entities[type(element).__name__]
        for field in entity.fields.values():
            value = getattr(element, field.name)
            if field.type == "reference":
                told.append(f"{field.name} {self.named(value)}")
            elif field.type == "references":
                if value:
                    told.append(f"{field.name} {_listed(self.named(each) for each in value)}")
            elif not (field.default and field.default[0].then == value):
                label = f"{_plain(field.name)} " if told else ""
                told.append(f"{label}{_plain(str(value))}")
        return ", ".join(told)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _plain(word: str) -> str:
    return word.replace("_", " ")
