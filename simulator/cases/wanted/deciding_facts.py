"""The facts that decide: what of the facts of a phase any question declares to read.

A deciding fact is one value of one field that some question reads, of the case or of somebody of the cast, whoever
it is: of a set each value that it holds, of a number the class of those between which no condition tells. Of the
elements that evidence carries it is what they are with their grade, as one fact, and each value of another field
that questions read; references to others are no facts by themselves. Two deciding facts *meet* in a case where both
are so in the facts of one phase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.wanted.telling_apart import TellingApart
from simulator.model.conditions import All, Compare, Condition, Some
from simulator.model.world import CASE
from simulator.rules.predicates import question_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cases.pack import Makes
    from simulator.guidance.guidance import Guidance
    from simulator.model.world import Field
    from simulator.rules.facts import Facts

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class DecidingFact:
    """Fields of the case (`of` is `case`) or of some element of a list, and the values that they have or hold.

    Of a number the value stands for all with which conditions confuse it.
    """

    of: str
    values: tuple[tuple[str, Value], ...]

    def __str__(self) -> str:
        told = " and ".join(f"{name} {value}" for name, value in self.values)
        return told if self.of == CASE else f"{self.of} {told}"


class DecidingFacts:
    """All deciding facts of a guidance, as one pack makes its facts."""

    def __init__(self, guidance: Guidance, makes: Makes) -> None:
        self._world = guidance.world
        self._makes = makes
        self._apart = TellingApart(guidance.world)
        for question in guidance.questions.values():
            self._apart.add(question_conditions(guidance, question))
        self._read = _fields_read(guidance)
        self._stand_ins: dict[tuple[str, str, Any], Any] = {}
        self.all = tuple(self._all())
        self._known = frozenset(self.all)

    def at(self, facts: Facts) -> list[DecidingFact]:
        """Those that are so in the facts of a phase."""
        full = facts.full
        found = dict.fromkeys(self._of(CASE, full))
        for entity in self._world.entities:
            for element in full[entity]:
                found |= dict.fromkeys(self._of(entity, element))
        return [each for each in found if each in self._known]

    def condition(self, fact: DecidingFact) -> Condition:
        """That it is so, as a condition of the case."""
        base = "case" if fact.of == CASE else "its"
        parts = tuple(self._compared(base, fact.of, name, value) for name, value in fact.values)
        whole = parts[0] if len(parts) == 1 else All(parts)
        return whole if fact.of == CASE else Some(fact.of, whole)

    def _all(self) -> Iterator[DecidingFact]:
        for of, names in self._read.items():
            joined = self._joined(of)
            for name in names:
                if name not in joined:
                    for value in self._values(of, name):
                        yield DecidingFact(of, ((name, value),))
            if joined:
                yield from self._combined(of, joined)

    def _combined(self, of: str, names: Sequence[str]) -> Iterator[DecidingFact]:
        found: list[tuple[tuple[str, Value], ...]] = [()]
        for name in names:
            found = [(*each, (name, value)) for each in found for value in self._values(of, name)]
        return (DecidingFact(of, each) for each in found)

    def _joined(self, of: str) -> tuple[str, ...]:
        """The fields that make one fact together: what an element is, with its grade."""
        makes = self._makes
        return (*makes.distinct, makes.grade) if of == makes.carried else ()

    def _values(self, of: str, name: str) -> Sequence[Value]:
        field = self._world.fields_of(of)[name]
        if field.type == "truth":
            return (True, False)
        if field.type == "whole":
            return self._numbers(field)
        return () if field.type in ("reference", "references") else field.values

    def _numbers(self, field: Field) -> Sequence[int]:
        low, high = field.span
        ways = [(number, 1) for number in range(low, high + 1)]
        return [ways[0][0] for ways in self._apart.classes(field.name, ways)]

    def _of(self, of: str, fields: Mapping[str, Any]) -> Iterator[DecidingFact]:
        joined = self._joined(of)
        for name in self._read.get(of, ()):
            if name in joined or name not in fields:
                continue
            held = fields[name]
            for value in held if isinstance(held, list | frozenset | tuple) else (held,):
                yield DecidingFact(of, ((name, self._stood_for(of, name, value)),))
        if joined and all(name in fields for name in joined):
            yield DecidingFact(of, tuple((name, fields[name]) for name in joined))

    def _stood_for(self, of: str, name: str, value: Any) -> Any:
        """The value itself; of a number the least that cannot be told from it."""
        if isinstance(value, bool) or not isinstance(value, int):
            return value
        key = (of, name, value)
        if key not in self._stand_ins:
            alike, numbers = self._apart.class_of(name, value), self._numbers(self._world.fields_of(of)[name])
            self._stand_ins[key] = next(each for each in numbers if self._apart.class_of(name, each) == alike)
        return self._stand_ins[key]

    def _compared(self, base: Any, of: str, name: str, value: Value) -> Condition:
        field = self._world.fields_of(of)[name]
        if field.type != "whole":
            return Compare(base, name, "holds" if field.type == "choices" else "equals", (value,))
        alike = self._apart.class_of(name, value)
        low, high = field.span
        numbers = [each for each in range(low, high + 1) if self._apart.class_of(name, each) == alike]
        return Compare(base, name, "one_of", tuple(numbers))


def _fields_read(guidance: Guidance) -> Mapping[str, tuple[str, ...]]:
    """The fields that questions declare to read, by what they are of."""
    found: dict[str, dict[str, None]] = {}
    for question in guidance.questions.values():
        reads, own = question.reads, question.subjects.entity
        parts = {CASE: reads.case, **(reads.entities or {})}
        if own:
            parts[own] = reads.own | reads.others | parts.get(own, frozenset())
        for of, names in parts.items():
            found.setdefault(of, {}).update(dict.fromkeys(sorted(names)))
    return {of: tuple(names) for of, names in found.items()}
