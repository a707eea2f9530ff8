"""Which mutants facts detect: those that do not answer there as the guidance does.

An answer is not alike where a question is asked by one of the two alone, where not exactly one of the mutant's
rules decides it, or where what is said of an option (its verdict, its basis, its citations), or whether the
guidance is silent, is not the same. Which rule says it, and in which words, makes no difference. A mutant that
calls the facts impossible is detected by them as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.rules.mutants.reading import answers, as_written, differing
from simulator.rules.mutants.reworking import Reworking
from simulator.rules.mutants.situations import Met, Situations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.mutant import Mutant
    from simulator.rules.mutants.reading import Answers
    from simulator.rules.mutants.reworking import Functions


class Detector:
    """Tells which mutants of a guidance some facts detect."""

    def __init__(
        self, engine: Engine, met: Iterable[Met], functions: Callable[[Guidance], Functions] | None = None
    ) -> None:
        """`functions` gives the functions of a mutant's world, where they are at hand already."""
        self._guidance = engine.guidance
        self._situations = Situations(engine, met)
        self._reworking = Reworking(engine, self._situations.met, functions)
        self._answers: dict[str, Answers] = {}

    def detected_by(self, mutant: Mutant) -> Met | None:
        """Facts that detect a mutant; None where none do. Raises CircularWorld."""
        number = self._first(mutant.guidance)
        return None if number is None else self._situations.met[number]

    def _first(self, mutant: Guidance) -> int | None:
        if mutant.world is not self._guidance.world:
            return self._reworking.detected_by(mutant)
        for question in questions_changed(self._guidance, mutant):
            points = self._situations.of(question)
            where = differing(self._answers_to(question), answers(as_written(mutant, question), points))
            if where:
                return points.first_met(where)
        return None

    def _answers_to(self, question: str) -> Answers:
        if question not in self._answers:
            reading = as_written(self._guidance, question)
            self._answers[question] = answers(reading, self._situations.of(question))
        return self._answers[question]


def questions_changed(guidance: Guidance, mutant: Guidance) -> Iterator[str]:
    """The questions whose rules, or on which condition they are asked, a mutant of the same world has otherwise."""
    for name, question in guidance.questions.items():
        if mutant.questions[name] != question or mutant.rules_of(name) != guidance.rules_of(name):
            yield name
