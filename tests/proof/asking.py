"""What an engine made anew for a mutant answers, without anything of the mutants' own room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.guidance.rule_reading import dominators
from simulator.model.document import document_of
from simulator.rules.engine import Engine
from simulator.rules.source import ordered_rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.rules.facts import Facts


class Asked:
    """The answers of one guidance: by question and subject what is said of each option, or nothing exact."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._engine = Engine(guidance)

    def about(self, data: Mapping[str, Any], questions: Sequence[str]) -> object:
        """All answers at facts; None where these are impossible."""
        try:
            facts = self._engine.read_facts(document_of(data))
        except InputFault:
            return None
        return {
            (question, name): self._answer(question, name, facts)
            for question in questions
            for name in self._engine.subjects(question, facts)
        }

    def _answer(self, question: str, name: str, facts: Facts) -> object:
        kind = self._guidance.questions[question].subjects
        subject: Any = {"case": facts.case, "values": name}.get(kind.kind)
        if kind.kind == "elements":
            subject = facts.element(kind.entity, name)
        ruled, applies, _ = self._engine.tracer(question)(facts.case, subject)
        rules = [rule for rule in ordered_rules(self._guidance, question) if rule.when is not None]
        met = {rule.rule for rule, holds in zip(rules, applies, strict=True) if holds}
        first = [each for each in met if not dominators(self._guidance.rules, each) & met]
        if ruled is None or len(first) > 1:
            return "not exactly one rule"
        options = {name: (each.verdict, each.basis, each.citations) for name, each in ruled.options.items()}
        return options, ruled.rule.silence is not None
