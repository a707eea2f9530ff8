"""Reads conditions from a pack's data, and checks every word in them against the world."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from simulator.guidance.nodes import Node, suggestion, unknown
from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Base,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Not,
    Operator,
    Some,
    SomeReferred,
    TheReferred,
    This,
    Value,
)
from simulator.model.world import CASE, DerivedField, Entity, Enumeration, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.errors.faults import Fault

_BASES = ("case", "this", "its")
_OPERATORS: Mapping[str, tuple[str, ...]] = {
    "truth": ("equals",),
    "whole": ("equals", "one_of", "at_least", "below"),
    "choice": ("equals", "one_of", "at_least", "below"),
    "choices": ("holds", "holds_any", "holds_only", "empty"),
    "reference": ("equals",),
    "references": ("holds", "holds_own", "empty"),
}


_COMPARING = tuple(dict.fromkeys(name for names in _OPERATORS.values() for name in names))
_KEYS: Mapping[str, tuple[str, ...]] = {
    **{head: (head,) for head in ("all", "any", "not", "this_is")},
    **{head: (head, "where") for head in ("some", "another", "the")},
    "every": ("every", "among", "where"),
    "fewer_than": ("fewer_than", "of", "where"),
    **{head: (head, *_COMPARING) for head in _BASES},
}
_NEEDED = {"every": ("where",)}
_OF_SEVERAL = ("one_of", "holds_any", "holds_only")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that conditions may use; `definitions` maps a definition to what it is of."""

    enumerations: Mapping[str, Enumeration]
    groups: Mapping[str, tuple[str, ...]]
    case_fields: Mapping[str, Field]
    entities: Mapping[str, Entity]
    definitions: Mapping[str, str]

    def fields(self, scope: str) -> Mapping[str, Field | DerivedField]:
        """Fields of the case or of an entity, those derived included."""
        if scope == CASE:
            return dict(self.case_fields)
        if scope in self.entities:
            return {**self.entities[scope].fields, **self.entities[scope].derived}
        return {}


@dataclass(frozen=True, slots=True)
class Scope:
    """What `this` and `its` stand for: the case, an entity or an enumeration's values, or nothing."""

    this: str
    its: str = ""

    def of(self, base: str) -> str:
        """What a base stands for."""
        return {"case": CASE, "this": self.this, "its": self.its}[base]


class ConditionReader:
    """Reads conditions; what is wrong with them goes to `faults`, and an unreadable part holds everywhere."""

    def __init__(self, vocabulary: Vocabulary, faults: list[Fault]) -> None:
        self.vocabulary = vocabulary
        self._faults = faults

    def read(self, node: Node, scope: Scope) -> Condition:
        """The condition at a node."""
        if isinstance(node.data, str):
            return self._defined(node, scope)
        if not isinstance(node.data, dict):
            return self._fault(node, f"'{node.data}' is no condition", "a definition's name, or a mapping")
        heads = [key for key in self._readers() if key in node]
        if len(heads) != 1:
            known = ", ".join(self._readers())
            return self._fault(node, "this is no condition", f"a mapping with exactly one of {known}")
        strange = [key for key in node.data if key not in _KEYS[heads[0]]]
        if strange:
            what = f"'{strange[0]}' does not go with '{heads[0]}'"
            right = f"only {', '.join(_KEYS[heads[0]])}"
            self._faults.append(node[strange[0]].fault(what, right, code="unknown-key", of_key=True))
            return Always()
        missing = [key for key in _NEEDED.get(heads[0], ()) if key not in node]
        if missing:
            return self._fault(node, f"'{missing[0]}' is missing beside '{heads[0]}'", f"add {missing[0]}")
        return self._readers()[heads[0]](node, scope)

    def _readers(self) -> Mapping[str, Callable[[Node, Scope], Condition]]:
        return {
            "all": lambda node, scope: All(self._parts(node["all"], scope)),
            "any": lambda node, scope: AnyOf(self._parts(node["any"], scope)),
            "not": lambda node, scope: Not(self.read(node["not"], scope)),
            "this_is": lambda node, scope: self._named(node["this_is"], scope, "this"),
            "some": self._some,
            "every": self._every,
            "another": self._another,
            "the": self._the,
            "fewer_than": self._fewer_than,
            "case": lambda node, scope: self._compare(node, scope, "case"),
            "this": lambda node, scope: self._compare(node, scope, "this"),
            "its": lambda node, scope: self._compare(node, scope, "its"),
        }

    def _parts(self, node: Node, scope: Scope) -> tuple[Condition, ...]:
        if not isinstance(node.data, list) or not node.data:
            self._fault(node, "nothing to combine", "a list of at least one condition")
            return ()
        return tuple(self.read(part, scope) for part in node.items())

    def _defined(self, node: Node, scope: Scope) -> Condition:
        of = self.vocabulary.definitions.get(node.data)
        if of is None:
            self._faults.append(unknown(node, "definition", self.vocabulary.definitions))
            return Always()
        if of == CASE:
            return Defined("case", node.data)
        return self._named(node, scope, "its" if scope.its == of else "this")

    def _named(self, node: Node, scope: Scope, base: Base) -> Condition:
        of = self.vocabulary.definitions.get(str(node.data))
        if of is None:
            self._faults.append(unknown(node, "definition", self.vocabulary.definitions))
            return Always()
        if of != scope.of(base):
            meant = scope.of(base) or "nothing"
            return self._fault(
                node, f"'{node.data}' is of {of}, and here {meant} is meant", "another definition"
            )
        return Defined(base, str(node.data))

    def _entity(self, node: Node) -> str | None:
        if isinstance(node.data, str) and node.data in self.vocabulary.entities:
            return node.data
        self._faults.append(unknown(node, "entity", self.vocabulary.entities, code="quantifier-over-nothing"))
        return None

    def _where(self, node: Node, scope: Scope) -> Condition:
        where = node.get("where")
        return self.read(where, scope) if where is not None else Always()

    def _some(self, node: Node, scope: Scope) -> Condition:
        source = node["some"]
        if isinstance(source.data, dict):
            found = self._reference(source, scope, "references")
            if found is None:
                return Always()
            base, field, entity = found
            return SomeReferred(base, field, entity, self._where(node, replace(scope, its=entity)))
        named = self._entity(source)
        return Some(named, self._where(node, replace(scope, its=named))) if named else Always()

    def _every(self, node: Node, scope: Scope) -> Condition:
        entity = self._entity(node["every"])
        if entity is None:
            return Always()
        inner = replace(scope, its=entity)
        broken: Condition = Not(self._where(node, inner))
        among = node.get("among")
        if among is not None:
            broken = All((self.read(among, inner), broken))
        return Not(Some(entity, broken))

    def _another(self, node: Node, scope: Scope) -> Condition:
        entity = self._entity(node["another"])
        if entity is None:
            return Always()
        if entity != scope.this:
            return self._fault(node, f"'another' of {entity}, but the subject is not one", f"some: {entity}")
        return Some(entity, self._where(node, replace(scope, its=entity)), another=True)

    def _the(self, node: Node, scope: Scope) -> Condition:
        found = self._reference(node["the"], scope, "reference")
        if found is None:
            return Always()
        base, field, entity = found
        return TheReferred(base, field, entity, self._where(node, replace(scope, its=entity)))

    def _fewer_than(self, node: Node, scope: Scope) -> Condition:
        of = node.get("of")
        entity = self._entity(of) if of is not None else None
        if entity is None or type(node["fewer_than"].data) is not int:
            return self._fault(node, "this counts nothing", "{fewer_than: a number, of: an entity, where: …}")
        return FewerThan(node.data["fewer_than"], entity, self._where(node, replace(scope, its=entity)))

    def _reference(self, node: Node, scope: Scope, kind: str) -> tuple[Base, str, str] | None:
        """Base, field and entity of `{this: FIELD}` or `{its: FIELD}`, where the field is of that type."""
        if isinstance(node.data, dict):
            for base in ("this", "its"):
                if base in node:
                    field = self.vocabulary.fields(scope.of(base)).get(str(node.data[base]))
                    if isinstance(field, Field) and field.type == kind and field.entity:
                        return base, field.name, field.entity
        self._faults.append(
            node.fault(
                f"this names no field of type {kind}", "{this: FIELD} or {its: FIELD}", code="wrong-type"
            )
        )
        return None

    def _compare(self, node: Node, scope: Scope, base: Base) -> Condition:
        operators = [key for key in node.data if key != base]
        if len(operators) != 1:
            return self._fault(node, "a comparison needs one operator", f"one of {', '.join(_COMPARING)}")
        operator = operators[0]
        if base == "this" and node.data["this"] in ("value", "this"):
            return self._fault(
                node, "'this' is no field", "compare a field with this: {its: FIELD, equals: this}"
            )
        field = self.vocabulary.fields(scope.of(base)).get(str(node.data[base]))
        if field is None:
            known = list(self.vocabulary.fields(scope.of(base)))
            what = f"'{node.data[base]}' is no field of {scope.of(base) or 'anything meant here'}"
            return self._fault(node[base], what, suggestion(str(node.data[base]), known), code="unknown-word")
        kind = "choice" if isinstance(field, DerivedField) else field.type
        if operator not in _OPERATORS[kind]:
            right = f"one of {', '.join(_OPERATORS[kind])}"
            return self._fault(node, f"'{operator}' does not go with {field.name}, which is {kind}", right)
        values = self._values(node[operator], operator, field, scope, base)
        if kind == "choice" and operator in ("at_least", "below"):
            operator = "one_of"
        return Compare(base, field.name, cast("Operator", operator), values)

    def _values(
        self, node: Node, operator: str, field: Field | DerivedField, scope: Scope, base: Base
    ) -> tuple[Value | This, ...]:
        single = operator != "holds_own" and operator not in _OF_SEVERAL
        if single and not isinstance(node.data, str | int | bool):
            self._fault(node, f"'{operator}' takes one value", "a single value")
            return ("",)
        if operator in _OF_SEVERAL and isinstance(node.data, list) and not node.data:
            self._fault(node, f"'{operator}' of nothing", "at least one value")
        if operator == "holds_own":
            beside = self.vocabulary.fields(scope.of(base))
            if not isinstance(node.data, str) or node.data not in beside:
                self._fault(
                    node, f"'{node.data}' is no field beside {field.name}", "a reference of the same element"
                )
            return (str(node.data),)
        if operator == "empty" or (isinstance(field, Field) and field.type == "truth"):
            return self._typed(node, bool, "true or false")
        if isinstance(field, Field) and field.type == "whole":
            return self._number(node, operator, field)
        if isinstance(field, Field) and field.type in ("reference", "references"):
            return self._referred(node, field, scope)
        return self._choices(node, operator, field, scope)

    def _number(self, node: Node, operator: str, field: Field) -> tuple[Value, ...]:
        """Numbers that the field can be told by: with any other the comparison would always end alike."""
        values = self._typed(node, int, "a whole number")
        least, greatest = field.span
        first = least + 1 if operator in ("at_least", "below") else least
        for value in values:
            if isinstance(value, int) and not first <= value <= greatest:
                what = f"{field.name} runs from {least} to {greatest}, and {value} tells nothing of it apart"
                self._fault(node, what, f"a number from {first} to {greatest}", code="unknown-value")
        return values

    def _typed(self, node: Node, kind: type, right: str) -> tuple[Value, ...]:
        values = node.data if isinstance(node.data, list) else [node.data]
        if not values or any(type(value) is not kind for value in values):
            self._fault(node, f"'{node.data}' is not {right}", right)
        return tuple(values)

    def _referred(self, node: Node, field: Field, scope: Scope) -> tuple[Value | This, ...]:
        if node.data == "this" and scope.this == field.entity:
            return (This(),)
        if isinstance(node.data, str) and node.data in field.values:
            return (node.data,)
        self._fault(
            node,
            f"'{node.data}' is nothing that {field.name} can be",
            "this, or a word that the field allows",
        )
        return ("",)

    def _choices(
        self, node: Node, operator: str, field: Field | DerivedField, scope: Scope
    ) -> tuple[Value | This, ...]:
        enumeration = self.vocabulary.enumerations.get(field.enumeration or "")
        allowed = enumeration.values if enumeration else ()
        if node.data == "this" and scope.this == field.enumeration:
            return (This(),)
        if isinstance(node.data, str) and node.data in self.vocabulary.groups and operator in _OF_SEVERAL:
            chosen = self.vocabulary.groups[node.data]
        else:
            chosen = tuple(node.data if isinstance(node.data, list) else [node.data])
        for value in chosen:
            if not isinstance(value, str) or value not in allowed:
                what = f"'{value}' is no value of {field.name}"
                self._fault(node, what, suggestion(str(value), allowed), code="unknown-value")
        if operator in ("at_least", "below"):
            return self._ordered(node, operator, enumeration)
        return chosen

    def _ordered(self, node: Node, operator: str, enumeration: Enumeration | None) -> tuple[Value, ...]:
        if enumeration is None or not enumeration.ordered or node.data not in enumeration.values:
            self._fault(node, f"'{operator}' needs values in an order", "an enumeration with ordered: true")
            return ()
        index = enumeration.values.index(node.data)
        return enumeration.values[index:] if operator == "at_least" else enumeration.values[:index]

    def _fault(self, node: Node, what: str, right: str, *, code: str = "condition") -> Condition:
        self._faults.append(node.fault(what, right, code=code))
        return Always()
