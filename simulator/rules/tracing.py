"""Why a question was decided as it was: the rule that won, and what kept every other one from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.guidance.rule_reading import dominators
from simulator.model.world import CASE
from simulator.rules.predicates import tested
from simulator.rules.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.model.questions import Rule
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

REST = "no other rule of this question applies"


class Tracer:
    """Traces the decisions made of one set of facts."""

    def __init__(self, engine: Engine, facts: Facts) -> None:
        self._guidance = engine.guidance
        self._facts = facts

    def trace(self, decision: Decision) -> dict[str, Any]:
        """`{"rule", "because", "citations", "others"}`.

        Each of `others` names a rule of the same question, whether it applies, the rules to which it yields
        where it does, why, and what it would have cited. `because` is a list of phrases.
        """
        question = self._guidance.questions[decision.question]
        this: Any = decision.subject
        if question.subjects.kind == "case":
            this = self._facts.element(CASE, CASE)
        elif question.subjects.kind == "elements":
            this = self._facts.element(question.subjects.entity, decision.subject)
        teller = Teller(self._guidance.world, self._facts.case, this)
        rules = self._guidance.rules_of(decision.question)
        return {
            "rule": decision.rule,
            "because": self._because(teller, decision.ruled.rule),
            "citations": _citations(decision.ruled.rule),
            "others": [self._other(teller, rule, this) for rule in rules if rule.rule != decision.rule],
        }

    def _because(self, teller: Teller, rule: Rule) -> list[str]:
        return [REST] if rule.when is None else teller.why(rule.when)

    def _other(self, teller: Teller, rule: Rule, this: Any) -> dict[str, Any]:
        applies = rule.when is not None and tested(rule.when)(self._facts.case, this, None)
        yields = []
        if applies:
            over = dominators(self._guidance.rules, rule.rule)
            yields = [name for name in self._guidance.rules if name in over and self._holds(name, this)]
        because = ["another rule of this question applies"] if rule.when is None else teller.why(rule.when)
        return {
            "rule": rule.rule,
            "applies": applies,
            "yields_to": yields,
            "because": because,
            "citations": _citations(rule),
        }

    def _holds(self, name: str, this: Any) -> bool:
        when = self._guidance.rules[name].when
        return when is not None and bool(tested(when)(self._facts.case, this, None))


def _citations(rule: Rule) -> list[str]:
    """The paragraphs that a rule's rulings cite, each once."""
    cited = [
        paragraph
        for cell in rule.options.values()
        for branch in cell
        for paragraph in branch.ruling.citations
    ]
    return list(dict.fromkeys(cited))


def trace_lines(trace: Mapping[str, Any]) -> list[str]:
    """A trace as sentences: the rule that decides, and then each of the others."""
    cited = ", ".join(trace["citations"])
    lines = [f"{trace['rule']} decides ({cited}): {'; '.join(trace['because'])}."]
    for other in trace["others"]:
        because = "; ".join(other["because"])
        if other["applies"]:
            told = f"applies ({because}), and yields to {', '.join(other['yields_to'])}"
        else:
            told = f"does not apply: {because}"
        lines.append(f"{other['rule']} {told} ({', '.join(other['citations'])}).")
    return lines
