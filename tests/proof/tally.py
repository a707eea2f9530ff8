"""All mutants of a guidance examined, and how many of each operator were found by what."""

from __future__ import annotations

import multiprocessing
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.rules.mutants.every import mutants
from tests.proof.mutants.finding import By, Examiner, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.rules.mutants.mutant import Mutant

WAYS: tuple[By, ...] = ("proof", "answer", "equivalent", "survivor")
TOLD_EVERY = 200


@dataclass
class Tally:
    """How many mutants of each operator were found by what; what broke the proofs; and who survived."""

    by_operator: dict[str, Counter[By]] = field(default_factory=dict)
    broken: Counter[str] = field(default_factory=Counter)
    survivors: list[str] = field(default_factory=list)

    def add(self, operator: str, place: str, by: By, how: str) -> None:
        """Counts one finding."""
        self.by_operator.setdefault(operator, Counter())[by] += 1
        if by == "proof":
            self.broken[how] += 1
        if by == "survivor":
            self.survivors.append(f"{operator}: {place}")

    def total(self, by: By | None = None) -> int:
        """How many there were, or were found so."""
        counts = self.by_operator.values()
        return sum(count.total() if by is None else count[by] for count in counts)


def sample(found: Iterable[Mutant], step: int) -> list[Mutant]:
    """The first mutant of every operator, and every `step`-th after it."""
    counted: Counter[str] = Counter()
    kept = []
    for mutant in found:
        if counted[mutant.operator] % step == 0:
            kept.append(mutant)
        counted[mutant.operator] += 1
    return kept


def examined(guidance: Guidance, chosen: Sequence[Mutant]) -> list[Finding]:
    """What is found of some mutants, one after the other."""
    examiner = Examiner(guidance)
    return [examiner.examine(mutant) for mutant in chosen]


def tally_of(findings: Iterable[Finding]) -> Tally:
    """Findings counted."""
    tally = Tally()
    for finding in findings:
        tally.add(finding.mutant.operator, finding.mutant.place, finding.by, finding.how)
    return tally


_at_work: list[Any] = []
"""The examiner and the mutants, as the processes that share the work inherit them."""


def tally_of_all(guidance: Guidance) -> Tally:
    """Every mutant of a guidance examined, by as many processes as there are processors."""
    chosen = list(mutants(guidance))
    _at_work[:] = [Examiner(guidance), chosen]
    tally = Tally()
    with multiprocessing.get_context("fork").Pool() as pool:
        for number, (place, by, how) in enumerate(pool.imap_unordered(_examined, range(len(chosen)), 8), 1):
            tally.add(chosen[place].operator, chosen[place].place, by, how)
            if number % TOLD_EVERY == 0:
                print(f"{number} of {len(chosen)} mutants", file=sys.stderr)
    order = list(dict.fromkeys(mutant.operator for mutant in chosen))
    tally.by_operator = {operator: tally.by_operator[operator] for operator in order}
    tally.survivors.sort()
    return tally


def _examined(place: int) -> tuple[int, By, str]:
    examiner, chosen = _at_work
    finding = examiner.examine(chosen[place])
    return place, finding.by, finding.how
