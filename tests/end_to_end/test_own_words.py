"""The learner's own words after a debrief, in the real program: kept where that is asked for, and wiped otherwise."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.session.commands import Leave, Rationale
from simulator.store.store import Store
from tests.end_to_end.kept import bytes_in
from tests.end_to_end.officer import CASE, HOME, NOT_YET, finished, offered
from tests.end_to_end.script import script_of
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.training import Training

CASE_OF = ("foundations", "front-counter")
WORDS = "in words that nobody else would choose"
KEPT = "Your words are kept with this case."


@pytest.fixture
def almost(training: Training, tmp_path: Path) -> Path:
    """The store of a case to whose debrief one yes is missing; one reason is given in own words."""
    with closing(Store(tmp_path / "copied.sqlite")) as store:
        script = script_of(replace(training, store=store).begin(*CASE_OF), 4)
    place = tmp_path / "kept" / "s.sqlite"
    place.parent.mkdir()
    with closing(Store(place)) as store:
        runner = replace(training, store=store).begin(*CASE_OF)
        for done in script[:-1]:
            runner.do(done.command)
        question = script[-1].step.questions[0]
        runner.do(Rationale(question.question, question.subjects[0].subject, WORDS))
        runner.do(Leave())
    return place


@pytest.mark.parametrize("keep", [True, False], ids=["kept", "not kept"])
def test_own_words_outlive_the_debrief_only_where_that_was_asked_for(
    almost: Path, cache: Path, keep: bool
) -> None:
    with Terminal(almost, cache) as terminal:
        terminal.wait(offered)
        terminal.press(f"{HOME}\r", lambda text: CASE in text)
        terminal.press("c", lambda text: NOT_YET in text)
        terminal.press("y", finished)
        assert WORDS.encode() in bytes_in(almost.parent)
        if keep:
            terminal.press("k", lambda text: KEPT in text)
        if keep:
            terminal.press("q", offered)
        else:
            terminal.press("q", lambda text: "Wipe (w)" in text)
            terminal.press("w", offered)
        assert terminal.quit("q") == 0
    with Terminal(almost, cache) as terminal:
        terminal.wait(offered)
        assert terminal.quit("q") == 0
    assert (WORDS.encode() in bytes_in(almost.parent)) is keep


def test_own_words_are_wiped_at_the_next_start_where_the_program_was_killed_in_the_debrief(
    almost: Path, cache: Path
) -> None:
    with Terminal(almost, cache) as terminal:
        terminal.wait(offered)
        terminal.press(f"{HOME}\r", lambda text: CASE in text)
        terminal.press("c", lambda text: NOT_YET in text)
        terminal.press("y", finished)
        terminal.kill()
    assert WORDS.encode() in bytes_in(almost.parent)
    with Terminal(almost, cache) as terminal:
        assert "Go on" not in terminal.wait(offered)
        assert terminal.quit("q") == 0
    assert WORDS.encode() not in bytes_in(almost.parent)
