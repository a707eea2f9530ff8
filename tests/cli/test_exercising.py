"""Every case that exercises a paragraph, or in which a rule decides, as the guidance's readers are offered them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from simulator.cli import exercising
from simulator.cli.exercising import EveryCase
from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.session.case_packs import CasePack, CaseTitle

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = 20


@pytest.fixture(autouse=True)
def _few_seeds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(exercising, "SEEDS", SEEDS)
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path))


def offered(workshop: Workshop, name: str) -> CasePack:
    [pack] = [pack for pack in workshop.scenario_packs() if pack.name == name]
    return CasePack(name, name, "", 5, cases=tuple(CaseTitle(each.case, each.title) for each in pack.cases))


def test_every_written_case_is_named_for_its_paragraphs_and_rules() -> None:
    workshop = Workshop()
    guidance = workshop.engine().guidance
    [pack] = [pack for pack in workshop.scenario_packs() if pack.name == "near-misses"]
    expected: dict[str, list[str]] = defaultdict(list)
    for each in pack.cases:
        exercises = workshop.written(pack, each.case).data["exercises"]
        for name in (*exercises["paragraphs"], *exercises["rules"]):
            expected[name].append(each.case)
    every = EveryCase(workshop, guidance, [offered(workshop, "near-misses")])
    for name in (*guidance.paragraphs, *guidance.rules):
        assert [case.which for case in every(name)] == expected[name]
    titles = {each.case: each.title for each in pack.cases}
    assert all(case.title == titles[str(case.which)] for name in expected for case in every(name))


def test_a_new_case_that_is_offered_exercises_the_paragraph_and_comes_after_the_written_ones() -> None:
    workshop = Workshop()
    packs = [offered(workshop, "core"), offered(workshop, "near-misses")]
    cases = EveryCase(workshop, workshop.engine().guidance, packs)("IG22")
    assert [isinstance(case.which, int) for case in cases] == [False] * (len(cases) - 1) + [True]
    assert (cases[-1].pack.name, cases[-1].title) == ("core", "")
    made = workshop.generator(next(pack for pack in workshop.scenario_packs() if pack.name == "core"))
    assert "IG22" in made.case(int(cases[-1].which))["exercises"]["paragraphs"]


def test_what_nothing_exercises_has_no_cases() -> None:
    workshop = Workshop()
    every = EveryCase(workshop, workshop.engine().guidance, [offered(workshop, "near-misses")])
    assert every("IG1") == []
    assert every("no such thing") == []


def test_a_second_run_looks_through_no_case_again(monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = Workshop()
    packs = [offered(workshop, "near-misses")]
    before = EveryCase(workshop, workshop.engine().guidance, packs)("IG22")
    monkeypatch.setattr(Workshop, "written", lambda *_: pytest.fail("it was read again"))
    assert EveryCase(Workshop(), workshop.engine().guidance, packs)("IG22") == before


def test_a_training_gives_the_book_and_the_cases_of_all_its_packs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
    training = training_of(Workshop())
    assert [one.paragraph for one in training.book().paragraphs][:2] == ["IG1", "IG2"]
    named = {case.pack.name for case in training.exercising("IG22")}
    assert named == {pack.name for pack in training.packs}
    for case in training.exercising("IG22")[:1]:
        assert training.make(case.pack.name, case.which)["title"] == case.title
