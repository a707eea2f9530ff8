"""Choosing a case of a pack in lines of text: a written one by its number, or one made from a seed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.plain.starting import Asked
from simulator.session.case_packs import CaseTitle
from tests.plain.scripted import play, training_at
from tests.session.lost_property import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from simulator.session.training import Training

MANY = tuple(CaseTitle(f"c{number}", f"Find number {number}") for number in range(1, 46))
FEW = MANY[:3]


@pytest.fixture
def training(tmp_path: Path) -> Iterator[Training]:
    made = training_at(tmp_path / "sessions.sqlite")
    yield made
    made.store.close()


def with_cases(
    training: Training, cases: tuple[CaseTitle, ...], *, makes: bool = True, bad: str = ""
) -> Training:
    """The training with written cases, of which `bad` is at fault."""

    def make(pack: str, which: int | str) -> Mapping[str, Any]:
        if which == bad:
            raise InputFault([Fault(Place("cases/bad.yaml", 3, 1), "this is no case", "write one")])
        return {**CASE, "seed": which} if isinstance(which, int) else {**CASE, "id": f"{pack}.{which}"}

    [pack] = training.packs
    return replace(training, packs=[replace(pack, cases=cases, makes=makes)], make=make)


def test_the_titles_are_told_with_their_numbers(training: Training) -> None:
    said = play(with_cases(training, FEW))
    assert "1. Find number 1\n2. Find number 2\n3. Find number 3\n" in said
    assert "Which case? Type its number; new for one made at random;" in said


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        pytest.param("2", "(case monday.c2", id="its number"),
        pytest.param("NEW", "seed 4)", id="at random"),
        pytest.param("seed 31", "seed 31)", id="its seed"),
    ],
)
def test_a_case_is_chosen_by(typed: str, begun: str, training: Training) -> None:
    assert begun in play(with_cases(training, FEW), typed)


@pytest.mark.parametrize("wrong", ["0", "4", "", "two", "²", "more", "1.5", "-1", "9" * 400])
def test_a_wrong_word_is_said_and_asked_again(training: Training, wrong: str) -> None:
    said = play(with_cases(training, FEW), wrong, "3")
    assert "Type a number from 1 to 3; new for one made at random;" in said.replace("\n", " ")
    assert "(case monday.c3" in said


@pytest.mark.parametrize("wrong", ["seed", "seed x", "seed -1", "seeds 4"])
def test_a_wrong_seed_is_said_and_asked_again(training: Training, wrong: str) -> None:
    said = play(with_cases(training, FEW), wrong, "1")
    assert "A seed is a whole number" in said
    assert "(case monday.c1" in said


@pytest.mark.parametrize("word", ["new", "seed 4"])
def test_where_no_cases_are_made_none_is_offered(training: Training, word: str) -> None:
    said = play(with_cases(training, FEW, makes=False), word, "1")
    assert "made" not in said.partition("(case monday.c1")[0]
    assert "Type a number from 1 to 3." in said


def test_a_long_list_is_told_in_parts(training: Training) -> None:
    first, *others = play(with_cases(training, MANY), "more", "more", "45").split("Which case?")
    assert "20. Find number 20\n" in first
    assert "Find number 21" not in first
    assert "; more for further ones;" in " ".join(others[0].split())
    assert "21. Find number 21\n" in others[0]
    assert "45. Find number 45\n" in others[1]
    assert "more for further ones" not in others[2]
    assert "(case monday.c45" in others[2]


def test_a_number_that_was_not_told_yet_may_be_typed(training: Training) -> None:
    assert "(case monday.c44" in play(with_cases(training, MANY), "44")


def test_a_case_at_fault_is_said_and_another_can_be_chosen(training: Training) -> None:
    said = play(with_cases(training, FEW, bad="c1"), "1", "2")
    assert "This case is left out: cases/bad.yaml:3:1: this is no case; write one" in said
    assert "(case monday.c2" in said


def test_a_written_case_can_be_asked_for(training: Training) -> None:
    said = play(with_cases(training, FEW), asked=Asked(written="c3"))
    assert "(case monday.c3" in said
    assert "Which case?" not in said


def test_a_case_that_was_asked_for_and_is_at_fault_is_refused(training: Training) -> None:
    with pytest.raises(InputFault, match="this is no case"):
        play(with_cases(training, FEW, bad="c3"), asked=Asked(written="c3"))


def test_titles_are_cleaned(training: Training) -> None:
    said = play(with_cases(training, (CaseTitle("c1", "Find\x1b[2J\u202eme"),)))
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_pack_says_how_many_cases_it_has(training: Training) -> None:
    several = with_cases(training, FEW)
    [pack] = several.packs
    others = [pack, replace(pack, name="one", title="One", cases=FEW[:1], intensity=2)]
    said = play(replace(several, packs=others))
    assert "1. Monday's cases (3 cases, each about 10 minutes)\n" in said
    assert "2. One (1 case, each about 10 minutes, intensity 2 of 3)\n" in said


def test_of_several_packs_the_note_of_the_one_chosen_is_said_before_its_cases(training: Training) -> None:
    several = with_cases(training, FEW)
    [pack] = several.packs
    sad = replace(pack, name="sad", content_note="Some things stay lost.")
    said = play(replace(several, packs=[pack, sad]), "2")
    greeting, chosen = said.split("Which cases?")
    assert "they can still be hard to read" in greeting
    assert "Some things stay lost." not in greeting
    assert chosen.index("Some things stay lost.") < chosen.index("1. Find number 1")
    assert pack.content_note not in said


def test_going_on_says_the_cases_note(training: Training) -> None:
    [pack] = training.packs
    several = replace(training, packs=[pack, replace(pack, name="sad", content_note="Some stay lost.")])
    play(several, "1", "7")
    said = play(several, "1")
    assert said.index("Going on with: ") < said.index(CASE["content_note"])


def test_a_pack_that_is_not_there_is_refused(training: Training) -> None:
    with pytest.raises(UsageFault, match="There is no pack of cases 'gone'; there is monday"):
        play(training, asked=Asked(pack="gone"))
