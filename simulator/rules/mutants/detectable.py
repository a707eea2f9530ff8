"""Which mutants any possible facts could detect, shown by such facts or proved to be none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from simulator.rules.construction import facts_at
from simulator.rules.facts import FactsReader
from simulator.rules.inlining import BeyondProof
from simulator.rules.mutants.bearing import bears_on_facts, touched
from simulator.rules.mutants.detecting import Detector, questions_changed
from simulator.rules.mutants.form import fault_of_form
from simulator.rules.mutants.ground import Grounds
from simulator.rules.mutants.meaning import means_the_same
from simulator.rules.mutants.reading import in_fields
from simulator.rules.mutants.showing import shown_in_facts
from simulator.rules.mutants.situations import Met
from simulator.rules.mutants.worlds import Worlds
from simulator.rules.order import CircularWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.rules.mutants.mutant import Mutant

Standing = Literal["detectable", "alike", "refused", "open"]
"""Some possible facts detect a mutant; none do, which is proved; no reader of rules would take it; or none of these."""


class Found(NamedTuple):
    """How a mutant stands, with facts that detect it where there are some."""

    standing: Standing
    facts: Mapping[str, Any] | None = None


class Examiner:
    """Examines mutants of one guidance, whose own rules are exact."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._guidance = engine.guidance
        self._reader = FactsReader(engine.compiled)
        self._grounds = Grounds(engine.guidance, engine.compiled)

    def examine(self, mutant: Mutant) -> Found:
        """How a mutant stands: small facts are made that detect it, or all points are gone through."""
        if fault_of_form(mutant.guidance) is not None:
            return Found("refused")
        try:
            if mutant.guidance.world is self._guidance.world:
                return self._in_questions(mutant, list(questions_changed(self._guidance, mutant.guidance)))
            if means_the_same(self._guidance, mutant.guidance, self._engine.compiled):
                return Found("alike")
            if bears_on_facts(self._guidance, mutant.guidance):
                return self._in_another_world(mutant)
            return self._in_questions(mutant, touched(self._guidance, mutant.guidance))
        except BeyondProof:
            return Found("open")
        except CircularWorld:
            return Found("refused")

    def _in_questions(self, mutant: Mutant, questions: Sequence[str]) -> Found:
        standing: Standing = "alike"
        for question in sorted(questions, key=lambda name: len(self._guidance.rules_of(name))):
            tried = self._detecting(mutant, (question,))
            ground = self._grounds.of(mutant.guidance, question)
            for region, mask in ground.differences(in_fields(mutant.guidance, question)):
                standing = "open"
                facts = facts_at(self._reader, region, mask, tried, "detecting")
                if facts is not None:
                    return Found("detectable", facts)
        return Found(standing)

    def _in_another_world(self, mutant: Mutant) -> Found:
        """Where a mutant changes which facts there are, its world is compared with the guidance's own."""
        worlds = Worlds(self._guidance, mutant.guidance, self._engine.compiled)
        if not worlds.comparable:
            return Found("open")
        tried = self._detecting(mutant, tuple(self._guidance.questions))
        facts = shown_in_facts(worlds, self._guidance, [self._reader], tried)
        if facts is not None:
            return Found("detectable", facts)
        return Found("open" if next(worlds.differences(), None) is not None else "alike")

    def _detecting(self, mutant: Mutant, questions: tuple[str, ...]) -> Callable[[Facts, str], bool]:
        def tried(facts: Facts, _: str) -> bool:
            return Detector(self._engine, [Met(facts, questions)]).detected_by(mutant) is not None

        return tried
