"""Shipped cases, heard from the first line to the last in both modes."""

from __future__ import annotations

import io
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.plain.lines import WIDTH
from simulator.plain.play import play_plain
from simulator.plain.starting import Asked
from simulator.plain.summary import MARKS
from simulator.store.store import Store
from tests.plain.scripted import Officer, play

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.session.commands import Mode
    from simulator.session.training import Training

PACK, CASE = "foundations", "after-the-tour"
PHASES = ("The report", "The assessment", "The outcome")
DRAWN = "│┌┐└┘├┤─━═║╔╗╚╝█▓░•→←↑↓✓✗"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Training]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMULATOR_STORE", str(tmp_path_factory.mktemp("shipped") / "unused.sqlite"))
        made = training_of(Workshop(strangers=False))
        yield made
        made.store.close()


def heard(shipped: Training, path: Path, mode: Mode, seed: int) -> str:
    """All that is said of the case to an officer who chooses at random."""
    chance = Random(seed)
    stdout = io.StringIO()
    store = Store(path / "sessions.sqlite")
    officer = Officer(stdout, lambda count: chance.randint(1, count))
    asked = Asked(pack=PACK, written=CASE, mode=mode)
    assert play_plain(replace(shipped, store=store), officer, stdout, asked) == 0
    assert store.unfinished() == []
    store.close()
    return stdout.getvalue()


@pytest.mark.parametrize("mode", ["practice", "assessment"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_case_is_heard_to_its_end(shipped: Training, tmp_path: Path, mode: Mode, seed: int) -> None:
    said = heard(shipped, tmp_path, mode, seed)
    assert max(map(len, said.splitlines())) <= WIDTH
    assert not set(said) & set(DRAWN)
    words = ["Feedback", "Feedback", "Debrief"] if mode == "practice" else ["Debrief"] * 3
    told = [said.index(f"{word}. {phase}.") for word, phase in zip(words, PHASES, strict=True)]
    assert told == sorted(told)
    first = min(said.index("Summary.\n"), told[0])
    assert not [mark for mark in MARKS.values() if mark in said[:first]]
    welfare = said.index("What was done for the welfare of each:")
    assert welfare > max(said.index("To discuss:"), said.index("Points:"), *told)


@pytest.mark.parametrize("mode", ["practice", "assessment"])
def test_the_summary_tells_how_it_ends_and_how_common_that_is(
    shipped: Training, tmp_path: Path, mode: Mode
) -> None:
    said = " ".join(heard(shipped, tmp_path, mode, 3).split())
    assert "How the matter ends for each: Ikram. Outcome code." in said
    assert "Source: West Yorkshire FOI 1711564/23." in said


def test_the_guidance_is_read_from_a_paragraph_to_its_rules_and_cases(
    shipped: Training, tmp_path: Path
) -> None:
    store = Store(tmp_path / "sessions.sqlite")
    lines = ("guidance", "read IG22", "rules", "cases", "play 1", "leave")
    said = play(replace(shipped, store=store), *lines)
    assert "IG22. " in said
    assert "Rules that rest on IG22: " in said
    assert "Cases that exercise IG22: " in said
    assert f"(case {PACK}." in said
    assert len(store.unfinished()) == 1
    store.close()
