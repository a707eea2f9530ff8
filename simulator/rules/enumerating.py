"""What it would take to go through facts one by one, instead of through the predicates of a question."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.reads import declared_reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.model.world import Field


def facts_to_try(guidance: Guidance, question: Question, witnesses: Iterable[Mapping[str, Any]]) -> int:
    """How many facts there are that are no larger than the largest witnesses.

    Only the fields are counted that the question declares as read, each with all its values, possible
    together or not.
    """
    shown = list(witnesses)
    largest = {
        entity: max((len(facts.get(entity, ())) for facts in shown), default=0)
        for entity in guidance.world.entities
    }
    total = 1
    for of, names in _read(question).items():
        fields = guidance.world.fields_of(of)
        of_one = prod(_values(fields[name], largest) for name in names if name in fields)
        total *= of_one if of == CASE else of_one ** largest[of]
    return total


def _read(question: Question) -> Mapping[str, set[str]]:
    """The fields read of the case and of each entity; of the subject's, whosever they are."""
    found: dict[str, set[str]] = {}
    for of, name in declared_reads(question):
        found.setdefault(question.subjects.entity if of in ("own", "others") else of, set()).add(name)
    return found


def _values(field: Field, largest: Mapping[str, int]) -> int:
    match field.type:
        case "truth":
            return 2
        case "whole":
            return field.span[1] - field.span[0] + 1
        case "choice":
            return len(field.values)
        case "choices":
            return int(2 ** len(field.values)) - 1
        case "reference":
            return len(field.values) + largest[field.entity or ""]
        case "references":
            return int(2 ** largest[field.entity or ""])
