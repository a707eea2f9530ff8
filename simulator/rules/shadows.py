"""Why a rule never wins, or a branch never applies: what decides wherever it would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.conditions import All, Always
from simulator.rules.deciding import applies, facts_where, taken, wins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition
    from simulator.model.questions import Rule
    from simulator.rules.compiled import CompiledWorld


def rule_in_shadow(guidance: Guidance, compiled: CompiledWorld, rule: Rule) -> dict[str, Any]:
    """`{"rule", "shadowed_by", "facts"}`: the rules that win wherever this one applies, and facts for one.

    `shadowed_by` is empty and `facts` null where this one applies at no possible facts.
    """
    here = applies(guidance, rule)
    others = [other for other in guidance.rules_of(rule.question) if other is not rule]
    meetings = ((other.rule, All((here, wins(guidance, other)))) for other in others)
    shown = _shown(guidance, compiled, rule, meetings)
    return {"rule": rule.rule, "shadowed_by": list(shown), "facts": next(iter(shown.values()), None)}


def branch_in_shadow(
    guidance: Guidance, compiled: CompiledWorld, rule: Rule, option: str, number: int
) -> dict[str, Any]:
    """The same of a branch, counted from 0 here and from 1 in what is told: the branches that apply instead."""
    cell = rule.options[option]
    here = All((wins(guidance, rule), cell[number].when or Always()))
    meetings = ((str(before + 1), All((here, taken(cell, before)))) for before in range(number))
    shown = _shown(guidance, compiled, rule, meetings)
    return {
        "rule": rule.rule,
        "option": option,
        "branch": number + 1,
        "shadowed_by": [int(each) for each in shown],
        "facts": next(iter(shown.values()), None) or _shown_alone(guidance, compiled, rule),
    }


def _shown_alone(guidance: Guidance, compiled: CompiledWorld, rule: Rule) -> Mapping[str, Any] | None:
    """Facts at which a rule wins; None where there are none."""
    question = guidance.questions[rule.question]
    return facts_where(guidance, compiled, question, wins(guidance, rule), "counter-example")


def _shown(
    guidance: Guidance, compiled: CompiledWorld, rule: Rule, meetings: Iterable[tuple[str, Condition]]
) -> dict[str, Mapping[str, Any]]:
    """Facts for each of some conditions that has them."""
    question = guidance.questions[rule.question]
    found = {
        name: facts_where(guidance, compiled, question, condition, "counter-example")
        for name, condition in meetings
    }
    return {name: facts for name, facts in found.items() if facts is not None}


def told_of_shadow(entry: Mapping[str, Any]) -> str:
    """An entry of either kind in a sentence without its end."""
    by = [str(each) for each in entry["shadowed_by"]]
    if "option" not in entry:
        instead = f"{' or '.join(by)} decides" if by else "it applies at no possible facts"
        return f"{entry['rule']} never wins; {f'wherever it applies, {instead}' if by else instead}"
    place = f"branch {entry['branch']} of {entry['option']} in {entry['rule']}"
    instead = (
        f"wherever it would, branch {' or '.join(by)} does"
        if by
        else "its condition never holds where the rule wins"
    )
    return f"{place} never applies; {instead}"
