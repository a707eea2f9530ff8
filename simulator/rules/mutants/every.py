"""Every mutant of a guidance, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.rules.mutants.following import following_mutants
from simulator.rules.mutants.orders import order_mutants
from simulator.rules.mutants.rules import (
    condition_mutants,
    definition_mutants,
    rule_mutants,
    shadow_mutants,
)
from simulator.rules.mutants.rulings import branch_mutants, ruling_mutants, silence_mutants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.rules.mutants.mutant import Mutant


def mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Copies of a guidance with one fault each, by every operator at every place."""
    yield from rule_mutants(guidance)
    yield from shadow_mutants(guidance)
    yield from order_mutants(guidance)
    yield from condition_mutants(guidance)
    yield from definition_mutants(guidance)
    yield from following_mutants(guidance)
    yield from branch_mutants(guidance)
    yield from ruling_mutants(guidance)
    yield from silence_mutants(guidance)
