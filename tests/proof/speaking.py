"""A guidance whose rules do not all say the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.questions import VERDICTS

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Branch, Rule, Verdict


def outspoken(guidance: Guidance) -> Guidance:
    """The guidance with another verdict on the first option by each of its first rules."""
    rules = {
        name: _saying(rule, VERDICTS[number % len(VERDICTS)])
        for number, (name, rule) in enumerate(guidance.rules.items())
    }
    return replace(guidance, rules=rules)


def _saying(rule: Rule, verdict: Verdict) -> Rule:
    (first, cell), *others = rule.options.items()
    branches: list[Branch] = [replace(each, ruling=replace(each.ruling, verdict=verdict)) for each in cell]
    return replace(rule, options={first: tuple(branches), **dict(others)})
