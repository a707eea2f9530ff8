"""What cases cover of a guidance: its rules, paragraphs, options and pairs of facts, and faults in its rules."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from simulator.authoring.coverage.adequacy import Adequacy, Missing, adequacy, missing
from simulator.authoring.coverage.exercised import (
    Exercised,
    can_be_cited,
    can_be_expected,
    exercised,
    facts_of_rule,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.authoring.coverage.keeping import Known, Made
    from simulator.authoring.coverage.moments import Moments
    from simulator.authoring.coverage.pairs import Pair

FORMAT = "coverage/1"
MOST_AIMS = 5


@dataclass(frozen=True)
class Measured:
    """A pack of which cases were measured: how many that somebody wrote, and how many that it generated."""

    pack: str
    version: str
    written: int
    generated: int


@dataclass(frozen=True)
class MissingPair:
    """A pair of facts that meets in no case, with small facts at which it does; None where it never can."""

    pair: Pair
    facts: Made


@dataclass(frozen=True)
class Coverage:
    """What cases cover; `missing_rules` has small facts for each rule that wins in none of them."""

    known: Known
    packs: Sequence[Measured]
    exercised: Exercised
    missing_rules: Mapping[str, Made]
    pairs_met: Sequence[int]
    missing_pairs: Sequence[MissingPair]
    adequacy: Adequacy
    aims: Sequence[Missing]

    def as_data(self) -> dict[str, Any]:
        """The coverage as `coverage/1` has it."""
        guidance = self.known.engine.guidance
        return {
            "format": FORMAT,
            "guidance": guidance.name,
            "rules_sha256": guidance.sha256,
            "packs": [vars(each) for each in self.packs],
            "rules": self._rules_data(),
            "paragraphs": self._paragraphs_data(),
            "options": self._options_data(),
            "pairs": {
                "all": len(self.pairs_met),
                "met": sum(map(bool, self.pairs_met)),
                "missing": [_pair_data(each) for each in self.missing_pairs],
            },
            "mutants": self._mutants_data(),
        }

    def _rules_data(self) -> dict[str, Any]:
        missing = self.missing_rules.items()
        return {
            "won": dict(self.exercised.rules),
            "missing": [
                {"rule": name, "reachable": facts is not None, "facts": facts} for name, facts in missing
            ],
        }

    def _paragraphs_data(self) -> dict[str, Any]:
        guidance = self.known.engine.guidance
        return {
            "cited": dict(self.exercised.paragraphs),
            "missing": [
                {"paragraph": name, "reachable": can_be_cited(guidance, name)}
                for name in self.exercised.missing_paragraphs
            ],
        }

    def _options_data(self) -> dict[str, Any]:
        guidance = self.known.engine.guidance
        return {
            "expected": [
                {"question": question, "option": option, "cases": number}
                for (question, option), number in self.exercised.options.items()
            ],
            "missing": [
                {
                    "question": question,
                    "option": option,
                    "reachable": can_be_expected(guidance, (question, option)),
                }
                for question, option in self.exercised.missing_options
            ],
        }

    def _mutants_data(self) -> dict[str, Any]:
        found = self.adequacy
        return {
            "all": len(found.mutants),
            "refused": len(found.of("refused")),
            "alike": len(found.of("alike")),
            "open": [self._mutant_data(number) for number in found.of("open")],
            "detectable": len(found.of("detectable")),
            "detected": len(found.detected),
            "adequacy": round(found.share, 6),
            "operators": [
                {"operator": operator, "detectable": detectable, "detected": detected}
                for operator, (detectable, detected) in found.by_operator().items()
            ],
            "undetected": [self._mutant_data(number) for number in found.undetected],
            "aims": [{"facts": each.facts, "mutants": list(each.mutants)} for each in self.aims],
        }

    def _mutant_data(self, number: int) -> dict[str, Any]:
        mutant = self.adequacy.mutants[number]
        return {"mutant": number, "operator": mutant.operator, "place": mutant.place}


def _pair_data(missed: MissingPair) -> dict[str, Any]:
    one, other, way = missed.pair
    return {
        "facts": [{"of": each.of, "field": each.field, "value": each.value} for each in (one, other)],
        "way": way,
        "reachable": missed.facts is not None,
        "example": missed.facts,
    }


def covered(
    known: Known, packs: Sequence[Measured], cases: Sequence[Moments], aims: int | None = MOST_AIMS
) -> Coverage:
    """What the cases of some packs cover together; `aims` is how many facts to aim at are made, None for all."""
    guidance = known.engine.guidance
    found = exercised(guidance, cases)
    pairs_met = known.pairs.met(cases)
    unmet = [number for number, cases_with_it in enumerate(pairs_met) if not cases_with_it]
    adequate = adequacy(known, cases)
    coverage = Coverage(
        known,
        packs,
        found,
        {name: facts_of_rule(known.engine, name) for name in found.missing_rules},
        pairs_met,
        [MissingPair(known.pairs.pairs[number], known.facts_of_pair(number)) for number in unmet],
        adequate,
        list(islice(missing(known, adequate.undetected), aims)),
    )
    known.keep()
    return coverage
