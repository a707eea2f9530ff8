"""Choices are told to be kinds of mistake as the guidance declares them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
from simulator.scoring.mistake_kinds import kinds_of, tempting_to

if TYPE_CHECKING:
    from simulator.rules.facts import Facts

GUIDANCE = Path(__file__).parents[2] / "plugins" / "simulator_guidance_derbyshire_2016"
FACTS = {
    "format": "case-facts/1",
    "id": "two",
    "people": [
        {
            "id": "A",
            "age": 14,
            "home": "city",
            "acts": ["took_own", "shared_own"],
            "previous": "school_sanction",
        },
        {"id": "B", "age": 15, "home": "county", "acts": ["kept_other"]},
        {"id": "C", "age": 15, "home": "county", "acts": ["told_only"]},
    ],
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(read_guidance([read_document(path) for path in sorted(GUIDANCE.rglob("*.yaml"))]))


@pytest.fixture(scope="module")
def facts(engine: Engine) -> Facts:
    return engine.read_facts(document_of(FACTS, "facts"))


@pytest.mark.parametrize(
    ("phase", "choices", "kinds"),
    [
        ("report", {("victim", "case"): ["child"]}, {"victim-named"}),
        ("report", {("victim", "case"): ["regina"]}, set()),
        ("report", {("social_care_contact", "case"): ["first_contact_team"]}, {"wrong-unit"}),
        ("assessment", {("response", "case"): ["full_investigation"]}, {"over-escalated"}),
        ("assessment", {("notify", "B"): ["never"]}, {"late-referral"}),
        ("assessment", {("referral_unit", "A"): ["county_unit"]}, {"wrong-unit"}),
        ("assessment", {("role", "C"): ["suspect"]}, {"suspect-witness-confusion"}),
        (
            "assessment",
            {("role", each): ["suspect"] for each in "ABC"},
            {"suspect-witness-confusion", "all-children-alike"},
        ),
        ("assessment", {("attributed_factors", "A"): ["previous_warning"]}, {"warning-misread"}),
        (
            "assessment",
            {("factor_grade", "previous_warning"): ["established"]},
            {"over-escalated", "warning-misread"},
        ),
        ("assessment", {("factor_grade", "force"): ["suspected"]}, set()),
        ("assessment", {("devices", "case"): ["officer_deletes"]}, {"officer-deleted"}),
        ("outcome", {("outcome", "A"): ["code_1"]}, {"prosecuted-own-image"}),
    ],
)
def test_a_choice_is_of_the_kinds_that_the_guidance_says(
    engine: Engine, facts: Facts, phase: str, choices: dict[tuple[str, str], list[str]], kinds: set[str]
) -> None:
    made = kinds_of(engine.guidance, facts, engine.assess(facts, phase), choices)
    assert {each.kind for each in made} == kinds


def test_a_case_tempts_where_the_temptation_holds(engine: Engine, facts: Facts) -> None:
    kinds = {kind.mistake: kind for kind in engine.guidance.mistakes}
    decisions = engine.assess(facts, "assessment")

    def subjects(kind: str) -> set[str]:
        return {made.subject for made in tempting_to(engine.guidance, kinds[kind], facts, decisions)}

    assert subjects("wrong-unit") == {"A", "B", "C"}
    assert subjects("warning-misread") == {"previous_warning", "A"}
    assert subjects("prosecuted-own-image") == set()
    assert subjects("victim-named") == set()
