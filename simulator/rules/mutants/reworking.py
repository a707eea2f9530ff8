"""Mutants of what follows from facts: the facts are worked out anew as the mutant has it, and then decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.guidance.rule_reading import dominators
from simulator.model.document import document_of
from simulator.model.world import CASE
from simulator.rules.compiled import CompiledWorld
from simulator.rules.facts import FactsReader
from simulator.rules.mutants.situations import everybody
from simulator.rules.source import guidance_source, ordered_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.world import World
    from simulator.rules.decisions import Ruled
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.situations import Met

Functions = Mapping[str, Callable[..., Any]]


class Reworking:
    """Facts that are worked out again and again, each time as another mutant has it."""

    def __init__(
        self, engine: Engine, met: Sequence[Met], functions: Callable[[Guidance], Functions] | None = None
    ) -> None:
        self._engine = engine
        self._met = met
        self._functions = functions or world_functions
        self._reader = _RawReader(engine.compiled)
        self._benches: list[_Bench] = []
        self._told = _Told(engine)

    def detected_by(self, mutant: Guidance) -> int | None:
        """The number of some facts that detect a mutant of the world. Raises CircularWorld."""
        functions = self._functions(mutant)
        for bench in self._all_benches():
            bench.work_out(functions)
            if bench.follows != bench.followed and (
                bench.is_impossible(functions) or self._told.of(bench.case, bench.questions) != bench.told
            ):
                # What detects one mutant is likely to detect the next as well.
                self._benches.remove(bench)
                self._benches.insert(0, bench)
                return bench.number
        return None

    def _all_benches(self) -> Iterator[_Bench]:
        yield from tuple(self._benches)
        functions = self._engine.compiled.functions
        for number in range(len(self._benches), len(self._met)):
            facts, questions = self._met[number]
            told = self._told.of(facts.case, questions)
            bench = _Bench(number, self._engine.guidance.world, self._reader.raw(facts.data), questions, told)
            bench.work_out(functions)
            bench.followed = bench.follows
            self._benches.append(bench)
            yield bench


def world_functions(guidance: Guidance) -> Functions:
    """The functions that work out what follows from facts. Raises CircularWorld."""
    source = guidance_source(replace(guidance, questions={}, rules={}))
    return CompiledWorld(guidance.world, source, guidance.name).functions


class _Told:
    """What the rules of an engine say of facts, in whichever world these were worked out."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._said: dict[int, tuple[Ruled, object]] = {}
        self._orders = {name: _order(engine.guidance, name) for name in engine.guidance.questions}

    def of(self, case: Any, questions: Sequence[str]) -> list[tuple[str, str, object]]:
        """Of each question about each subject, in order, what is said; None where not exactly one rule decides."""
        told: list[tuple[str, str, object]] = []
        for question in questions:
            asked = self._engine.compiled.functions.get(f"asked_{question}")
            for subject in everybody(self._engine, self._engine.guidance.questions[question].subjects, case):
                if asked is None or asked(case, subject):
                    name = subject if isinstance(subject, str) else subject.id
                    told.append((question, name, self._decided(question, case, subject)))
        return told

    def _decided(self, question: str, case: Any, subject: Any) -> object:
        ruled, applies, _ = self._engine.tracer(question)(case, subject)
        order = self._orders[question]
        apply = {name for name, holds in zip(order, applies, strict=True) if holds}
        if ruled is None or sum(order[name].isdisjoint(apply) for name in apply) > 1:
            return None
        return self._content(ruled)

    def _content(self, ruled: Ruled) -> object:
        if id(ruled) not in self._said:
            options = [
                (option, each.verdict, each.basis, each.citations) for option, each in ruled.options.items()
            ]
            self._said[id(ruled)] = ruled, (ruled.rule.silence is not None, options)
        return self._said[id(ruled)][1]


def _order(guidance: Guidance, question: str) -> Mapping[str, frozenset[str]]:
    """The rules with conditions, as they are traced, each with those to which it yields."""
    return {
        rule.rule: dominators(guidance.rules, rule.rule)
        for rule in ordered_rules(guidance, question)
        if rule.when is not None
    }


class _RawReader(FactsReader):
    """Reads facts of which nothing is worked out."""

    def raw(self, data: Mapping[str, Any]) -> Any:
        """The case of possible facts, with the elements that they list."""
        return self._case(document_of(data), data, [])


class _Bench:
    """Facts in memory on which worlds are tried, one after the other.

    `told` is what is said of them in their own world, and `followed` what then follows from them.
    """

    followed: object = None

    def __init__(self, number: int, world: World, case: Any, questions: Sequence[str], told: object) -> None:
        self.number = number
        self.case = case
        self.questions = questions
        self.told = told
        self._names = {scope: _names(world, scope) for scope in (CASE, *world.entities)}
        self._listed = {name: list(getattr(case, name)) for name in world.entities}
        self._left_out = [
            (each, name, f"required_{scope}_{name}" if field.required_when is not None else None)
            for scope, elements in self._scopes(self._listed)
            for name, field in world.fields_of(scope).items()
            for each in elements
            if getattr(each, name) is None
        ]

    def work_out(self, functions: Functions) -> None:
        """Works the facts out as a world has them."""
        for name, listed in self._listed.items():
            setattr(self.case, name, list(listed))
        for each, name, _ in self._left_out:
            setattr(each, name, None)
        functions["work_out"](self.case)

    @property
    def follows(self) -> object:
        """All that follows from the facts, as they were last worked out."""
        present = {name: getattr(self.case, name) for name in self._listed}
        return [
            [getattr(each, name) for name in self._names[scope]]
            for scope, elements in self._scopes(present)
            for each in elements
        ]

    def is_impossible(self, functions: Functions) -> bool:
        """Whether a world, in which the facts were worked out, would not have them."""
        lacking = any(
            required is not None and functions[required](self.case, each)
            for each, _, required in self._left_out
        )
        return lacking or any(
            functions[f"impossible_{scope}"](self.case, each)
            for scope, elements in self._scopes(self._listed)
            for each in elements
        )

    def _scopes(self, elements: Mapping[str, Sequence[Any]]) -> list[tuple[str, Sequence[Any]]]:
        return [(CASE, [self.case]), *elements.items()]


def _names(world: World, scope: str) -> tuple[str, ...]:
    """The fields of the case or of an entity, and what is worked out of it."""
    defined = [each.name for each in world.definitions.values() if each.of == scope]
    derived = () if scope == CASE else world.entities[scope].derived
    return (*world.fields_of(scope), *derived, *defined)
