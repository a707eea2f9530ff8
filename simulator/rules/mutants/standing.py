"""How every mutant of a guidance stands, and which of them some facts detect."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from simulator.rules.mutants.detectable import Examiner
from simulator.rules.mutants.detecting import Detector
from simulator.rules.mutants.every import mutants
from simulator.rules.mutants.form import fault_of_form
from simulator.rules.mutants.reworking import world_functions
from simulator.rules.order import CircularWorld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from simulator.guidance.guidance import Guidance
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.detectable import Standing
    from simulator.rules.mutants.mutant import Mutant
    from simulator.rules.mutants.reworking import Functions
    from simulator.rules.mutants.situations import Met


class Catalogue:
    """The mutants of an engine's guidance, by their number in the order in which they are made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.mutants: Sequence[Mutant] = tuple(mutants(engine.guidance))
        self._functions: dict[int, Functions] = {}

    @cached_property
    def _examiner(self) -> Examiner:
        return Examiner(self._engine)

    def standings(self, stock: Iterable[Met] = ()) -> list[Standing]:
        """How each mutant stands: the same whatever the stock, facts that spare the making of others."""
        detector = Detector(self._engine, stock)
        return [self._standing(detector, mutant) for mutant in self.mutants]

    def _standing(self, detector: Detector, mutant: Mutant) -> Standing:
        if fault_of_form(mutant.guidance) is not None:
            return "refused"
        try:
            if detector.detected_by(mutant) is not None:
                return "detectable"
        except CircularWorld:
            return "refused"
        return self._examiner.examine(mutant).standing

    def detected(self, met: Iterable[Met], among: Iterable[int]) -> Mapping[int, Met]:
        """Of some detectable mutants, by number, those that facts detect, each with some that do."""
        detector = Detector(self._engine, met, self._functions_of)
        found = {number: detector.detected_by(self.mutants[number]) for number in among}
        return {number: each for number, each in found.items() if each is not None}

    def facts_for(self, number: int) -> Mapping[str, Any] | None:
        """Small facts that detect a mutant; None where none could be made."""
        return self._examiner.examine(self.mutants[number]).facts

    def _functions_of(self, mutant: Guidance) -> Functions:
        if id(mutant) not in self._functions:
            self._functions[id(mutant)] = world_functions(mutant)
        return self._functions[id(mutant)]
