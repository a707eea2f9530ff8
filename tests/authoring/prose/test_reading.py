"""A guidance pack's rules of prose are read, and what is wrong with them is said at its place."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.authoring.prose.checking import KINDS, ProseChecker
from simulator.errors.faults import Fault, InputFault
from simulator.guidance.reading import pack_schema, read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from tests.any_guidance.running import GUIDANCE as LIBRARY
from tests.authoring.prose.conftest import bundled


def rule(**changed: Any) -> dict[str, Any]:
    """A rule of prose for a library."""
    return {
        "rule": "no-shouting",
        "kind": "terms",
        "title": "Nobody shouts",
        "message": "'{found}' is shouting",
        "fix": "say it quietly",
        "why": ["It is a library."],
        "settings": {
            "groups": [{"terms": ["shout*", "raised/raises his/her voice"], "unless": ["shout out"]}]
        },
        "catches": ["He SHOUTED."],
        "passes": ["He whispered."],
        **changed,
    }


def library(*rules: dict[str, Any]) -> Any:
    """The library's guidance with rules of prose."""
    documents = [read_document(path) for path in sorted(LIBRARY.rglob("*.yaml"))]
    return read_guidance(
        [*documents, document_of({"format": "guidance-pack/1", "prose": list(rules)}, "prose.yaml")]
    )


def faults_of(*rules: dict[str, Any]) -> list[Fault]:
    with pytest.raises(InputFault) as caught:
        library(*rules)
    return list(caught.value.faults)


def test_any_guidance_may_have_rules_of_its_own() -> None:
    checker = ProseChecker(library(rule()))
    [remark] = checker.check("She raised her voice, and was given a shout-out.")
    assert (remark.code, remark.message) == ("no-shouting", "'raised her voice' is shouting")


def test_a_guidance_without_rules_has_nothing_to_say_of_prose() -> None:
    assert library().prose == ()
    assert ProseChecker(library()).check("The offender shouted: 07700 900123.") == []


def test_every_kind_that_the_schema_knows_has_its_machinery() -> None:
    declared = pack_schema()["properties"]["prose"]["items"]["properties"]["kind"]["enum"]
    assert set(declared) == set(KINDS)
    assert {each.kind for each in bundled().prose} == set(KINDS)


def test_a_code_that_stands_twice_is_a_fault() -> None:
    [fault] = faults_of(rule(), rule())
    assert "'no-shouting' stands twice" in fault.what


def test_a_permission_that_names_no_question_or_option_is_a_fault() -> None:
    [fault] = faults_of(rule(permitted_by={"question": "noise", "option": "loud"}))
    assert "'noise' is no question" in fault.what
    question = next(iter(library().questions))
    [fault] = faults_of(rule(permitted_by={"question": question, "option": "loud"}))
    assert f"'loud' is no option of {question}" in fault.what


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("... shout", "no word must stand before any gap"),
        ("loud? ... shout", "no word must stand before any gap"),
        ("loud?", "no word must stand before any gap"),
        ("a ... b ... c ... d", "too many gaps"),
        ("a? b? c? d? e? f", "too many of its words"),
        ("shout//cry", "a word is missing"),
        ("*", "any word would do"),
    ],
)
def test_a_phrase_that_cannot_be_matched_is_a_fault(phrase: str, said: str) -> None:
    [fault] = faults_of(rule(settings={"groups": [{"terms": [phrase]}]}))
    assert said in fault.what


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "volume"},
        {"settings": {}},
        {"settings": {"groups": [{"terms": ["a"], "loud": True}]}},
        {"catches": []},
        {"rule": "No Shouting"},
        {"why": "It is a library."},
    ],
    ids=str,
)
def test_a_rule_of_another_form_is_a_fault(changed: dict[str, Any]) -> None:
    assert faults_of(rule(**changed))
