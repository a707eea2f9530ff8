"""Two guidances asked about the same facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.engine import Engine
from simulator.rules.mutants.mutant import only

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.rules.facts import Facts


class Comparison:
    """The answers of two guidances, to one question or to all."""

    def __init__(self, one: Guidance, other: Guidance, question: str | None = None) -> None:
        both = (one, other) if question is None else (only(one, question), only(other, question))
        self._engines = [Engine(guidance) for guidance in both]

    def about(self, facts: Facts, subject: str) -> bool:
        """Whether some answer about a subject differs."""
        one, other = (_answers(engine, facts.data, subject) for engine in self._engines)
        return one != other

    def anywhere(self, facts: Facts, _: str) -> bool:
        """Whether some answer differs; that facts are refused is an answer as well."""
        one, other = (_answers(engine, facts.data, None) for engine in self._engines)
        return one != other


def _answers(engine: Engine, facts: Mapping[str, Any], subject: str | None) -> object:
    try:
        read = engine.read_facts(document_of(facts))
    except InputFault:
        return None
    return [each.as_data() for each in engine.assess(read) if subject in (None, each.subject)]
