"""Out of a case from anywhere, in the real program: left, skipped or only paused, and what is kept of it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.kept import bytes_in
from tests.end_to_end.officer import (
    CTRL_B,
    CTRL_G,
    CTRL_L,
    CTRL_S,
    ESCAPE,
    HOME,
    SHORT,
    UP,
    Officer,
    choosing,
    finished,
    offered,
)
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.commands import Mode

STANDING = "Fictional. 2016 interim guidance, superseded; for training only."
PAUSED = "Paused. Take all the time you need. Ctrl+B, Enter or Escape goes on where you were."
WORDS, FURTHER = "nobody else would write this", " nor that"
SAID = "1 of 5 answered"


def writing(text: str) -> bool:
    """Whether `text` shows where reasons are given."""
    return "No real names and nothing of real cases." in text


def with_one_answer(terminal: Terminal, mode: Mode) -> None:
    """Into a case, one decision of which is made, and for another words are being written."""
    officer = Officer(terminal, Random(1), mode)
    officer.start_written(SHORT)
    assert officer.next_open()
    officer.decide()
    terminal.press("w", writing)
    terminal.press(WORDS, lambda text: WORDS in text)


def test_an_assessment_left_from_within_own_words_is_gone_on_with_where_it_was(
    cache: Path, tmp_path: Path
) -> None:
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        with_one_answer(terminal, "assessment")
        home = terminal.press(CTRL_L, offered)
        assert "Go on        Front counter, a wet morning" in home
        assert "Your answers are kept; nothing is recorded as a result." in home
        assert terminal.quit("q") == 0
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        terminal.wait(offered)
        gone_on = terminal.press(f"{HOME}\r", lambda text: " answered" in text)
        assert "Assessment:" in gone_on
        assert SAID in gone_on
        assert WORDS in terminal.press(f"{UP}w", writing)
        terminal.press(ESCAPE, lambda text: not writing(text))
        officer = Officer(terminal, Random(2))
        officer.decide_step()
        officer.confirm()
        assert "Assessment:  ✓ The report" in terminal.text
        assert not finished(terminal.text)
        terminal.press("q", offered)
        assert terminal.quit("q") == 0


def test_a_case_skipped_from_within_own_words_can_be_brought_back_and_is_wiped_at_the_end(
    cache: Path, tmp_path: Path
) -> None:
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        with_one_answer(terminal, "practice")
        terminal.press(CTRL_S, lambda text: not writing(text) and "Saved." in text)
        terminal.press("w", writing)
        terminal.press(FURTHER, lambda text: WORDS + FURTHER in text)
        assert "Go on" not in terminal.press(
            CTRL_G, lambda text: "Skipped. Nothing of it is recorded." in text
        )
        assert SAID in terminal.press("z", lambda text: " answered" in text)
        assert WORDS in terminal.press(f"{UP}w", writing)
        assert WORDS.encode() in bytes_in(tmp_path)
        terminal.press(CTRL_G, lambda text: "Skipped. Nothing of it is recorded." in text)
        assert terminal.quit("q") == 0
    for gone in (WORDS, "Front counter", "crime_report"):
        assert gone.encode() not in bytes_in(tmp_path)
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        home = terminal.wait(offered)
        assert "Go on" not in home
        assert "Bring back" not in home
        assert terminal.quit("q") == 0


def test_a_skipped_case_is_wiped_at_the_next_start_where_the_program_was_killed(
    cache: Path, tmp_path: Path
) -> None:
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        with_one_answer(terminal, "practice")
        terminal.press(CTRL_S, lambda text: not writing(text) and "Saved." in text)
        terminal.press(CTRL_G, lambda text: "Skipped. Nothing of it is recorded." in text)
        terminal.kill()
    assert WORDS.encode() in bytes_in(tmp_path)
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        assert "Go on" not in terminal.wait(offered)
        assert terminal.quit("q") == 0
    for gone in (WORDS, "Front counter", "crime_report"):
        assert gone.encode() not in bytes_in(tmp_path)


@pytest.fixture(scope="module")
def paused(cache: Path, place: Path) -> Terminal:
    """Over the options of a question."""
    with Terminal(place / "paused.sqlite", cache) as terminal:
        officer = Officer(terminal, Random(1))
        officer.start_written(SHORT)
        assert officer.next_open()
        before = officer.open()
        terminal.press(CTRL_B, lambda text: "Paused." in text)
        assert terminal.press(CTRL_B, choosing) == before
        terminal.press(ESCAPE, lambda text: not choosing(text))
        terminal.press("w", writing)
        terminal.press(WORDS, lambda text: WORDS in text)
        terminal.press(CTRL_B, lambda text: "Paused." in text)
        assert WORDS in terminal.press("\r", writing)
        terminal.kill()
        return terminal


def test_while_it_is_paused_nothing_of_the_case_is_on_the_screen(paused: Terminal) -> None:
    blank = [text for text in paused.frames if "Paused." in text]
    assert len(blank) >= 2
    assert {" ".join(text.split()) for text in blank} == {f"{PAUSED} {STANDING}"}
