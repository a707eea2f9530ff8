"""Each check of a pack catches what it is for, at its place, and lets the sound case pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import CASE, MANIFEST, changed, codes, linted

if TYPE_CHECKING:
    from pathlib import Path

SPOILT = {
    "unknown-key": (CASE, "title: ", "tilte: 1\ntitle: "),
    "missing-key": (CASE, 'title: "A call before registration"\n', ""),
    "unknown-fact": (CASE, "states: [A.age,", "states: [A.agge,"),
    "not-as-expected": (CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_10}"),
    "unknown-option": (CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_22}"),
    "unknown-word": (CASE, "outcome: {outcome: {A", "outcome: {ending: {A"),
    "unstated-fact": (CASE, "states: [A.previous, B.previous]", "states: [A.previous]"),
    "grade-indefensible": (CASE, "    becomes: {factors: []}\n", ""),
    "evidence-untold": (CASE, "        evidence: [seen]\n", ""),
    "no-name": (CASE, "names: {A: Rafi, B: Elin}", "names: {A: Rafi}"),
    "full-name": (CASE, "names: {A: Rafi, B: Elin}", "names: {A: Rafi, B: Elin Marsh}"),
    "same-name": (CASE, "names: {A: Rafi, B: Elin}", "names: {A: Rafi, B: rafi}"),
    "never-named": (CASE, "names: {A: Rafi, B: Elin}", "names: {A: Rafi, B: Oona}"),
    "file-name": (CASE, "case: first-case", "case: another-case"),
    "no-pair": (CASE, 'title: "A call', 'pair: alone\ntitle: "A call'),
    "not-neighbouring": (CASE, "phases:\n", "border: {bullying: [established]}\nphases:\n"),
    "manifest-incomplete": (MANIFEST, '  authors: ["Your name"]\n', ""),
    "no-edition": (MANIFEST, 'edition: "2016-07"', 'edition: "2017-01"'),
    "no-guidance": (MANIFEST, "guidance: derbyshire-2016", "guidance: nowhere-2016"),
}


@pytest.mark.parametrize("code", SPOILT)
def test_a_spoilt_pack_is_found_out(code: str, pack: Path) -> None:
    file, old, new = SPOILT[code]
    findings = linted(changed(pack, file, old, new)).findings
    assert code in [finding.code for finding in findings]
    for finding in findings:
        assert finding.file.startswith(str(pack))
        assert finding.line >= 1
        assert finding.message
        assert finding.fix


def test_a_new_pack_has_nothing_wrong_with_it(pack: Path) -> None:
    assert codes(pack) == []


def test_every_fault_is_told_at_once(pack: Path) -> None:
    changed(pack, CASE, "{A: code_21, B: code_21}", "{A: code_10, B: code_10}")
    changed(pack, CASE, "states: [A.previous, B.previous]", "states: []")
    changed(pack, MANIFEST, '  authors: ["Your name"]\n', "")
    found = codes(pack)
    assert found.count("not-as-expected") == 2
    assert found.count("manifest-incomplete") == 1


def test_a_finding_stands_where_the_word_is(pack: Path) -> None:
    changed(pack, CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_10}")
    [finding] = linted(pack).findings
    lines = (pack / CASE).read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 1][finding.column - 1 :].startswith("code_10")
    assert "outcome." in finding.message
    assert "IG22" in finding.message


def test_one_file_is_linted_alone(pack: Path) -> None:
    changed(pack, CASE, "{A: code_21, B: code_21}", "{A: code_21, B: code_10}")
    changed(pack, MANIFEST, '  authors: ["Your name"]\n', "")
    assert codes(pack / CASE) == ["not-as-expected"]
    assert codes(pack / MANIFEST) == ["manifest-incomplete"]


def test_a_fact_that_changes_must_be_told_again(pack: Path) -> None:
    changed(
        pack, CASE, "states: [investigation, A.deletion, B.deletion]", "states: [investigation, A.deletion]"
    )
    [finding] = linted(pack).findings
    assert finding.code == "unstated-fact"
    assert "B.deletion" in finding.message
    assert "no block tells that it has changed" in finding.message


def test_a_fact_that_decides_nothing_need_not_be_told(pack: Path) -> None:
    changed(pack, CASE, "acts: [kept_other]}", "acts: [kept_other], restorative: given}")
    assert codes(pack) == []


def test_what_was_left_out_and_raised_by_nothing_need_not_be_told(pack: Path) -> None:
    changed(pack, CASE, "acts: [kept_other]}", "acts: [deleted_on_receipt, reported]}")
    changed(
        pack,
        CASE,
        "becomes: {A.deletion: satisfied, B.deletion: satisfied}",
        "becomes: {A.deletion: satisfied}",
    )
    changed(pack, CASE, "B: code_21}", "B: no_code}")
    changed(pack, CASE, "states: [B.deletion, B.agrees]", "states: [B.agrees]")
    changed(
        pack, CASE, "states: [investigation, A.deletion, B.deletion]", "states: [investigation, A.deletion]"
    )
    assert codes(pack) == []


def test_the_right_neighbouring_grade_is_on_the_border(pack: Path) -> None:
    changed(pack, CASE, "phases:\n", "border: {bullying: [suspected]}\nphases:\n")
    assert codes(pack) == []


def test_an_option_within_discretion_may_stand_beside_the_one_called_for(pack: Path) -> None:
    changed(pack, CASE, "response: {case: no_investigation}", "role: {A: suspect, B: [suspect]}")
    assert codes(pack) == []


def test_hearsay_in_the_report_has_to_stand_in_its_facts(pack: Path) -> None:
    changed(
        pack, CASE, "    becomes: {factors: [{kind: bullying, grade: suspected, by: B, against: [A]}]}\n", ""
    )
    [finding] = linted(pack).findings
    assert finding.code == "grade-indefensible"
    assert "carries 'suspected'" in finding.message


def test_an_answer_that_rests_on_nothing_independent_answers_nothing(pack: Path) -> None:
    changed(pack, CASE, "independent_of: [talk], for: false}\n  - {id: seen", "for: false}\n  - {id: seen")
    changed(pack, CASE, "whose: school, independent_of: [talk], for: false}", "whose: school, for: false}")
    assert "grade-indefensible" in codes(pack)
