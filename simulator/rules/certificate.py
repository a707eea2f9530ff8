"""The completeness certificate of a guidance: what was proved of its rules, and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.rules.checking import breach_example
from simulator.rules.construction import facts_at
from simulator.rules.engine import Engine
from simulator.rules.exactness import prove_question
from simulator.rules.facts import FactsReader
from simulator.rules.reads import declared_reads, fields_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.rules.exactness import Exactness, Point
    from simulator.rules.facts import Facts

FORMAT = "proof/1"


@dataclass
class Certificate:
    """What was found; every list but `silent` and `tensions` is empty where the proof holds."""

    guidance: Guidance
    points: dict[str, int] = field(default_factory=dict)
    undecided: list[dict[str, Any]] = field(default_factory=list)
    decided_twice: list[dict[str, Any]] = field(default_factory=list)
    never_wins: list[dict[str, Any]] = field(default_factory=list)
    unread_facts: list[dict[str, Any]] = field(default_factory=list)
    uncited_paragraphs: list[str] = field(default_factory=list)
    witnesses: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether nothing was found that breaks it."""
        broken = (
            self.undecided,
            self.decided_twice,
            self.never_wins,
            self.unread_facts,
            self.uncited_paragraphs,
        )
        return not any(broken)

    def as_data(self) -> dict[str, Any]:
        """The certificate as `proof/1` has it."""
        return {
            "format": FORMAT,
            "guidance": self.guidance.name,
            "rules_sha256": self.guidance.sha256,
            "points": sum(self.points.values()),
            "undecided": self.undecided,
            "decided_twice": self.decided_twice,
            "never_wins": self.never_wins,
            "unread_facts": self.unread_facts,
            "uncited_paragraphs": self.uncited_paragraphs,
            "silent": [
                {"question": rule.question, "rule": rule.rule, "why": rule.silence}
                for rule in self.guidance.rules.values()
                if rule.silence is not None
            ],
            "tensions": [
                {"paragraphs": list(tension.paragraphs), "text": tension.text}
                for tension in self.guidance.tensions
            ],
            "witnesses": self.witnesses,
            "holds": self.holds,
        }


def prove(guidance: Guidance) -> Certificate:
    """Proves what can be proved of the rules, and gathers what breaks the proof.

    Raises CircularWorld and BeyondProof for rules of which nothing can be proved.
    """
    engine = Engine(guidance)
    certificate = Certificate(guidance)
    for question in guidance.questions.values():
        found = prove_question(guidance, engine.compiled, question)
        certificate.points[question.question] = found.points
        _add_breaches(certificate, engine, found)
        _add_wins(certificate, engine, question, found)
        certificate.unread_facts.extend(
            {"question": question.question, "of": of, "fact": name}
            for of, name in sorted(declared_reads(question) - fields_read(guidance, question))
        )
    certificate.uncited_paragraphs.extend(uncited_paragraphs(guidance))
    return certificate


def uncited_paragraphs(guidance: Guidance) -> list[str]:
    """Paragraphs that no rule and no advice cites and that are not declared background."""
    advised = {paragraph for advice in guidance.advice for paragraph in advice.cites}
    return [
        name
        for name, paragraph in guidance.paragraphs.items()
        if paragraph.background is None and name not in advised and not guidance.rules_citing(name)
    ]


def _add_breaches(certificate: Certificate, engine: Engine, found: Exactness) -> None:
    for rules, breaches in found.breaches.items():
        facts = breach_example(certificate.guidance, engine.compiled, breaches)
        entry: dict[str, Any] = {"question": found.question, "facts": facts}
        if rules:
            certificate.decided_twice.append({**entry, "rules": list(rules)})
        else:
            certificate.undecided.append(entry)


def _add_wins(certificate: Certificate, engine: Engine, question: Question, found: Exactness) -> None:
    reader = FactsReader(engine.compiled)
    for rule in certificate.guidance.rules_of(question.question):
        won = partial(_won, engine, question.question, rule.rule)
        witness = _smallest(reader, found.wins.get(rule.rule, ()), won, rule.rule)
        if witness is None:
            certificate.never_wins.append({"rule": rule.rule})
            continue
        certificate.witnesses[rule.rule] = witness
        for option, cell in rule.options.items():
            for number, branch in enumerate(cell if len(cell) > 1 else ()):
                taken = partial(_taken, engine, question.question, option, branch.ruling)
                points = found.branches.get((rule.rule, option, number), ())
                if _first(reader, points, taken, rule.rule) is None:
                    certificate.never_wins.append({"rule": rule.rule, "option": option, "branch": number + 1})


def _won(engine: Engine, question: str, rule: str, facts: Facts, subject: str) -> bool:
    decision = engine.decide(question, subject, facts)
    return decision is not None and decision.rule == rule


def _taken(engine: Engine, question: str, option: str, ruling: object, facts: Facts, subject: str) -> bool:
    decision = engine.decide(question, subject, facts)
    return decision is not None and decision.options[option] is ruling


def _smallest(
    reader: FactsReader, points: Sequence[Point], tried: Callable[[Facts, str], bool], name: str
) -> Mapping[str, Any] | None:
    found = [facts_at(reader, region, mask, tried, name) for region, mask in points]
    return min((each for each in found if each is not None), key=lambda each: len(str(each)), default=None)


def _first(
    reader: FactsReader, points: Iterable[Point], tried: Callable[[Facts, str], bool], name: str
) -> Mapping[str, Any] | None:
    found = (facts_at(reader, region, mask, tried, name) for region, mask in points)
    return next((each for each in found if each is not None), None)
