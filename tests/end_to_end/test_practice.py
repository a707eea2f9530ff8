"""A whole practice case in a pseudo-terminal without truecolor, which is made larger and smaller on the way."""

from __future__ import annotations

import re
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.officer import AT_DEBRIEF, CASE, FEEDBACK, SHORT, Officer, offered
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SIZES = ((120, 40), (200, 60), (80, 24))
TOLD = re.compile(r"[✗↳✓] (?:right|acceptable|mistake|follows)|You chose|Feedback on")
"""What only feedback and the debrief say."""
TRUECOLOR = re.compile(rb"\x1b\[[0-9;]*\b[34]8;2;")


class Practised:
    """A written case, played once; a phase at each size."""

    def __init__(self, terminal: Terminal) -> None:
        officer = Officer(terminal, Random(3), "practice")
        officer.start_written(SHORT)
        sizes = cycle(SIZES)
        self.before: list[list[str]] = []
        self.feedback: list[str] = []
        while AT_DEBRIEF not in terminal.text:
            begun = len(terminal.frames)
            columns, rows = next(sizes)
            terminal.resize(columns, rows, lambda text: CASE in text)
            self.play_phase(officer)
            self.before.append(terminal.frames[begun : officer.confirmed])
            if FEEDBACK in terminal.text:
                self.feedback.append(terminal.settled())
                officer.read_feedback()
        self.debrief = terminal.settled()
        terminal.press("q", offered)
        self.exit_code = terminal.quit("q")
        self.sent = terminal.sent

    @staticmethod
    def play_phase(officer: Officer) -> None:
        """Until feedback or the debrief is there."""
        while FEEDBACK not in officer.terminal.text and AT_DEBRIEF not in officer.terminal.text:
            officer.decide_step()
            officer.confirm()


@pytest.fixture(scope="module")
def practised(cache: Path, place: Path) -> Practised:
    with Terminal(place / "practised.sqlite", cache, COLORTERM=None) as terminal:
        return Practised(terminal)


def test_a_case_is_practised_to_its_debrief_at_three_sizes(practised: Practised) -> None:
    assert practised.exit_code == 0
    assert b"Traceback" not in practised.sent
    assert len(practised.before) == 3


def test_feedback_comes_after_each_phase_but_the_last_which_the_debrief_follows(practised: Practised) -> None:
    told = [re.search(r"Feedback on: (.+?)  ", text) for text in practised.feedback]
    assert [found[1] for found in told if found] == ["The report", "The assessment"]
    assert all(TOLD.search(text) for text in (*practised.feedback, practised.debrief))


def test_nothing_is_told_of_a_phase_before_it_is_confirmed(practised: Practised) -> None:
    for frames in practised.before:
        assert len(frames) > 10
        told = [text for text in frames if TOLD.search(text)]
        assert not told, told[0]


def test_a_terminal_without_truecolor_is_sent_none(practised: Practised) -> None:
    assert b"\x1b[38;5;" in practised.sent or re.search(rb"\x1b\[[0-9;]*38;5;", practised.sent)
    assert not TRUECOLOR.search(practised.sent)
