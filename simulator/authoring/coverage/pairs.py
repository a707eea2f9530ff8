"""Pairs of facts on which one question depends, and in how many cases they meet.

Two facts of different fields meet where the same element has both, where one is of the case and the other of it or
of some element in it, and where one is of an element that refers to another and the other of the one referred to.
They count in a phase that asks a question which reads both fields.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from simulator.authoring.coverage.facts import Fact, Place, facts_of, places_read
from simulator.errors.faults import InputFault
from simulator.model.conditions import All, AnyOf, Base, Condition, Some, SomeReferred, TheReferred
from simulator.model.document import document_of
from simulator.model.questions import Subjects
from simulator.model.world import CASE
from simulator.rules.compiled import CompiledWorld
from simulator.rules.deciding import facts_where
from simulator.rules.source import guidance_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from simulator.authoring.coverage.moments import Moments
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.model.world import Field
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.situations import Met

Way = Literal["alone", "in the case", "referring"]
Number = int


class Pair(NamedTuple):
    """Two facts, and the way in which they meet: those of one element, of the case beside it, or by reference."""

    one: Fact
    other: Fact
    way: Way


class _Places(NamedTuple):
    """Two fields of which facts meet in one way, and the questions that read both."""

    one: Place
    other: Place
    way: Way
    questions: frozenset[str]


class Pairs:
    """All pairs of an engine's guidance, by their number."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._world = engine.guidance.world
        self._facts = facts_of(engine.guidance)
        self._read = places_read(engine.guidance)
        self._places = list(self._all_places())
        self.pairs: list[Pair] = []
        self._numbers: dict[object, Number] = {}
        for places in self._places:
            for one, other in product(self._facts[places.one], self._facts[places.other]):
                self._numbers[one.key, other.key, places.way] = len(self.pairs)
                self.pairs.append(Pair(one, other, places.way))
        self._of_questions = cache(self._asked)

    def met(self, cases: Iterable[Moments]) -> list[int]:
        """In how many cases each pair meets."""
        counted: Counter[Number] = Counter()
        for case in cases:
            counted.update({number for each in case.moments for number in self._at(each.met)})
        return [counted[number] for number in range(len(self.pairs))]

    def facts_for(self, number: Number) -> Mapping[str, Any] | None:
        """Small facts at which a pair meets, all of it told; None where none could be made."""
        # Nothing follows here from facts, so that what meets must be listed.
        facts = facts_where(*self._bare, self._condition(self.pairs[number]), "meeting")
        if facts is None:
            return None
        try:
            self._engine.read_facts(document_of(facts))
        except InputFault:
            return None
        return facts

    @cached_property
    def _bare(self) -> tuple[Guidance, CompiledWorld, Question]:
        """A guidance without additions, and a question that is asked about every case."""
        guidance = self._engine.guidance
        questions = list(guidance.questions.values())
        asked = replace(questions[0], subjects=Subjects(CASE, "case"), asked_when=None)
        bare = replace(
            guidance, world=replace(self._world, additions=()), questions={asked.question: asked}, rules={}
        )
        return bare, CompiledWorld(bare.world, guidance_source(bare), bare.name), asked

    def _all_places(self) -> Iterator[_Places]:
        for one, other in combinations(self._facts, 2):
            questions = frozenset(name for name, read in self._read.items() if {one, other} <= read)
            way = self._way(one[0], other[0])
            if questions and way is not None:
                holder_first = way != "referring" or bool(self._references(one[0], other[0]))
                yield _Places(*((one, other) if holder_first else (other, one)), way, questions)

    def _way(self, one: str, other: str) -> Way | None:
        if one == other:
            return "alone"
        if CASE in (one, other):
            return "in the case"
        return "referring" if self._references(one, other) or self._references(other, one) else None

    def _references(self, holder: str, referred: str) -> Sequence[Field]:
        """The fields by which elements refer to those of an entity."""
        if holder == CASE:
            return ()
        return [field for field in self._world.fields_of(holder).values() if field.entity == referred]

    def _asked(self, questions: tuple[str, ...]) -> list[_Places]:
        return [each for each in self._places if not each.questions.isdisjoint(questions)]

    def _at(self, met: Met) -> Iterator[Number]:
        elements = {
            entity: getattr(met.facts.case, entity)[: len(met.facts.data.get(entity, ()))]
            for entity in self._world.entities
        }
        elements[CASE] = [met.facts.case]
        held = cache(self._held)
        for one, other, way, _ in self._of_questions(met.questions):
            for element, beside in self._meeting(elements, one[0], other[0], way):
                for pair in product(held(one, element), held(other, beside)):
                    yield self._numbers[(*pair, way)]

    def _meeting(
        self, elements: Mapping[str, Sequence[Any]], one: str, other: str, way: Way
    ) -> Iterator[tuple[Any, Any]]:
        if way == "alone":
            yield from ((each, each) for each in elements[one])
        elif way == "in the case":
            yield from product(elements[one], elements[other])
        else:
            for holder in elements[one]:
                for field in self._references(one, other):
                    named = getattr(holder, field.name)
                    referred = named if field.type == "references" else (named,)
                    yield from ((holder, each) for each in referred if not isinstance(each, str))

    def _held(self, place: Place, element: Any) -> list[object]:
        value = getattr(element, place[1])
        return [] if value is None else [fact.key for fact in self._facts[place] if fact.holds(value)]

    def _condition(self, pair: Pair) -> Condition:
        one, other, way = pair
        if way == "alone":
            return _some(one.of, lambda base: All((one.condition(base), other.condition(base))))
        if way == "in the case":
            return All((_some(one.of, one.condition), _some(other.of, other.condition)))
        referred = [
            (SomeReferred if field.type == "references" else TheReferred)(
                "its", field.name, other.of, other.condition("its")
            )
            for field in self._references(one.of, other.of)
        ]
        return Some(one.of, All((one.condition("its"), AnyOf(tuple(referred)))))


def _some(of: str, condition: Callable[[Base], Condition]) -> Condition:
    """That the case, or some element of an entity, meets a condition."""
    return condition("case") if of == CASE else Some(of, condition("its"))
