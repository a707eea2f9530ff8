"""The packs that ship: enough of them, sound, each with its own cases, and no two told alike."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.authoring.lint.likeness import MOST_SHARED, patterns_of, shared
from simulator.cases.manifest import Manifest, read_manifest
from simulator.cases.reading import read_case
from simulator.model.document import document_of
from simulator.packs.loading import load_pack
from tests.authoring.packs import linted, workshop

if TYPE_CHECKING:
    from simulator.cases.written import WrittenCase

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FOLDERS = sorted(folder.parent for folder in SCENARIOS.glob("*/pack.yaml"))
WRITTEN = [folder for folder in FOLDERS if (folder / "cases").is_dir()]
FEWEST_CASES = 60


@cache
def cases() -> dict[str, WrittenCase]:
    """Every written case that ships, by its id in `case/1`."""
    found = workshop().found.of_kind("scenario")
    read = (workshop().written(pack, each.case) for pack in found for each in pack.cases)
    return {str(case.data["id"]): case for case in read}


def texts(case: WrittenCase, phase: str) -> str:
    """The narrative of a phase."""
    [found] = [each for each in case.data["phases"] if each["phase"] == phase]
    return " ".join(block["text"] for block in found["narrative"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_pack_has_nothing_wrong_with_it(folder: Path) -> None:
    found = linted(folder)
    assert list(map(str, found.findings)) == []


def test_there_are_five_packs_of_written_cases_and_sixty_cases_at_least() -> None:
    assert len(WRITTEN) >= 5
    assert len(cases()) >= FEWEST_CASES
    assert min(Counter(name.partition(".")[0] for name in cases()).values()) >= 12


def test_every_pack_says_all_that_a_facilitator_needs() -> None:
    for pack in workshop().found.of_kind("scenario"):
        manifest: Manifest = read_manifest(load_pack(pack))
        assert len(manifest.prompts) >= 3, pack.name
        assert all(prompt.minutes > 0 for prompt in manifest.prompts)
        assert manifest.objectives, pack.name
        assert manifest.authors, pack.name
        assert manifest.today, pack.name
        assert 1 <= manifest.intensity <= 3
        assert len(re.findall(r"[.!?](\s|$)", manifest.content_note)) == 2, pack.name
        assert manifest.guidance == "derbyshire-2016"
        assert manifest.edition == workshop().engine().guidance.edition


def test_no_two_cases_of_any_packs_share_more_than_a_third_of_their_sentences() -> None:
    patterns = {name: patterns_of(case.data) for name, case in cases().items()}
    alike = {
        (one, other): share
        for one, other in combinations(patterns, 2)
        if (share := shared(patterns[one], patterns[other])) > MOST_SHARED
    }
    assert alike == {}


def test_every_case_is_sound_as_the_case_that_faces_are_given() -> None:
    for case in cases().values():
        data: Any = case.data
        assert read_case(document_of(data, data["id"]), workshop().engine()).id == data["id"]


def test_every_case_says_what_its_author_expects_of_the_end() -> None:
    silent = [name for name, case in cases().items() if "outcome" not in case.written.get("expects", {})]
    assert silent == []


def test_cases_are_as_long_as_a_paper_is() -> None:
    wrong = {}
    for name, case in cases().items():
        report, outcome = (len(texts(case, phase).split()) for phase in ("report", "outcome"))
        if not 110 <= report <= 215 or not 70 <= outcome <= 170:
            wrong[name] = (report, outcome)
    assert wrong == {}


def test_all_ages_homes_and_histories_of_children_occur() -> None:
    people = [each for case in cases().values() for each in case.parts[0].facts.full["people"]]
    assert {each["age"] for each in people} >= set(range(11, 18))
    assert {each.get("home") for each in people} >= {"city", "county"}
    assert len({each.get("previous") for each in people} - {None}) == 5
    assert {each.get("parents") for each in people} >= {"available", "implicated"}
    assert {True, False} <= {each.get("agrees") for each in people}
    assert 3 in Counter(len(case.data["names"]) for case in cases().values())


def test_where_the_guidance_is_silent_on_the_end_a_case_has_something_to_discuss() -> None:
    undiscussed = [
        name
        for name, case in cases().items()
        if any(
            decision.silent and decision.question in ("response", "outcome")
            for part in case.parts
            for decision in part.decisions
        )
        and not case.data.get("discuss")
    ]
    assert undiscussed == []
