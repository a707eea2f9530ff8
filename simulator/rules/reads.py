"""What a decision depends on: the fields that its conditions read, through everything derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.conditions import (
    All,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Some,
    SomeReferred,
    TheReferred,
    This,
    parts_of,
)
from simulator.model.world import CASE, Addition, World
from simulator.rules.predicates import question_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question

Read = tuple[str, str]
"""Of what (`case`, `own`, `others` or an entity) and which field."""


def fields_read(guidance: Guidance, question: Question) -> frozenset[Read]:
    """The fields that can make a difference to the decision of a question."""
    reader = _Reader(guidance.world, question.subjects.entity)
    subject = {"case": CASE, "elements": "own", "values": ""}[question.subjects.kind]
    return frozenset(
        read
        for condition in question_conditions(guidance, question)
        for read in reader.read(condition, subject, "")
    )


def declared_reads(question: Question) -> frozenset[Read]:
    """The fields that a question declares as read."""
    reads = question.reads
    found = {(CASE, field) for field in reads.case}
    found |= {("own", field) for field in reads.own} | {("others", field) for field in reads.others}
    found |= {(entity, field) for entity, fields in (reads.entities or {}).items() for field in fields}
    return frozenset(found)


class _Reader:
    def __init__(self, world: World, subject_entity: str) -> None:
        self._world = world
        self._subject_entity = subject_entity
        self._within: set[tuple[str, str]] = set()
        self._own_references: set[str] = set()

    def read(self, condition: Condition, this: str, its: str) -> Iterator[Read]:
        """Reads of a condition; `this` and `its` stand for CASE, own, others, any or an entity."""
        match condition:
            case Defined(base, name):
                definition = self._world.definitions[name]
                inner = CASE if definition.of == CASE else {"this": this, "its": its, "case": CASE}[base]
                yield from self.read(definition.when, inner, "")
            case Compare(base, field, operator, values):
                scope = {"case": CASE, "this": this, "its": its}[base]
                yield from self._field(scope, field)
                if operator == "holds_own":
                    yield from self._field(scope, str(values[0]))
            case Some(entity, where, another):
                yield from self._added(entity, _conjuncts(where))
                yield from self._pinned(where, this, self._any_of(entity, another=another))
            case FewerThan(_, entity, where):
                yield from self.read(where, this, self._any_of(entity))
            case SomeReferred(base, field, entity, where) | TheReferred(base, field, entity, where):
                yield from self._field({"this": this, "its": its, "case": CASE}[base], field)
                own = field in self._own_references and entity == self._subject_entity
                yield from self.read(where, this, "own" if own else self._any_of(entity))
            case _:
                for part in parts_of(condition):
                    yield from self.read(part, this, its)

    def _any_of(self, entity: str, *, another: bool = False) -> str:
        if entity != self._subject_entity:
            return entity
        return "others" if another else "any"

    def _pinned(self, where: Condition, this: str, its: str) -> Iterator[Read]:
        """Reads of what is asked of an element; a reference that must be the subject is to nobody else."""
        before = self._own_references
        self._own_references = {each.field for each in _conjuncts(where) if _is_subject(each)}
        yield from self.read(where, this, its)
        self._own_references = before

    def _field(self, scope: str, field: str) -> Iterator[Read]:
        entity = self._subject_entity if scope in ("own", "others", "any") else scope
        derived = self._world.entities[entity].derived.get(field) if entity in self._world.entities else None
        if derived is not None:
            for row in derived.rows:
                if row.when is not None:
                    yield from self.read(row.when, scope, "")
        elif scope == "any":
            yield from (("own", field), ("others", field))
        elif scope:
            yield scope, field

    def _added(self, entity: str, asked: list[Compare]) -> Iterator[Read]:
        """What decides whether an element is added that could meet what is asked."""
        for addition in self._world.additions:
            if addition.entity != entity or not _could_meet(addition, asked):
                continue
            key = (entity, addition.each)
            if key not in self._within:
                self._within.add(key)
                own = any(_is_subject(each) and addition.values.get(each.field, "") is None for each in asked)
                scope = (
                    "own" if own and addition.each == self._subject_entity else self._any_of(addition.each)
                )
                yield from self.read(addition.when, scope, "")
                self._within.discard(key)


def _conjuncts(condition: Condition) -> list[Compare]:
    """The comparisons with the element meant that must hold for the condition to hold."""
    match condition:
        case All(parts):
            return [each for part in parts for each in _conjuncts(part)]
        case Compare(base="its"):
            return [condition]
        case _:
            return []


def _is_subject(compare: Compare) -> bool:
    return compare.operator == "equals" and isinstance(compare.values[0], This)


def _could_meet(addition: Addition, asked: list[Compare]) -> bool:
    for compare in asked:
        value = addition.values.get(compare.field, "")
        plain = compare.operator in ("equals", "one_of") and not _is_subject(compare)
        if compare.field in addition.values and value is not None and plain and value not in compare.values:
            return False
    return True
