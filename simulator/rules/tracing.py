"""Why a question was decided as it was: the rule that won, and what kept every other one from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.guidance.rule_reading import dominators
from simulator.model.world import CASE
from simulator.rules.decisions import conditional_cells
from simulator.rules.question_source import predicates_of
from simulator.rules.source import ordered_rules
from simulator.rules.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from simulator.model.questions import Rule
    from simulator.rules.decisions import Decision, Ruled, Traced
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

REST = "no other rule of this question applies"
ONLY = "it is the only rule of this question"


class Tracer:
    """Traces the decisions made of one set of facts.

    What a decision rests on is worked out as a whole when it is made (`Engine.tracer`); sentences are made of
    that, only where somebody reads them. `names` are shown there in place of ids.
    """

    def __init__(self, engine: Engine, facts: Facts, names: Mapping[str, str] | None = None) -> None:
        self._engine = engine
        self._guidance = engine.guidance
        self._facts = facts
        self._names = names

    def trace(self, decision: Decision) -> dict[str, Any]:
        """`{"rule", "because", "branches", "citations", "others"}`.

        Each of `branches` names an option of which the rule that wins says different things in different
        circumstances, its verdict, and why that one.
        Each of `others` names a rule of the same question, whether it applies, the rules to which it yields
        where it does, why, and what it would have cited. `because` is a list of phrases.
        """
        question = self._guidance.questions[decision.question]
        this: Any = decision.subject
        if question.subjects.kind == "case":
            this = self._facts.element(CASE, CASE)
        elif question.subjects.kind == "elements":
            this = self._facts.element(question.subjects.entity, decision.subject)
        traced = self._engine.tracer(decision.question)(self._facts.case, this)
        return self.told(traced, this)

    def told(self, traced: Traced, this: Any) -> dict[str, Any]:
        """What was traced of a decision about a subject, as `trace` gives it."""
        ruled, applies, held = traced
        name = ruled.question.question
        ordered = ordered_rules(self._guidance, name)
        conditional = [rule.rule for rule in ordered if rule.when is not None]
        applying = {rule for rule, here in zip(conditional, applies, strict=True) if here}
        known = dict(zip(predicates_of(ordered), held, strict=True))
        teller = Teller(self._guidance.world, self._facts.case, this, known, self._names)
        rules = [rule for rule in self._guidance.rules_of(name) if rule.rule != ruled.rule.rule]
        return {
            "rule": ruled.rule.rule,
            "because": [REST if rules else ONLY] if ruled.rule.when is None else teller.why(ruled.rule.when),
            "branches": list(_branches(teller, ruled)),
            "citations": _citations(ruled.rule),
            "others": [self._other(teller, rule, applying) for rule in rules],
        }

    def _other(self, teller: Teller, rule: Rule, applying: AbstractSet[str]) -> dict[str, Any]:
        applies = rule.rule in applying
        over = dominators(self._guidance.rules, rule.rule) if applies else ()
        because = ["another rule of this question applies"] if rule.when is None else teller.why(rule.when)
        return {
            "rule": rule.rule,
            "applies": applies,
            "yields_to": [name for name in self._guidance.rules if name in over and name in applying],
            "because": because,
            "citations": _citations(rule),
        }


def _branches(teller: Teller, ruled: Ruled) -> Iterator[dict[str, Any]]:
    """Of each conditional cell of what is ruled, the verdict and why it is this one."""
    for option, cell in conditional_cells(ruled.rule).items():
        ruling = ruled.options[option]
        number = next(place for place, branch in enumerate(cell) if branch.ruling is ruling)
        taken = cell[number].when
        passed = dict.fromkeys(
            phrase for branch in cell[:number] if branch.when for phrase in teller.why(branch.when)
        )
        yield {
            "option": option,
            "label": ruled.question.label(option),
            "verdict": ruling.verdict,
            "because": list(passed) if taken is None else teller.why(taken),
        }


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
    lines += [
        f"There “{each['label']}” is {each['verdict']}: {'; '.join(each['because'])}."
        for each in trace["branches"]
    ]
    for other in trace["others"]:
        because = "; ".join(other["because"])
        if other["applies"]:
            told = f"applies ({because}), and yields to {', '.join(other['yields_to'])}"
        else:
            told = f"does not apply: {because}"
        lines.append(f"{other['rule']} {told} ({', '.join(other['citations'])}).")
    return lines
