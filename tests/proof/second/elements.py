"""Elements of facts as unknowns: for a choice a truth for each value, for a reference one for each target."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import z3  # type: ignore[import-untyped]

from tests.proof.second.pack_data import values_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Truth = Any
"""A truth value of z3."""


@dataclass(eq=False)
class Element:
    """The case, or an element that facts may list (`listed`) or that follows from them.

    A field is a truth, a number, or a mapping: from values, from words, or from the numbers of the elements
    referred to.
    """

    scope: str
    number: int
    present: Truth
    listed: bool = True
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Bound:
    """How many elements of each entity facts list at most."""

    most: Mapping[str, int]


def free_case(sections: dict[str, Any]) -> Element:
    """The case, with unknown fields."""
    case = Element("case", 0, z3.BoolVal(True))
    for name, declared in sections["case_fields"].items():
        case.fields[name] = _unknown(sections, f"case.{name}", declared, {})
    return case


def free_elements(sections: dict[str, Any], bound: Bound) -> dict[str, list[Element]]:
    """Elements of every entity, with unknown fields."""
    found: dict[str, list[Element]] = {}
    for entity, declared in sections["entities"].items():
        found[entity] = []
        for number in range(bound.most[entity]):
            name = f"{entity}{number}"
            element = Element(entity, number, z3.Bool(name))
            for each, kind in declared["fields"].items():
                element.fields[each] = _unknown(sections, f"{name}.{each}", kind, bound.most)
            found[entity].append(element)
    return found


def _unknown(sections: dict[str, Any], name: str, declared: dict[str, Any], most: Mapping[str, int]) -> Any:
    match declared["type"]:
        case "truth":
            return z3.Bool(name)
        case "whole":
            return z3.Int(name)
        case "choice" | "choices":
            return {value: z3.Bool(f"{name}={value}") for value in values_of(sections, declared)}
        case "reference":
            targets = [*declared.get("or", ()), *range(most[declared["to"]])]
            return {target: z3.Bool(f"{name}={target}") for target in targets}
        case "references":
            return {target: z3.Bool(f"{name}={target}") for target in range(most[declared["to"]])}
    raise ValueError(declared["type"])


def well_formed(
    sections: dict[str, Any], elements: Mapping[str, list[Element]], case: Element
) -> Iterator[Truth]:
    """What the form of a facts file says: one value where there is one, and references to what is listed."""
    yield from _formed(case, sections["case_fields"], elements)
    for entity, listed in elements.items():
        for one, other in itertools.pairwise(listed):
            yield z3.Implies(other.present, one.present)
        for element in listed:
            yield from (
                z3.Implies(element.present, each)
                for each in _formed(element, sections["entities"][entity]["fields"], elements)
            )


def _formed(
    element: Element, fields: dict[str, Any], elements: Mapping[str, list[Element]]
) -> Iterator[Truth]:
    for name, declared in fields.items():
        value = element.fields[name]
        match declared["type"]:
            case "whole":
                yield z3.And(value >= declared["from"], value <= declared["to"])
            case "choice" | "reference":
                yield z3.AtMost(*value.values(), 1)
                if "required_when" not in declared:
                    yield z3.Or(*value.values())
            case "choices":
                yield z3.Or(*value.values())
        if declared["type"] in ("reference", "references"):
            listed = elements[declared["to"]]
            yield from (
                z3.Implies(value[target], listed[target].present)
                for target in value
                if isinstance(target, int)
            )
