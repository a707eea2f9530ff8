"""The facts that are scored, and the decisions that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.model.questions import Verdict
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

Parts: TypeAlias = "Sequence[tuple[str | None, Facts]]"
"""Of a case each phase with its facts, in order; else one set of facts alone: `[(None, facts)]`."""

Key = tuple[str, str]
"""A question and its subject."""

Decisions: TypeAlias = "Mapping[Key, Decision]"


def decisions_at(engine: Engine, facts: Facts, phase: str | None = None) -> Decisions:
    """Every decision at these facts (of one phase, if one is given), in the order in which they are asked."""
    return {(found.question, found.subject): found for found in engine.assess(facts, phase)}


def verdicts_of(decision: Decision) -> dict[str, Verdict]:
    """The verdict of every option, in the order of the question."""
    return {option: ruling.verdict for option, ruling in decision.options.items()}


def expected_of(decision: Decision) -> tuple[str, ...]:
    """The options that the guidance calls for, in the order of the question."""
    return decision.with_verdict("expected")
