"""The completeness certificate of a guidance: what was proved of its rules, and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import All
from simulator.rules.checking import breach_example, uncited_paragraphs
from simulator.rules.compiled import CompiledWorld
from simulator.rules.construction import facts_at
from simulator.rules.deciding import first_facts, holding, taken, wins
from simulator.rules.enumerating import facts_to_try
from simulator.rules.exactness import prove_question
from simulator.rules.expressions import expression
from simulator.rules.facts import FactsReader
from simulator.rules.predicates import Predicates, question_conditions
from simulator.rules.reads import declared_reads, fields_read
from simulator.rules.shadows import branch_in_shadow, rule_in_shadow
from simulator.rules.source import guidance_source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question, Rule
    from simulator.rules.exactness import Exactness, Point
    from simulator.rules.facts import Facts

FORMAT = "proof/1"


@dataclass(frozen=True)
class Proved:
    """The space of one question: its predicates, the points gone through, and the facts left untried."""

    question: str
    rules: int
    points: int
    enumerated: int
    predicates: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """One of `questions`, as `proof/1` has it."""
        return {
            "question": self.question,
            "rules": self.rules,
            "points": self.points,
            "enumerated": self.enumerated,
            "predicates": list(self.predicates),
        }


@dataclass
class Certificate:
    """What was found; every list of what breaks the proof is empty where it holds."""

    guidance: Guidance
    questions: list[Proved] = field(default_factory=list)
    undecided: list[dict[str, Any]] = field(default_factory=list)
    decided_twice: list[dict[str, Any]] = field(default_factory=list)
    never_wins: list[dict[str, Any]] = field(default_factory=list)
    never_holds: list[dict[str, Any]] = field(default_factory=list)
    unread_facts: list[dict[str, Any]] = field(default_factory=list)
    undeclared_facts: list[dict[str, Any]] = field(default_factory=list)
    uncited_paragraphs: list[str] = field(default_factory=list)
    witnesses: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def points(self) -> int:
        """The points of all questions."""
        return sum(each.points for each in self.questions)

    @property
    def broken(self) -> dict[str, list[Any]]:
        """What breaks the proof, by its name in `proof/1`."""
        return {
            "undecided": self.undecided,
            "decided_twice": self.decided_twice,
            "never_wins": self.never_wins,
            "never_holds": self.never_holds,
            "unread_facts": self.unread_facts,
            "undeclared_facts": self.undeclared_facts,
            "uncited_paragraphs": self.uncited_paragraphs,
        }

    @property
    def holds(self) -> bool:
        """Whether nothing was found that breaks it."""
        return not any(self.broken.values())

    def as_data(self) -> dict[str, Any]:
        """The certificate as `proof/1` has it."""
        guidance = self.guidance
        return {
            "format": FORMAT,
            "guidance": guidance.name,
            "rules_sha256": guidance.sha256,
            "documents": [{"key": each.key, "sha256": each.sha256} for each in guidance.documents],
            "points": self.points,
            "questions": [each.as_data() for each in self.questions],
            **self.broken,
            "silent": [
                {"question": rule.question, "rule": rule.rule, "why": rule.silence}
                for rule in guidance.rules.values()
                if rule.silence is not None
            ],
            "tensions": [
                {"paragraphs": list(tension.paragraphs), "text": tension.text}
                for tension in guidance.tensions
            ],
            "witnesses": self.witnesses,
            "holds": self.holds,
        }


def prove(guidance: Guidance) -> Certificate:
    """Proves what can be proved of the rules, and gathers what breaks the proof.

    Raises CircularWorld and BeyondProof for rules of which nothing can be proved.
    """
    compiled = CompiledWorld(guidance.world, guidance_source(guidance), guidance.name)
    certificate = Certificate(guidance)
    for question in guidance.questions.values():
        found = prove_question(guidance, compiled, question)
        _add_breaches(certificate, compiled, found)
        for rule in guidance.rules_of(question.question):
            _add_wins(certificate, compiled, rule, found)
        _add_reads(certificate, question)
        certificate.never_holds.extend(
            {"question": question.question, "statement": expression(each)} for each in found.never_holds
        )
        certificate.questions.append(_proved(certificate, question, found))
    certificate.uncited_paragraphs.extend(uncited_paragraphs(guidance))
    return certificate


def _proved(certificate: Certificate, question: Question, found: Exactness) -> Proved:
    guidance = certificate.guidance
    rules = guidance.rules_of(question.question)
    predicates = Predicates(guidance.world, question, question_conditions(guidance, question))
    witnesses = [certificate.witnesses[rule.rule] for rule in rules if rule.rule in certificate.witnesses]
    return Proved(
        question.question,
        len(rules),
        found.points,
        facts_to_try(guidance, question, witnesses),
        tuple(expression(each) for each in (*predicates.fixed, *predicates.statements)),
    )


def _add_breaches(certificate: Certificate, compiled: CompiledWorld, found: Exactness) -> None:
    for rules, breaches in found.breaches.items():
        facts = breach_example(certificate.guidance, compiled, breaches)
        entry: dict[str, Any] = {"question": found.question, "facts": facts}
        if rules:
            certificate.decided_twice.append({**entry, "rules": list(rules)})
        else:
            certificate.undecided.append(entry)


def _add_reads(certificate: Certificate, question: Question) -> None:
    declared, read = declared_reads(question), fields_read(certificate.guidance, question)
    for entries, reads in (
        (certificate.unread_facts, declared - read),
        (certificate.undeclared_facts, read - declared),
    ):
        entries.extend({"question": question.question, "of": of, "fact": name} for of, name in sorted(reads))


def _add_wins(certificate: Certificate, compiled: CompiledWorld, rule: Rule, found: Exactness) -> None:
    guidance = certificate.guidance
    question = guidance.questions[rule.question]
    won = wins(guidance, rule)
    reader = FactsReader(compiled)
    witness = _smallest(reader, found.wins.get(rule.rule, ()), holding(question, won), rule.rule)
    if witness is None:
        certificate.never_wins.append(rule_in_shadow(guidance, compiled, rule))
        return
    certificate.witnesses[rule.rule] = witness
    for option, cell in rule.options.items():
        for number in range(len(cell) if len(cell) > 1 else 0):
            points = found.branches.get((rule.rule, option, number), ())
            here = holding(question, All((won, taken(cell, number))))
            if first_facts(reader, points, here, rule.rule) is None:
                shadow = branch_in_shadow(guidance, compiled, rule, option, number)
                certificate.never_wins.append(shadow)


def _smallest(
    reader: FactsReader, points: Sequence[Point], tried: Callable[[Facts, str], bool], name: str
) -> Mapping[str, Any] | None:
    found = [facts_at(reader, region, mask, tried, name) for region, mask in points]
    return min((each for each in found if each is not None), key=lambda each: len(str(each)), default=None)
