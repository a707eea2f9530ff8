"""The bundled pack with a fault in its rules, and what its proof says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

PARENTS, RESPONSE, QUESTIONS = "rules/parents.yaml", "rules/response.yaml", "questions.yaml"
RULES = "format: guidance-pack/1\n\nrules:\n"
CELL = '{verdict: contrary, basis: inferred, cites: [IG16], why: "It is said so."}'
OPTIONS = f"options: {{inform_and_hear: {CELL}, consult_unit_first: {CELL}, not_considered: {CELL}}}"
IMPLICATED = "  - rule: parents.implicated\n    when: {this: parents, equals: implicated}\n"
READS_OF_PARENTS = "reads: {own: [age, parents]}"
HALVES = "".join(
    f"  - rule: parents.of-{home}\n"
    f"    when: {{all: [{{this: parents, equals: implicated}}, {{this: home, equals: {home}}}]}}\n    {OPTIONS}\n"
    for home in ("city", "county")
)
OF_CITY = f"  - rule: parents.of-city\n    when: {{this: home, equals: city}}\n    {OPTIONS}\n"
YIELDING = IMPLICATED + "    yields_to: [parents.of-city, parents.of-county]\n"
NEVER = "{all: [{this: parents, equals: implicated}, {not: {this: parents, equals: implicated}}]}"


@dataclass(frozen=True)
class BrokenPack:
    """Edits of the bundled pack: (file, old, new). `breaks` is the list of `proof/1`, `entry` what stands in it.

    With `shown` the entry also holds facts. `said` is a part of what is told as text.
    """

    name: str
    edits: tuple[tuple[str, str, str], ...]
    breaks: str
    entry: Any
    said: str
    shown: bool = True
    question: str = "parents"

    def __str__(self) -> str:
        return self.name


BROKEN = (
    BrokenPack(
        "two rules that both decide",
        ((PARENTS, RULES, f"{RULES}{OF_CITY}\n"),
         (QUESTIONS, READS_OF_PARENTS, "reads: {own: [age, home, parents]}")),
        "decided_twice",
        {"question": "parents", "rules": ["parents.of-city", "parents.implicated"]},
        "parents.of-city and parents.implicated both decide parents",
    ),
    BrokenPack(
        "a case that no rule decides",
        ((PARENTS, "when: otherwise", "when: {all: [{this: parents, equals: available}, {this: age, at_least: 12}]}"),),
        "undecided",
        {"question": "parents"},
        "no rule decides parents",
    ),
    BrokenPack(
        "a rule that two others shadow together",
        ((PARENTS, RULES + IMPLICATED, RULES + HALVES + YIELDING),
         (QUESTIONS, READS_OF_PARENTS, "reads: {own: [age, home, parents]}")),
        "never_wins",
        {"rule": "parents.implicated", "shadowed_by": ["parents.of-city", "parents.of-county"]},
        "wherever it applies, parents.of-city or parents.of-county decides",
    ),
    BrokenPack(
        "a rule that no facts can meet",
        ((PARENTS, "when: {this: parents, equals: implicated}", f"when: {NEVER}"),),
        "never_wins",
        {"rule": "parents.implicated", "shadowed_by": []},
        "parents.implicated never wins; it applies at no possible facts",
        shown=False,
    ),
    BrokenPack(
        "a branch that an earlier one forestalls",
        ((RESPONSE, "        - {otherwise: true, verdict: expected, basis: stated, cites: [IG21],\n",
          f"        - {{when: {{all: [full_concluded, unconsensual]}}, {CELL[1:]}\n"
          "        - {otherwise: true, verdict: expected, basis: stated, cites: [IG21],\n"),),
        "never_wins",
        {"rule": "response.aggravated", "option": "full_investigation", "branch": 2, "shadowed_by": [1]},
        "branch 2 of full_investigation in response.aggravated never applies; wherever it would, branch 1 does",
        question="response",
    ),
    BrokenPack(
        "a quantifier over nothing, beside what holds",
        ((PARENTS, "when: {this: parents, equals: implicated}",
          "when: {any: [{this: parents, equals: implicated}, {some: people, where: {all: [child, adult]}}]}"),
         (QUESTIONS, READS_OF_PARENTS, "reads: {own: [age, parents], others: [age]}")),
        "never_holds",
        {"question": "parents", "statement": "any(its.age < 18 and its.age >= 18 for its in case.people)"},
        "a rule of parents asks for what no possible facts hold",
        shown=False,
    ),
    BrokenPack(
        "a fact that is declared as read and ignored",
        ((QUESTIONS, READS_OF_PARENTS, "reads: {own: [age, agrees, parents]}"),),
        "unread_facts",
        {"question": "parents", "of": "own", "fact": "agrees"},
        "parents declares as read, and ignores, agrees of own",
        shown=False,
    ),
    BrokenPack(
        "a fact that is read and not declared",
        ((QUESTIONS, READS_OF_PARENTS, "reads: {own: [age]}"),),
        "undeclared_facts",
        {"question": "parents", "of": "own", "fact": "parents"},
        "parents reads, and does not declare, parents of own",
        shown=False,
    ),
    BrokenPack(
        "a paragraph that nothing cites",
        (("documents.yaml",
          '    background: "It says who is writing national guidance; nothing that an officer decides turns on it."\n',
          ""),),
        "uncited_paragraphs",
        "IG1",
        "IG1 is neither cited nor declared background",
        shown=False,
    ),
)  # fmt: skip
