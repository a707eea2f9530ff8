"""Faults for which a guidance is refused as it is read, before anything is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.rule_reading import dominators

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Rule


def fault_of_form(guidance: Guidance) -> str | None:
    """What the reader of rules would refuse in a guidance made by hand, in a few words."""
    for rule in guidance.rules.values():
        if rule.rule in dominators(guidance.rules, rule.rule):
            return "an order in a circle"
        fault = _fault_of_cells(rule)
        if fault is not None:
            return fault
    return None


def _fault_of_cells(rule: Rule) -> str | None:
    for cell in rule.options.values():
        if not cell or cell[-1].when is not None or any(branch.when is None for branch in cell[:-1]):
            return "no branch for the rest"
        if any(not branch.ruling.citations for branch in cell):
            return "a verdict that cites nothing"
    return None
