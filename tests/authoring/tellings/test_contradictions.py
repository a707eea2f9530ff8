"""A text that tells otherwise than the facts are is found, at its words; one that does not is let pass."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.packs import CASE, changed, linted
from tests.authoring.tellings.made import contradicted, found_in
from tests.authoring.tellings.sentences import AGREEING, CONTRADICTING

FEWEST = 6


@pytest.mark.parametrize(
    ("fact", "text", "states", "facts"),
    [(fact, *each) for fact, sentences in CONTRADICTING.items() for each in sentences],
)
def test_words_that_contradict_a_fact_are_found(
    fact: str, text: str, states: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert fact in contradicted(text, states, **facts)


@pytest.mark.parametrize(
    ("fact", "text", "states", "facts"),
    [(fact, *each) for fact, sentences in AGREEING.items() for each in sentences],
)
def test_words_that_contradict_nothing_are_let_pass(
    fact: str, text: str, states: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert contradicted(text, states, **facts) == [], fact


def test_every_field_is_tried_on_both_sorts_of_sentences() -> None:
    assert CONTRADICTING.keys() == AGREEING.keys()
    assert all(len(each) >= FEWEST for each in (*CONTRADICTING.values(), *AGREEING.values()))


def test_the_message_has_the_fact_its_value_and_the_words() -> None:
    [found] = found_in("Amira, who is fifteen, sat by the window.")
    assert found.code == "contradicts-fact"
    assert found.severity == "error"
    assert found.message == ("A.age is 14 in the phase assessment, and the text has 'Amira, who is fifteen'")


def test_a_list_of_values_is_shown_whole() -> None:
    [found] = found_in("Leo showed it to Priya.", ["B.acts"])
    assert "B.acts is [kept_other]" in found.message


def test_a_finding_stands_on_its_words_in_the_file(pack: Any) -> None:
    changed(pack, CASE, "Rafi, 14, lives with her", "Rafi, 13, lives with her")
    changed(pack, CASE, "Elin, who is 15 and sings", "Elin, who is 16 and sings")
    lines = (pack / CASE).read_text(encoding="utf-8").splitlines()
    found = [each for each in linted(pack).findings if each.code == "contradicts-fact"]
    assert [lines[each.line - 1][each.column - 1 :][:9] for each in found] == ["Rafi, 13,", "Elin, who"]


def test_a_block_is_held_against_the_facts_of_its_own_phase(pack: Any) -> None:
    told = "Rafi reset his phone at the kitchen table"
    changed(pack, CASE, told, "Rafi has not deleted it. " + told)
    changed(pack, CASE, "The image is\n          still on his phone.", "Rafi has not deleted it.")
    found = [each for each in linted(pack).findings if each.code == "contradicts-fact"]
    assert [each.message for each in found] == [
        "A.deletion is satisfied in the phase outcome, and the text has 'has not deleted'"
    ]


def test_a_finding_can_be_excused(pack: Any) -> None:
    changed(pack, CASE, "Rafi, 14, lives with her", "Rafi, 13, lives with her")
    block = "      - text: >-\n          Rafi's aunt"
    changed(
        pack, CASE, block, "      # lint: allow contradicts-fact: a slip that the officer corrects\n" + block
    )
    result = linted(pack)
    assert [each.finding.code for each in result.excused] == ["contradicts-fact"]
    assert "contradicts-fact" not in [each.code for each in result.findings]
