"""A question at one state of the case, ready for a search: its goals, and what each element can be for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import All, Compare, Condition, Not
from simulator.model.world import CASE
from simulator.rules.flips.folding import about_value, folded, gathered, hoisted, moved
from simulator.rules.flips.goals import Goal, GoalFinder, Row
from simulator.rules.flips.layout import Formula, Layout, layout_of
from simulator.rules.flips.natures import nature_of, plain_fields
from simulator.rules.flips.tables import Tables
from simulator.rules.inlining import BeyondProof, all_parts, inlined
from simulator.rules.population import refers
from simulator.rules.predicates import question_conditions, tested
from simulator.rules.source import ordered_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question, Rule
    from simulator.model.world import Entity
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.flips.folding import Known

Worked = Callable[[Condition], Condition]


class Model:
    """One question, about a value where it is asked about values, at one state of the case's own fields."""

    def __init__(self, tables: Tables, asked: Formula, rows: Sequence[Row]) -> None:
        self.tables = tables
        self._asked = asked
        self._rows = rows
        self._goals: dict[str, list[Goal]] = {}

    def goals(self, option: str) -> list[Goal]:
        """The goals of an option."""
        if option not in self._goals:
            self._goals[option] = self._finder.goals(option)
        return self._goals[option]

    @cached_property
    def _finder(self) -> GoalFinder:
        return GoalFinder(self.tables.layout, self._asked, self._rows, self.tables.possible)


class ModelMaker:
    """Makes the models of one question."""

    def __init__(self, guidance: Guidance, compiled: CompiledWorld, question: Question) -> None:
        self._compiled = compiled
        self._question = question
        self._world = guidance.world
        self._rules = ordered_rules(guidance, question.question)
        self._conditions = question_conditions(guidance, question)
        self.subject_entity = question.subjects.entity if question.subjects.kind == "elements" else ""
        self._tables: dict[object, Tables] = {}
        if self.subject_entity and refers(self._world.entities[self.subject_entity]):
            raise BeyondProof(f"{question.question} is asked about elements that refer to others")

    def case_conditions(self) -> Iterator[Compare]:
        """The comparisons with fields of the case on which anything rests, the case called `this` in them."""
        world = self._world
        found = [inlined(world, each) for each in self._conditions]
        if self._question.subjects.kind == "case":
            found = [moved(each, "this", "case") for each in found]
        found += [self._of_case(each.when) for each in world.impossible if each.of == CASE]
        found += [inlined(world, each.when) for each in world.impossible if each.of != CASE]
        found += [inlined(world, each.when) for each in world.additions]
        for entity in world.entities.values():
            found += [inlined(world, when) for when in _of_fields(entity)]
        for condition in dict.fromkeys(part for each in found for part in all_parts(each)):
            if isinstance(condition, Compare) and condition.base == "case":
                yield replace(condition, base="this")

    def model(self, values: Mapping[str, Any], subject: str) -> Model:
        """The model at these values of the case's fields. Raises BeyondProof."""
        case = SimpleNamespace(**values)

        def known(part: Condition) -> bool | None:
            of_case = isinstance(part, Compare) and part.base == "case"
            return bool(tested(part)(case, None, None)) if of_case else None

        def worked(condition: Condition) -> Condition:
            return self._worked(condition, subject, known)

        asked = self._asked(worked, known)
        conditions = {each: worked(each) for each in self._conditions}
        layout = layout_of([asked, *conditions.values()], self._plain)
        formulas = {each: layout.formula(condition) for each, condition in conditions.items()}
        rows = [_row(rule, formulas) for rule in self._rules]
        return Model(self._tables_of(layout, known), layout.formula(asked), rows)

    def _tables_of(self, layout: Layout, known: Known) -> Tables:
        added = {each.entity for each in layout.statements}
        world = self._world
        natures = {name: nature_of(world, entity, known, added) for name, entity in world.entities.items()}
        key = (layout, tuple(natures.values()))
        if key not in self._tables:
            self._tables[key] = Tables(self._compiled, natures, layout, self.subject_entity)
        return self._tables[key]

    @property
    def _plain(self) -> frozenset[str]:
        return plain_fields(self._world.entities[self.subject_entity]) if self.subject_entity else frozenset()

    def _worked(self, condition: Condition, subject: str, known: Known) -> Condition:
        """A condition of the question with the state of the case put in."""
        found = inlined(self._world, condition)
        if self._question.subjects.kind == "case":
            found = moved(found, "this", "case")
        elif self._question.subjects.kind == "values":
            found = about_value(found, subject)
        return gathered(folded(hoisted(folded(found, known)), _nothing), "this", self._plain)

    def _of_case(self, condition: Condition) -> Condition:
        return moved(inlined(self._world, condition), "this", "case")

    def _asked(self, worked: Worked, known: Known) -> Condition:
        """Where the question is asked of possible facts."""
        question = self._question
        possible = [
            Not(folded(self._of_case(each.when), known)) for each in self._world.impossible if each.of == CASE
        ]
        wanted = [worked(each) for each in (question.asked_when, question.subjects.where) if each is not None]
        return folded(All((*wanted, *possible)), _nothing)


def _row(rule: Rule, formulas: Mapping[Condition, Formula]) -> Row:
    """A rule in terms of atoms."""
    cells = {
        option: tuple((True if each.when is None else formulas[each.when], each.ruling) for each in cell)
        for option, cell in rule.options.items()
    }
    return Row(True if rule.when is None else formulas[rule.when], cells)


def _nothing(_: Condition) -> None:
    """Nothing more is known."""


def _of_fields(entity: Entity) -> Iterator[Condition]:
    for field in entity.fields.values():
        yield from (each for each in [field.required_when] if each is not None)
        yield from (row.when for row in field.default if row.when is not None)
    for derived in entity.derived.values():
        yield from (row.when for row in derived.rows if row.when is not None)
