"""Conditions, straight from their trees in the pack, as formulas over unknown facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import z3  # type: ignore[import-untyped]

from tests.proof.second.elements import Bound, Element, Truth, free_case, free_elements, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

Subject = Element | str
"""An element, or one of the values about which a question is asked."""


class SecondWorld:
    """Unknown facts within a bound, what follows from them, and what conditions say of them."""

    def __init__(self, sections: dict[str, Any], bound: Bound) -> None:
        self.sections = sections
        self.case = free_case(sections)
        self.listed = free_elements(sections, bound)
        self.elements = {entity: list(listed) for entity, listed in self.listed.items()}
        self._worked_out: dict[tuple[str, Element], Any] = {}
        for addition in sections.get("derived", ()):
            self._add(addition)

    def possible(self) -> Iterator[Truth]:
        """What holds of all facts that a file may state."""
        yield from well_formed(self.sections, self.listed, self.case)
        for impossible in self.sections["impossible"]:
            of = [self.case] if impossible["of"] == "case" else self.listed[impossible["of"]]
            for element in of:
                yield z3.Not(z3.And(element.present, self.holds(impossible["when"], element)))
        for entity, declared in self.sections["entities"].items():
            for name, kind in declared["fields"].items():
                if "required_when" in kind:
                    for element in self.listed[entity]:
                        needed = z3.And(element.present, self.holds(kind["required_when"], element))
                        yield z3.Implies(needed, z3.Or(*element.fields[name].values()))

    def holds(self, tree: Any, this: Subject, its: Element | None = None) -> Truth:
        """That a condition holds of a subject and the element meant."""
        if isinstance(tree, str):
            return self._defined(tree, this, its)
        match tree:
            case {"all": parts}:
                return z3.And(*(self.holds(part, this, its) for part in parts))
            case {"any": parts}:
                return z3.Or(*(self.holds(part, this, its) for part in parts))
            case {"not": part}:
                return z3.Not(self.holds(part, this, its))
            case {"this_is": name}:
                return self._of(name, this)
            case {"some": dict() as of, "where": where}:
                return self._referred(of, where, this, its)
            case {"the": of, "where": where}:
                return self._referred(of, where, this, its)
            case {"some": entity, "where": where}:
                return z3.Or(*self._each(entity, where, this))
            case {"another": entity, "where": where}:
                return z3.Or(*self._each(entity, where, this, but=this))
            case {"every": entity, "where": where}:
                among = tree.get("among")
                broken = {"not": where} if among is None else {"all": [among, {"not": where}]}
                return z3.Not(z3.Or(*self._each(entity, broken, this)))
            case {"fewer_than": number, "of": entity, "where": where}:
                return z3.AtMost(*self._each(entity, where, this), number - 1)
        return self._compared(tree, this, its)

    def _each(self, entity: str, where: Any, this: Subject, but: Subject | None = None) -> Iterator[Truth]:
        for element in self.elements[entity]:
            if element is not but:
                yield z3.And(element.present, self.holds(where, this, element))

    def _referred(self, of: dict[str, str], where: Any, this: Subject, its: Element | None) -> Truth:
        holder, name = (this, of["this"]) if "this" in of else (its, of["its"])
        assert isinstance(holder, Element)
        targets = self.listed[self._declared(holder.scope, name)["to"]]
        named = {target: held for target, held in holder.fields[name].items() if isinstance(target, int)}
        return z3.Or(
            *(z3.And(held, self.holds(where, this, targets[target])) for target, held in named.items())
        )

    def _defined(self, name: str, this: Subject, its: Element | None) -> Truth:
        of = self.sections["definitions"][name]["of"]
        if of == "case":
            return self._of(name, self.case)
        return self._of(name, its if its is not None and its.scope == of else this)

    def _of(self, name: str, element: Subject) -> Truth:
        assert isinstance(element, Element)
        key = (name, element)
        if key not in self._worked_out:
            self._worked_out[key] = self.holds(self.sections["definitions"][name]["when"], element)
        return self._worked_out[key]

    def _declared(self, scope: str, name: str) -> dict[str, Any]:
        fields = (
            self.sections["case_fields"] if scope == "case" else self.sections["entities"][scope]["fields"]
        )
        declared: dict[str, Any] = fields[name]
        return declared

    def _field(self, element: Element, name: str) -> Any:
        if name in element.fields:
            return element.fields[name]
        key = (f"field {name}", element)
        if key not in self._worked_out:
            rows = self.sections["entities"][element.scope]["derived"][name]["rows"]
            self._worked_out[key] = self._by_rows(rows, element)
        return self._worked_out[key]

    def _by_rows(self, rows: list[dict[str, Any]], element: Element) -> dict[str, Truth]:
        """For each value that it follows; the first row that applies decides."""
        follows: dict[str, Truth] = {}
        earlier = z3.BoolVal(False)
        for row in rows:
            applies = self.holds(row["when"], element) if "when" in row else z3.BoolVal(True)
            here = z3.And(applies, z3.Not(earlier))
            then = row["then"] if "then" in row else row["otherwise"]
            follows[then] = z3.Or(follows.get(then, z3.BoolVal(False)), here)
            earlier = z3.Or(earlier, applies)
        return follows

    def _compared(self, tree: dict[str, Any], this: Subject, its: Element | None) -> Truth:
        [base] = tree.keys() & {"case", "this", "its"}
        [operator] = tree.keys() - {base}
        element = {"case": self.case, "this": this, "its": its}[base]
        assert isinstance(element, Element)
        value = self._field(element, tree[base])
        asked = tree[operator]
        if not isinstance(value, dict):
            return _plain(operator, value, asked)
        if asked == "this":
            return value.get(this.number if isinstance(this, Element) else this, z3.BoolVal(False))
        if operator == "holds_own":
            own = self._field(element, asked)
            return z3.Or(*(z3.And(held, own.get(target, False)) for target, held in value.items()))
        if operator == "empty":
            return z3.Or(*value.values()) != asked
        if operator == "holds_only":
            among = self._several(asked)
            return z3.Not(z3.Or(*(held for each, held in value.items() if each not in among)))
        wanted = self._wanted(operator, asked, element, tree[base])
        return z3.Or(*(held for each, held in value.items() if each in wanted))

    def _wanted(self, operator: str, asked: Any, element: Element, name: str) -> list[Any]:
        """The values with any of which a comparison is met."""
        if operator in ("equals", "holds"):
            return [asked]
        if operator in ("one_of", "holds_any"):
            return self._several(asked)
        entity = self.sections["entities"].get(element.scope, {})
        declared = {**entity.get("fields", {}), **entity.get("derived", {})}[name]
        order: list[str] = self.sections["enumerations"][declared["of"]]["values"]
        place = order.index(asked)
        return order[place:] if operator == "at_least" else order[:place]

    def _several(self, asked: Any) -> list[Any]:
        if isinstance(asked, str):
            return list(self.sections["groups"][asked])
        return list(asked)

    def _add(self, addition: dict[str, Any]) -> None:
        """Elements that follow: one for each that meets the condition and has none like it listed."""
        entity = addition["add"]
        fields = self.sections["entities"][entity]["fields"]
        before = list(self.elements[entity])
        for holder in self.listed[addition["for_each"]]:
            added = Element(entity, len(self.elements[entity]), z3.BoolVal(True), listed=False)
            for name, declared in fields.items():
                given = addition["with"].get(name, declared.get("default"))
                added.fields[name] = _given(holder.number if given == "this" else given, declared["type"])
            alike = [
                z3.And(
                    other.present,
                    *(_same(other.fields[name], added.fields[name]) for name in addition["unless_same"]),
                )
                for other in before
            ]
            when = z3.And(holder.present, self.holds(addition["when"], holder))
            added.present = z3.And(when, z3.Not(z3.Or(*alike)))
            self.elements[entity].append(added)


def _plain(operator: str, value: Any, asked: Any) -> Truth:
    match operator:
        case "equals":
            return value == asked
        case "one_of":
            return z3.Or(*(value == each for each in asked))
        case "at_least":
            return value >= asked
    return value < asked


def _given(value: Any, kind: str) -> Any:
    if kind in ("choice", "reference"):
        return {value: z3.BoolVal(True)}
    return {} if kind in ("choices", "references") else value


def _same(one: dict[Any, Truth], other: dict[Any, Truth]) -> Truth:
    """That two choices or references, the other one known, are the same."""
    [known] = other
    return one.get(known, z3.BoolVal(False))
