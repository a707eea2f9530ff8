"""The rules of a question over unknown facts: which decides, and what the solver says of that."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import z3  # type: ignore[import-untyped]

from tests.proof.second.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.proof.second.conditions import SecondWorld, Subject
    from tests.proof.second.elements import Truth


@dataclass(frozen=True)
class Shown:
    """Facts at which a rule decides about a subject, and of a branch its option and number from 0."""

    rule: str
    option: str | None
    branch: int
    subject: str
    facts: dict[str, Any]


class SecondProof:
    """What z3 finds of one question."""

    def __init__(self, world: SecondWorld, question: str) -> None:
        self._world = world
        sections = world.sections
        [self._question] = [each for each in sections["questions"] if each["question"] == question]
        self._rules = {
            rule["rule"]: rule for rule in sections["rules"] if rule["rule"].partition(".")[0] == question
        }
        self._solver = z3.Solver()
        self._solver.add(*world.possible())

    def undecided(self) -> list[dict[str, Any]]:
        """Facts at which no rule applies; none where the proof holds."""
        found = []
        for subject, asked in self._subjects():
            applies = self._applies(subject)
            facts = self._facts(asked, z3.Not(z3.Or(*applies.values())))
            found += [facts] if facts is not None else []
        return found

    def decided_twice(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Two rules that both apply, while neither yields to the other or to a third; with facts."""
        found = []
        for subject, asked in self._subjects():
            wins = self._wins(subject)
            pairs = {(one, other): z3.And(wins[one], wins[other]) for one, other in combinations(wins, 2)}
            if self._facts(asked, z3.Or(*pairs.values())) is not None:
                for (one, other), both in pairs.items():
                    facts = self._facts(asked, both)
                    found += [(one, other, facts)] if facts is not None else []
        return found

    def shown(self) -> Iterator[Shown | tuple[str, str | None, int]]:
        """Facts for every rule and every branch; its name alone where there are none."""
        subjects = list(self._subjects())
        wins = [self._wins(subject) for subject, _ in subjects]
        for name, rule in self._rules.items():
            yield self._first(
                name,
                None,
                0,
                [(each, asked, won[name]) for (each, asked), won in zip(subjects, wins, strict=True)],
            )
            for option, cell in rule["options"].items():
                branches = self._world.sections["cells"][cell] if isinstance(cell, str) else cell
                if isinstance(branches, list):
                    for number in range(len(branches)):
                        yield self._first(
                            name,
                            option,
                            number,
                            [
                                (each, asked, z3.And(won[name], self._taken(branches, number, each)))
                                for (each, asked), won in zip(subjects, wins, strict=True)
                            ],
                        )

    def _first(
        self, rule: str, option: str | None, branch: int, tried: list[tuple[Subject, Truth, Truth]]
    ) -> Shown | tuple[str, str | None, int]:
        for subject, asked, holds in tried:
            facts = self._facts(asked, holds)
            if facts is not None:
                return Shown(rule, option, branch, _name(subject), facts)
        return rule, option, branch

    def _taken(self, branches: list[dict[str, Any]], number: int, subject: Subject) -> Truth:
        applies = [
            self._world.holds(each["when"], subject) if "when" in each else z3.BoolVal(True)
            for each in branches[: number + 1]
        ]
        return z3.And(applies[-1], z3.Not(z3.Or(*applies[:-1])))

    def _subjects(self) -> Iterator[tuple[Subject, Truth]]:
        """About whom the question is asked, and that it is. The first element stands for all of its kind."""
        group = self._question["subject"]
        of = self._world.sections["groups_of_subjects"].get(group)
        if of is None:
            yield self._world.case, self._asked(self._world.case)
        elif "values" in of:
            for value in self._world.sections["enumerations"][of["values"]]["values"]:
                yield value, self._asked(value)
        else:
            one = self._world.listed[of["each"]][0]
            where = self._world.holds(of["where"], one) if "where" in of else z3.BoolVal(True)
            yield one, z3.And(one.present, where, self._asked(one))

    def _asked(self, subject: Subject) -> Truth:
        tree = self._question.get("asked_when")
        return self._world.holds(tree, subject) if tree is not None else z3.BoolVal(True)

    def _applies(self, subject: Subject) -> dict[str, Truth]:
        """That each rule applies; the one for the rest where no other does."""
        applies = {
            name: self._world.holds(rule["when"], subject)
            for name, rule in self._rules.items()
            if rule["when"] != "otherwise"
        }
        rest = z3.Not(z3.Or(*applies.values()))
        return applies | {name: rest for name, rule in self._rules.items() if rule["when"] == "otherwise"}

    def _wins(self, subject: Subject) -> dict[str, Truth]:
        applies = self._applies(subject)
        return {
            name: z3.And(truth, z3.Not(z3.Or(*(applies[other] for other in self._above(name)))))
            for name, truth in applies.items()
        }

    def _above(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for other in self._rules[waiting.pop()].get("yields_to", ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _facts(self, *conditions: Truth) -> dict[str, Any] | None:
        """Facts at which conditions hold, if z3 finds any."""
        self._solver.push()
        self._solver.add(*conditions)
        answer = self._solver.check()
        assert answer != z3.unknown, "z3 gave up"
        facts = facts_of(self._world, self._solver.model()) if answer == z3.sat else None
        self._solver.pop()
        return facts


def _name(subject: Subject) -> str:
    if isinstance(subject, str):
        return subject
    return "case" if subject.scope == "case" else f"E{subject.number}"
