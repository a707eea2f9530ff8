"""Before a case: menus with more than cases in them, and words that work at each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.plain.lobby import NEW_HERE
from simulator.plain.starting import Asked
from simulator.session.case_packs import CaseTitle
from tests.plain.scripted import play

if TYPE_CHECKING:
    from simulator.session.training import Training

NEWCOMER = Asked(newcomer=True)


@pytest.fixture
def two(library: Training) -> Training:
    """Two packs, of which the first has a case for newcomers."""
    [pack] = library.packs
    first = replace(pack, cases=(CaseTitle("short", "Short"),), first="short")
    return replace(library, packs=[first, replace(pack, name="second", title="Second")])


def test_the_menu_has_its_own_entries_after_the_packs(two: Training) -> None:
    assert (
        "2. Second (about 25 minutes)\n3. Switch to assessment\n4. Read the guidance\n"
        "5. Settings that matter here\n"
        "6. Where support can be found, and what to do if something real comes up\n"
        "7. First case, about five minutes\nWhich cases? Type a number.\n"
    ) in play(two, asked=NEWCOMER)


def test_who_finished_a_case_is_offered_no_first_one(two: Training) -> None:
    assert "First case" not in play(two)
    assert "Type a number from 1 to 6." in play(two, "first")


def test_the_first_case_begins_at_once(two: Training) -> None:
    said = play(two, "7", asked=NEWCOMER)
    assert "Three things on a bench (case little.short)" in said
    assert said.index("Nobody is hurt in it.") < said.index("(case little.short)")


def test_a_newcomer_is_greeted_with_the_first_case(two: Training) -> None:
    said = play(two, "first", asked=NEWCOMER)
    assert said.index(NEW_HERE) < said.index("Which cases?")
    assert "(case little.short)" in said


@pytest.mark.parametrize(
    "asked", [Asked(), replace(NEWCOMER, pack="little", written="short"), replace(NEWCOMER, seed=7)]
)
def test_where_the_first_case_cannot_be_asked_for_the_greeting_leaves_it_out(
    two: Training, asked: Asked
) -> None:
    assert NEW_HERE not in play(two, asked=asked)


def test_that_a_newcomer_finished_a_case_is_kept(two: Training) -> None:
    kept = []

    def introduce() -> str:
        kept.append(True)
        return "It could not be kept."

    lines = ("7", "1", "1", "confirm", *"2222222", "confirm", *"11111", "confirm", *"111")
    asked = replace(NEWCOMER, introduce=introduce)
    play(two, *lines, asked=asked)
    assert kept == []
    assert "It could not be kept." in play(two, "1", "confirm", asked=asked)
    assert kept == [True]


def test_practice_is_on_until_it_is_switched(two: Training) -> None:
    said = play(two, "3", "2", "7")
    assert said.index("Practice is on") < said.index("3. Switch to assessment")
    assert said.index("Assessment is on") < said.index("3. Switch to practice")
    [draft] = two.store.unfinished()
    assert two.store.load(draft.session)[0]["data"]["mode"] == "assessment"


def test_settings_say_where_things_lie(two: Training) -> None:
    said = play(two, "5", asked=Asked(places=("Folders are set in /here/settings.yaml.",)))
    assert "Folders are set in /here/settings.yaml.\n" in said
    assert "Your answers are kept in" in said


def test_support_is_an_entry_and_a_word(two: Training) -> None:
    assert play(two, "6", "support", "2", "support").count("Talk to the librarian.") == 3


def test_the_words_work_where_there_is_no_menu(library: Training) -> None:
    said = play(library, "assess", "support", "settings", "help", "7", "leave")
    assert "Assessment is on" in said
    assert "Talk to the librarian." in said
    assert "practise: hear after each phase how it went." in said
    assert "A seed is" not in said
    assert len(library.store.unfinished()) == 1


def test_the_words_work_where_one_can_go_on(library: Training) -> None:
    play(library, "7", "leave")
    assert "Talk to the librarian." in play(library, "support", "2")


@pytest.mark.parametrize("lines", [("leave",), ("1", "leave")], ids=str)
def test_leaving_before_a_case_begins_nothing(two: Training, lines: tuple[str, ...]) -> None:
    assert "Type a number from" not in play(two, *lines)
    assert two.store.unfinished() == []


def test_notices_come_first(two: Training) -> None:
    said = play(two, asked=Asked(notices=("Your settings were damaged.",)))
    assert said.index("Your settings were damaged.") < said.index("You can leave at any time")
