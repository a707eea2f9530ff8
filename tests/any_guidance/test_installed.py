"""The library's packs as a force would have them: installed distributions, found by name and never imported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.any_guidance.due import due_of
from tests.any_guidance.test_library import UMBRELLA
from tests.any_guidance.test_playing import SEED, lines_of, played

if TYPE_CHECKING:
    from tests.any_guidance.running import Library

PACKS = ("library-2023", "library-cases")


def test_both_packs_are_listed_and_work(installed: Library) -> None:
    [listed] = installed.objects("plugins", "--format", "json")
    found = {each["name"]: each for each in listed["plugins"]}
    assert {name: found[name]["status"] for name in PACKS} == dict.fromkeys(PACKS, "active")


def test_a_name_gives_the_same_answers_as_the_folder(installed: Library, library: Library) -> None:
    assert installed.assess(UMBRELLA) == library.assess(UMBRELLA)
    assert installed.case(SEED) == library.case(SEED)


def test_cases_follow_from_the_guidance_that_is_named(installed: Library) -> None:
    [case] = installed.objects("generate", "--guidance", "library-2023")
    assert case["pack"]["name"] == "library-cases"


def test_the_guidance_follows_from_the_cases_that_are_named(installed: Library) -> None:
    said = installed.said("play", "--plain", "--seed", "1", *installed.pack, given="leave\n")
    assert "Made up. No such library is meant to exist; for training only." in said
    [case] = installed.objects("generate", *installed.pack)
    assert case["guidance"] == "library-2023"


def test_a_case_is_answered_by_its_own_guidance_where_there_are_several(installed: Library) -> None:
    case = json.dumps(installed.case(SEED)) + "\n"
    answers = installed.objects("assess", "-", given=case)
    assert {answer["guidance"] for answer in answers} == {"library-2023"}


def test_the_programs_own_cases_stay_the_first(installed: Library) -> None:
    [case] = installed.objects("generate")
    assert case["guidance"] != "library-2023"


def test_facts_alone_need_the_name_of_their_guidance_where_there_are_several(installed: Library) -> None:
    done = installed.run("assess", "-", given=json.dumps(UMBRELLA) + "\n")
    assert done.code == 2
    assert "name one with --guidance" in done.stderr
    assert "library-2023" in done.stderr


def test_strangers_packs_are_left_out_where_that_is_asked_for(installed: Library) -> None:
    done = installed.run("prove", "--no-plugins", *installed.guidance)
    assert done.code == 2
    assert "library-2023" in done.stderr


def test_a_case_is_played_to_the_debrief(installed: Library) -> None:
    dues = due_of(installed, installed.case(SEED))
    assert "(100%)" in played(installed, list(lines_of(dues)))
