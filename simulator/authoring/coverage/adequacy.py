"""The share of the faults that could be in the rules which cases would detect."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from simulator.model.document import document_of
from simulator.rules.mutants.situations import Met

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.authoring.coverage.keeping import Known, Made
    from simulator.authoring.coverage.moments import Moments
    from simulator.rules.mutants.detectable import Standing
    from simulator.rules.mutants.mutant import Mutant


@dataclass(frozen=True)
class Adequacy:
    """All mutants of a guidance, how they stand, and which of the detectable ones cases detect.

    Left out of the share are those that the reader of rules would refuse, those that answer all possible facts
    as the guidance does, and those of which neither this nor the contrary could be shown.
    """

    mutants: Sequence[Mutant]
    standings: Sequence[Standing]
    detected: frozenset[int]

    def of(self, standing: Standing) -> list[int]:
        """The mutants that stand so, by number."""
        return [number for number, each in enumerate(self.standings) if each == standing]

    @property
    def undetected(self) -> list[int]:
        """The detectable mutants that no case detects, by number."""
        return [number for number in self.of("detectable") if number not in self.detected]

    @property
    def share(self) -> float:
        """How many of the detectable mutants are detected, from 0 to 1; 1 where there are none."""
        detectable = len(self.of("detectable"))
        return len(self.detected) / detectable if detectable else 1.0

    def by_operator(self) -> Mapping[str, tuple[int, int]]:
        """For each operator how many of its mutants are detectable, and how many detected."""
        detectable = Counter(self.mutants[number].operator for number in self.of("detectable"))
        detected = Counter(self.mutants[number].operator for number in self.detected)
        return {operator: (number, detected[operator]) for operator, number in detectable.items()}


class Missing(NamedTuple):
    """Small facts that would detect mutants which no case detects; None where no such facts could be made."""

    facts: Made
    mutants: Sequence[int]


def adequacy(known: Known, cases: Iterable[Moments]) -> Adequacy:
    """What cases detect of the mutants of a guidance."""
    standings = known.standings()
    met = [moment.met for case in cases for moment in case.moments]
    among = [number for number, each in enumerate(standings) if each == "detectable"]
    return Adequacy(known.catalogue.mutants, standings, known.detected(met, among))


def missing(known: Known, undetected: Iterable[int]) -> Iterator[Missing]:
    """Facts one after the other that would detect further mutants, until all have been named."""
    questions = tuple(known.engine.guidance.questions)
    left = list(undetected)
    while left:
        facts = known.facts_of_mutant(left[0])
        found = {left[0]}
        if facts is not None:
            read = known.engine.read_facts(document_of(facts))
            found.update(known.catalogue.detected([Met(read, questions)], left))
        yield Missing(facts, sorted(found))
        left = [number for number in left if number not in found]
