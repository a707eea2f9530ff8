"""The certificate of the bundled pack: complete, true to `assess`, and in its format."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema_rs import Draft202012Validator

from simulator.cli.main import main
from simulator.model.document import document_of
from simulator.rules.certificate_text import certificate_lines
from tests.proof.packs import ROOT, bundled

if TYPE_CHECKING:
    from simulator.rules.certificate import Certificate
    from simulator.rules.engine import Engine

SCHEMA = ROOT / "simulator" / "rules" / "schemas" / "proof.json"


def validator() -> Draft202012Validator:
    """Of `proof/1`."""
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_proof_of_the_bundled_pack_holds(certificate: Certificate) -> None:
    assert certificate.broken == {name: [] for name in certificate.broken}
    assert certificate.holds


def test_every_rule_has_a_witness_at_which_assess_lets_it_decide(
    certificate: Certificate, engine: Engine
) -> None:
    assert list(certificate.witnesses) == [
        rule.rule for name in bundled().questions for rule in bundled().rules_of(name)
    ]
    for rule, facts in certificate.witnesses.items():
        decisions = engine.assess(engine.read_facts(document_of(facts)))
        assert rule in {decision.rule for decision in decisions}


def test_the_points_are_those_of_all_questions_and_fewer_than_there_are_facts(
    certificate: Certificate,
) -> None:
    assert [each.question for each in certificate.questions] == list(bundled().questions)
    assert certificate.points == sum(each.points for each in certificate.questions) > 100_000
    largest = max(certificate.questions, key=lambda each: each.points)
    assert largest.enumerated > 10**6 * largest.points
    assert all(each.predicates for each in certificate.questions if each.points > 2)


def test_the_certificate_printed_as_json_keeps_to_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    proof = json.loads(out)
    validator().validate(proof)
    assert proof["holds"]
    assert len(proof["silent"]) == sum(rule.silence is not None for rule in bundled().rules.values()) > 0
    assert len(proof["tensions"]) == len(bundled().tensions) > 0
    assert {each["key"]: each["sha256"] for each in proof["documents"]} == {
        each.key: each.sha256 for each in bundled().documents
    }


def test_the_certificate_printed_as_text_says_the_space_and_every_witness(certificate: Certificate) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "prove"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == list(certificate_lines(certificate))
    assert "The proof holds." in done.stdout
    assert all(f"* `{rule}`: `{{" in done.stdout for rule in certificate.witnesses)
    assert all(rule.silence in done.stdout for rule in bundled().rules.values() if rule.silence)


@pytest.mark.parametrize(
    "wrong", [{"holds": "yes"}, {"points": -1}, {"undecided": ["x"]}, {"more": 1}], ids=str
)
def test_the_schema_refuses_what_is_no_certificate(certificate: Certificate, wrong: dict[str, Any]) -> None:
    assert validator().is_valid(certificate.as_data())
    assert not validator().is_valid({**certificate.as_data(), **wrong})
