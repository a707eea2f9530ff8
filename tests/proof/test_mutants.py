"""Every fault seeded into the rules is found, or proved to change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.model.document import document_of
from simulator.rules.compiled import CompiledWorld
from simulator.rules.engine import Engine
from simulator.rules.exactness import prove_question
from simulator.rules.mutants.every import mutants
from simulator.rules.mutants.ground import Grounds
from simulator.rules.mutants.reading import in_fields
from simulator.rules.source import guidance_source
from tests.proof.mutants.comparing import Comparison
from tests.proof.mutants.proving import proved
from tests.proof.packs import ROOT, bundled, read_pack
from tests.proof.tally import examined, sample, tally_of, tally_of_all
from tests.rules.library import Row, library

if TYPE_CHECKING:
    from simulator.rules.certificate import Certificate
    from tests.proof.mutants.finding import Finding

EVERY = 60
SECOND_PACK = ROOT / "tests" / "any_guidance" / "library_guidance"


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    """What is found of a sample of the bundled pack's mutants, some of every operator."""
    return examined(bundled(), sample(mutants(bundled()), EVERY))


def test_no_fault_of_the_sample_survives(findings: list[Finding]) -> None:
    tally = tally_of(findings)
    assert tally.survivors == []
    assert len(tally.by_operator) == len({mutant.operator for mutant in mutants(bundled())})
    assert min(tally.total("proof"), tally.total("answer"), tally.total("equivalent")) > 5


def test_what_an_answer_shows_is_shown_by_possible_facts(findings: list[Finding]) -> None:
    shown = [finding for finding in findings if finding.by == "answer" and finding.how != "facts"]
    assert shown
    for finding in shown:
        assert finding.facts is not None
        ours, theirs = (Engine(each) for each in (bundled(), finding.mutant.guidance))
        answers = [engine.assess(engine.read_facts(document_of(finding.facts))) for engine in (ours, theirs)]
        assert [each.as_data() for each in answers[0]] != [each.as_data() for each in answers[1]], (
            finding.mutant.place
        )


def test_what_is_called_equivalent_answers_every_witness_alike(
    findings: list[Finding], certificate: Certificate, engine: Engine
) -> None:
    read = [engine.read_facts(document_of(facts)) for facts in certificate.witnesses.values()]
    for finding in findings:
        if finding.by == "equivalent":
            comparison = Comparison(bundled(), finding.mutant.guidance)
            assert not any(comparison.anywhere(facts, "") for facts in read), finding.mutant.place


def test_the_proof_over_common_points_says_what_the_proof_over_its_own_says() -> None:
    guidance = bundled()
    compiled = CompiledWorld(guidance.world, guidance_source(guidance), guidance.name)
    grounds = Grounds(guidance, compiled)
    kinds = ("rule: ", "an entry", "a rule dropped", "branch: ")
    chosen = [each for each in mutants(guidance) if each.operator.startswith(kinds)]
    for mutant in sample(chosen, 200):
        question = mutant.place.partition(".")[0]
        own = prove_question(mutant.guidance, compiled, mutant.guidance.questions[question])
        ground = grounds.of(mutant.guidance, question)
        common = proved(mutant.guidance, in_fields(mutant.guidance, question), ground)
        assert bool(own.breaches) == bool(common.breaches), mutant.place
        if not own.breaches:
            assert (set(own.wins), set(own.branches)) == (set(common.wins), set(common.branches)), (
                mutant.place
            )


def test_a_fault_without_effect_is_called_equivalent_and_one_with_an_effect_is_not() -> None:
    rows = [
        Row("small", "small"),
        Row("red", {"all": [{"not": "small"}, {"this": "card", "equals": "red"}]}),
        Row("rest", "otherwise"),
    ]
    guidance = library(rows, reads={"own": ["years", "card"]})
    found = {
        (each.mutant.operator, each.mutant.place): each
        for each in examined(guidance, list(mutants(guidance)))
    }
    assert found["an entry of yields_to added", "keep.red keep.small"].by == "equivalent"
    swapped = found["a verdict swapped", "keep.red kept 1"]
    assert swapped.by == "answer"
    assert swapped.facts is not None
    assert found["a rule shadowed by two new ones together", "keep.red"].how == "a rule never wins"
    assert found["the rule for the rest dropped", "keep.rest"].how == "undecided"
    assert found["rule: a conjunct dropped", "keep.red when 1"].how == "decided twice"


WEAK = [
    Row("weak", {"some": "claims", "where": {"its": "standing", "equals": "weak"}}),
    Row("rest", "otherwise"),
]
READ_OF_WEAK = {"claims": ["surety", "by", "withdrawn"], "readers": ["years", "marks"]}


@pytest.mark.parametrize(
    ("operator", "place", "by"),
    [
        ("added: an addition dropped", "readers claims 1", {"proof"}),
        ("added: a part negated", "readers claims 1 2", {"answer"}),
        ("derived: a value changed", "claims.standing 2", {"answer"}),
        ("definition: a comparison's value changed", "small", {"answer"}),
    ],
    ids=str,
)
def test_a_fault_in_what_follows_from_facts_is_found(operator: str, place: str, by: set[str]) -> None:
    guidance = library(WEAK, "case", reads=READ_OF_WEAK)
    chosen = [each for each in mutants(guidance) if (each.operator, each.place) == (operator, place)]
    assert {finding.by for finding in examined(guidance, chosen)} == by


def test_what_follows_otherwise_and_is_asked_by_no_rule_is_called_equivalent() -> None:
    nobody = {"some": "claims", "where": {"its": "by", "equals": "nobody"}}
    reads = {"claims": ["by"], "readers": ["years", "marks"]}
    guidance = library([Row("nobody", nobody), Row("rest", "otherwise")], "case", reads=reads)
    chosen = [each for each in mutants(guidance) if each.operator == "derived: a value changed"]
    assert {finding.by for finding in examined(guidance, chosen)} == {"equivalent"}


def test_no_fault_of_the_second_pack_survives() -> None:
    tally = tally_of(examined(read_pack(SECOND_PACK), list(mutants(read_pack(SECOND_PACK)))))
    assert tally.survivors == []
    assert tally.total() > 1000


@pytest.mark.soak
def test_no_fault_of_the_bundled_pack_survives() -> None:
    assert tally_of_all(bundled()).survivors == []
