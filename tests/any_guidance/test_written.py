"""Cases that were written by hand for the library: played, checked, and begun anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cli.workshop import Workshop
from tests.any_guidance.due import due_of
from tests.any_guidance.running import CASES, GUIDANCE
from tests.any_guidance.test_playing import (
    STANDING,
    at_the_library,
    choose_pack,
    lines_of,
    play_by_keys,
    shows,
)
from tests.end_to_end.officer import AT_DEBRIEF, offered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.any_guidance.due import Due
    from tests.any_guidance.running import Library

WRITTEN = ("kettle", "umbrella")


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test goes on with what another has left."""
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))


def case_of(name: str) -> dict[str, Any]:
    """The `case/1` of a written case."""
    workshop = Workshop(guidance=str(GUIDANCE), pack=str(CASES))
    return dict(workshop.written(workshop.scenario_pack(), name).data)


def played(library: Library, name: str, lines: Sequence[str]) -> str:
    """What plain mode says to these lines, on one line."""
    given = "".join(f"{line}\n" for line in lines)
    said = library.said("play", "--plain", "--case", name, *library.guidance, *library.pack, given=given)
    return " ".join(said.split())


def with_chosen(dues: Sequence[Due], question: str, label: str, number: int) -> list[str]:
    """The lines that choose what is called for, save in one decision."""
    lines = list(lines_of(dues))
    confirmed = 0
    for place, due in enumerate(dues):
        if place and (due.phase, due.step) != (dues[place - 1].phase, dues[place - 1].step):
            confirmed += 1
        if (due.question, due.label) == (question, label):
            lines[place + confirmed] = str(number)
    return lines


@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_case_is_played_to_the_debrief(library: Library, name: str) -> None:
    case = case_of(name)
    said = played(library, name, list(lines_of(due_of(library, case))))
    assert f"{case['title']} (case library-cases.{name})" in said
    assert "[x] A mistake" not in said
    assert "(100%)" in said
    assert said.endswith(STANDING)


def test_the_debrief_tells_the_evidence_of_each_weight_in_the_packs_own_words(library: Library) -> None:
    said = played(library, "kettle", list(lines_of(due_of(library, case_of("kettle")))))
    told = said.partition("Weight of the sign. A name on it: [+] Right.")[2].partition("Weight of the sign.")[
        0
    ]
    assert "The evidence (points to Irene):" in told
    assert "account (Irene, first-hand): Before anybody had lifted the lid" in told
    assert "paper (desk): The label bears the whole of her name" in told
    assert "Together it carries “Strong”: a paper bears out what was told;" in told


def test_what_was_missed_by_not_asking_is_told_in_the_debrief(library: Library) -> None:
    dues = due_of(library, case_of("kettle"))
    said = played(library, "kettle", list(lines_of(dues, mistaken="asking")))
    assert "Not asked for, and so not told in time. A description: nobody had thought of this." in said
    assert "To discuss: 1. What would you have done had nobody asked for a description?" in said


def test_a_weight_on_the_border_is_within_discretion(library: Library) -> None:
    lines = with_chosen(due_of(library, case_of("umbrella")), "sign_weight", "Seen with it", 3)
    said = played(library, "umbrella", lines)
    assert "Weight of the sign. Seen with it: [=] Within discretion." in said
    assert "(100%)" in said
    assert "[x] A mistake" not in said


def test_a_written_case_is_played_by_keys_in_a_terminal(library: Library) -> None:
    dues = due_of(library, case_of("kettle"))
    with at_the_library(library) as screen:
        choose_pack(screen, "practice")
        assert shows("Things left at the library: 2 cases of 5 min, intensity 1 of 3")(screen.text)
        assert all(
            title in screen.text for title in ("A kettle beside the atlases", "An umbrella on the stairs")
        )
        screen.press("\r", shows("Practice: ▶ At the desk"))
        play_by_keys(screen, dues, "practice")
        screen.wait(shows(AT_DEBRIEF))
        screen.press("q", offered)
        assert screen.quit("q") == 0


def test_the_librarys_pack_lints_clean(installed: Library) -> None:
    [linted] = installed.objects("pack", "lint", "library-cases", "--format", "json", "--strict")
    assert (linted["pack"], linted["findings"]) == ("library-cases", [])


def test_a_pack_that_is_begun_for_the_library_lints_clean_and_plays(installed: Library) -> None:
    folder = installed.folder / "left-scarves"
    installed.said("pack", "new", str(folder), "--guidance", "library-2023")
    linted = installed.run("pack", "lint", str(folder), "--format", "json")
    assert (linted.code, json.loads(linted.stdout)["findings"]) == (0, [])
    said = installed.said("play", "--plain", "--pack", str(folder), "--case", "first-case", given="leave\n")
    assert "A grey scarf lay by the door this morning." in said
