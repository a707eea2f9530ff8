"""The proof of a pack with a fault in its rules: not held, and shown in facts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cli.main import main
from simulator.model.conditions import All
from simulator.model.document import document_of
from simulator.rules.certificate import prove
from simulator.rules.certificate_text import certificate_lines
from simulator.rules.deciding import applies, holding
from simulator.rules.engine import Engine
from tests.proof.broken_packs import BROKEN, BrokenPack
from tests.proof.packs import read_pack, spoilt
from tests.proof.test_certificate import validator

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.guidance.guidance import Guidance


@pytest.mark.parametrize("broken", BROKEN, ids=str)
def test_a_fault_is_found_shown_in_facts_and_told(broken: BrokenPack, tmp_path: Path) -> None:
    guidance = read_pack(spoilt(tmp_path, *broken.edits))
    certificate = prove(replace(guidance, questions={broken.question: guidance.questions[broken.question]}))
    proof = certificate.as_data()
    validator().validate(proof)
    assert not proof["holds"]
    assert broken.said in "\n".join(certificate_lines(certificate))
    [entry] = proof[broken.breaks]
    if isinstance(entry, dict) and "facts" in entry:
        facts = entry.pop("facts")
        assert (facts is not None) == broken.shown
        if broken.shown:
            assert_shown(guidance, broken, facts)
    assert entry == broken.entry


def test_the_command_ends_with_1_and_tells_the_place_beside_what_breaks_the_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = BROKEN[0]
    assert main(["prove", "--guidance", str(spoilt(tmp_path, *broken.edits))]) == 1
    out, err = capsys.readouterr()
    assert "**The proof does not hold.**" in out
    assert broken.said in out
    assert re.search(r"rules/parents\.yaml:\d+:\d+: .*; yields_to: \[parents\.of-city\]", err)


def test_the_command_prints_one_object_for_a_pack_that_breaks_the_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = BROKEN[2]
    assert main(["prove", "--format", "json", "--guidance", str(spoilt(tmp_path, *broken.edits))]) == 1
    proof = json.loads(capsys.readouterr().out)
    validator().validate(proof)
    assert proof["never_wins"][0]["shadowed_by"] == broken.entry["shadowed_by"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("adult: {of: people, when: {not: child}", "adult: {of: people, when: {not: adult}", "in a circle"),
        ("{some: people, where: took_own}", "{some: people, where: harmed}", "nothing can be proved"),
    ],
    ids=["definitions in a circle", "a quantifier inside another"],
)
def test_rules_of_which_nothing_can_be_proved_are_refused_at_their_place(
    old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, ("world.yaml", old, new))
    assert main(["prove", "--guidance", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert ".yaml:" in err


def assert_shown(guidance: Guidance, broken: BrokenPack, data: Any) -> None:
    """The facts are possible, and about some subject it is as the entry says."""
    facts = Engine(guidance).read_facts(document_of(data))
    question = guidance.questions[broken.question]
    rules = guidance.rules_of(question.question)
    subjects = (
        [element.id for element in facts.case.people] if question.subjects.kind == "elements" else ["case"]
    )

    def met(*names: str) -> bool:
        condition = All(tuple(applies(guidance, guidance.rules[name]) for name in names))
        return any(holding(question, condition)(facts, subject) for subject in subjects)

    if broken.breaks == "undecided":
        none = [
            all(not holding(question, applies(guidance, rule))(facts, each) for rule in rules)
            for each in subjects
        ]
        assert any(none)
    elif broken.breaks == "decided_twice":
        assert met(*broken.entry["rules"])
    elif "option" not in broken.entry:
        assert met(broken.entry["rule"], broken.entry["shadowed_by"][0])
    else:
        decision = Engine(guidance).decide(question.question, subjects[0], facts)
        assert decision is not None
        assert decision.rule == broken.entry["rule"]
