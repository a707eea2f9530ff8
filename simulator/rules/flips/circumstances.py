"""Facts as the search sees them: their parts, made once for all that is asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.rules.flips.parts import Given, LeafPart
from simulator.rules.flips.problem import Problem
from simulator.rules.flips.referring_part import ReferringPart
from simulator.rules.flips.slices import Slice, Surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.rules.facts import Facts
    from simulator.rules.flips.tables import Tables


class Circumstances:
    """The parts of given facts, by the tables of kinds that tell them apart."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.case = Given("", 0, facts.data, facts.case)
        self.elements: Mapping[str, list[Given]] = {
            name: [
                Given(name, index, given, getattr(facts.case, name)[index])
                for index, given in enumerate(facts.data.get(name, ()))
            ]
            for name in facts.world.entities
        }
        self._problems: dict[object, Problem] = {}
        self._leaves: dict[object, LeafPart] = {}
        self._referring: dict[object, ReferringPart] = {}

    def problem(self, tables: Tables, subject: str) -> Problem:
        """The parts as some tables tell them apart; `subject` is the id of the element asked about, if any."""
        key = (id(tables), subject)
        if key not in self._problems:
            self._problems[key] = self._problem(tables, subject)
        return self._problems[key]

    def _problem(self, tables: Tables, subject: str) -> Problem:
        slices = self._slices(tables)
        named = subject if tables.names_subject else ""
        around = Surroundings(slices, tables.subject_entity, named)
        referring = [
            self._referring_part(tables, each, around)
            for name in tables.referring
            for each in self.elements[name]
        ]
        leaves: list[tuple[LeafPart, Slice | None]] = [
            (
                self._leaf_part(tables, each, subject),
                slices[name].get(str(each.data.get("id", ""))) if name in slices else None,
            )
            for name in tables.others
            for each in self.elements[name]
        ]
        return Problem(referring, leaves)

    def _slices(self, tables: Tables) -> dict[str, dict[str, Slice]]:
        slices: dict[str, dict[str, Slice]] = {}
        shift = 0
        for name in tables.others:
            if not self.facts.world.entities[name].has_ids:
                continue
            ways, additions = len(tables.seers[name].examples), len(tables.additions.get(name, ()))
            slices[name] = {}
            for each in self.elements[name]:
                slices[name][str(each.data["id"])] = Slice(shift, ways, additions)
                shift += ways + additions
        return slices

    def _leaf_part(self, tables: Tables, given: Given, subject: str) -> LeafPart:
        name = given.entity
        is_subject = (
            tables.subject is not None and name == tables.subject_entity and given.data.get("id") == subject
        )
        key = (id(tables), name, given.index, is_subject)
        if key not in self._leaves:
            table = tables.subject if is_subject else None
            self._leaves[key] = LeafPart(given, table or tables.others[name])
        return self._leaves[key]

    def _referring_part(self, tables: Tables, given: Given, around: Surroundings) -> ReferringPart:
        key = (id(tables), given.entity, given.index, around.subject)
        if key not in self._referring:
            self._referring[key] = ReferringPart(given, tables.referring[given.entity], around)
        return self._referring[key]
