"""How a fault in the rules is found: the proof breaks, or some facts are answered otherwise.

A mutant of which neither is so is proved equivalent by going through every point of the space on which the two
could differ; one of which not even that can be said has survived.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from simulator.rules.checking import uncited_paragraphs
from simulator.rules.compiled import CompiledWorld
from simulator.rules.construction import facts_at
from simulator.rules.exactness import prove_question
from simulator.rules.facts import FactsReader
from simulator.rules.inlining import BeyondProof
from simulator.rules.mutants.bearing import bears_on_facts, touched
from simulator.rules.mutants.form import fault_of_form
from simulator.rules.mutants.ground import Grounds
from simulator.rules.mutants.reading import in_fields
from simulator.rules.mutants.showing import shown_in_facts
from simulator.rules.mutants.worlds import Worlds
from simulator.rules.order import CircularWorld
from simulator.rules.reads import declared_reads, fields_read
from simulator.rules.source import guidance_source
from tests.proof.mutants.comparing import Comparison
from tests.proof.mutants.proving import proved, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.rules.exactness import Exactness
    from simulator.rules.mutants.mutant import Mutant

By = Literal["proof", "answer", "equivalent", "survivor"]


@dataclass(frozen=True)
class Finding:
    """By what a mutant was found, or that it is equivalent, or that it survived.

    `how` tells which part of the proof breaks, or the question answered otherwise; `facts` shows that.
    """

    mutant: Mutant
    by: By
    how: str = ""
    facts: Mapping[str, Any] | None = None


class _Found(NamedTuple):
    """What of one question shows a mutant; `unshown` where only points without known facts do."""

    broken: str = ""
    facts: Mapping[str, Any] | None = None
    unshown: bool = False


class Examiner:
    """Examines mutants of one guidance, whose own rules are exact."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        self.compiled = CompiledWorld(guidance.world, guidance_source(guidance), guidance.name)
        self._reader = FactsReader(self.compiled)
        self._grounds = Grounds(guidance, self.compiled, whole)

    def examine(self, mutant: Mutant) -> Finding:
        """How a mutant is found."""
        broken = fault_of_form(mutant.guidance)
        if broken is not None:
            return Finding(mutant, "proof", broken)
        try:
            return self._examined(mutant)
        except (BeyondProof, CircularWorld):
            return Finding(mutant, "proof", "beyond proof")

    def _examined(self, mutant: Mutant) -> Finding:
        if bears_on_facts(self.guidance, mutant.guidance):
            return self._in_another_world(mutant)
        different = False
        for question in sorted(touched(self.guidance, mutant.guidance), key=self._effort):
            broken, facts, unshown = self._in_this_world(mutant.guidance, question)
            if broken:
                return Finding(mutant, "proof", broken)
            if facts is not None:
                return Finding(mutant, "answer", question, facts)
            different = different or unshown
        if uncited_paragraphs(mutant.guidance):
            return Finding(mutant, "proof", "a paragraph is not cited")
        return Finding(mutant, "survivor" if different else "equivalent")

    def _effort(self, question: str) -> int:
        return len(self.guidance.rules_of(question))

    def _in_this_world(self, guidance: Guidance, question: str) -> _Found:
        ground = self._grounds.of(guidance, question)
        ours, theirs = self._grounds.reading(question), in_fields(guidance, question)
        if not ours.decides_like(theirs):
            broken = _reads_breach(guidance, question) or _space_breach(
                guidance, proved(guidance, theirs, ground)
            )
            if broken:
                return _Found(broken)
        comparison = Comparison(self.guidance, guidance, question)
        different = False
        for region, mask in ground.differences(theirs):
            different = True
            facts = facts_at(self._reader, region, mask, comparison.about, "answered-otherwise")
            if facts is not None:
                return _Found(facts=facts)
        return _Found(unshown=different)

    def _in_another_world(self, mutant: Mutant) -> Finding:
        """Where a mutant changes the facts themselves, its world is compared with the guidance's own."""
        guidance = mutant.guidance
        for question in guidance.questions:
            broken = _reads_breach(guidance, question)
            if broken:
                return Finding(mutant, "proof", broken)
        worlds = Worlds(self.guidance, guidance, self.compiled)
        facts = self._shown(worlds, guidance) if worlds.comparable else None
        if facts is not None:
            return Finding(mutant, "answer", "facts", facts)
        compiled = CompiledWorld(guidance.world, guidance_source(guidance), guidance.name)
        for question in sorted(guidance.questions, key=self._effort):
            found = prove_question(guidance, compiled, guidance.questions[question])
            broken = _space_breach(guidance, found)
            if broken:
                return Finding(mutant, "proof", broken)
        alike = worlds.comparable and next(worlds.differences(), None) is None
        return Finding(mutant, "equivalent" if alike else "survivor")

    def _shown(self, worlds: Worlds, mutant: Guidance) -> Mapping[str, Any] | None:
        theirs = FactsReader(CompiledWorld(mutant.world, guidance_source(mutant), mutant.name))
        comparison = Comparison(self.guidance, mutant)
        return shown_in_facts(worlds, self.guidance, [self._reader, theirs], comparison.anywhere)


def _reads_breach(guidance: Guidance, question: str) -> str:
    asked = guidance.questions[question]
    declared, read = declared_reads(asked), fields_read(guidance, asked)
    if read - declared:
        return "reads a fact not declared"
    return "a fact declared is not read" if declared - read else ""


def _space_breach(guidance: Guidance, found: Exactness) -> str:
    if () in found.breaches:
        return "undecided"
    if found.breaches:
        return "decided twice"
    for rule in guidance.rules_of(found.question):
        if rule.rule not in found.wins:
            return "a rule never wins"
        for option, cell in rule.options.items():
            if any((rule.rule, option, number) not in found.branches for number in range(len(cell))):
                return "a branch never applies"
    return ""
