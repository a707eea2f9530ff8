"""The real program in a pseudo-terminal, from the first key to the debrief, and what may come between."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from simulator.session.commands import Answer, Rationale
from simulator.store.store import Store
from tests.end_to_end.kept import bytes_in, sessions_in
from tests.end_to_end.officer import CASE, EXPLAINED, Officer, finished, offered, read_on
from tests.end_to_end.terminal import PROGRAM, Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.debrief_view import DecisionView
    from simulator.session.training import Training
    from simulator.session.view import View

SEED = 7
VERDICT_WORDS = {"expected", "acceptable", "departure", "contrary", "right", "mistake", "mistakes"}
SENT_BY_TEXTUAL = re.compile(
    rb"\x1b\[[0-9;]*[mH]"  # colours, and where to write
    rb"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]"  # modes of the terminal
    rb"|\x1b\[\?(?:2026|2048)\$p|\x1b\[>25u|\x1b\[<u"  # what the terminal can do, and its keys
    rb"|\x1b\]22;[a-z]*\x07"  # the shape of the pointer
    rb"|\r\n"
)


class Played:
    """A whole case, played once: the screens before and in the debrief, and how the program ended."""

    def __init__(self, terminal: Terminal) -> None:
        officer = Officer(terminal, Random(SEED))
        officer.start(SEED)
        begun = len(terminal.frames)
        officer.play()
        self.decided = officer.decided
        self.before = [text for text in terminal.frames[begun:] if not finished(text)]
        self.opening = terminal.text
        self.mistake = terminal.press("m", lambda text: EXPLAINED in text)
        self.explanation = read_on(terminal)
        terminal.press("q", offered)
        self.exit_code = terminal.quit("q")
        self.seen = terminal.seen
        self.sent = terminal.sent


@pytest.fixture(scope="module")
def kept(place: Path) -> Path:
    return place / "played.sqlite"


@pytest.fixture(scope="module")
def played(cache: Path, kept: Path) -> Played:
    with Terminal(kept, cache) as terminal:
        return Played(terminal)


@pytest.fixture(scope="module")
def view(training: Training, played: Played, kept: Path) -> View:
    """The session that was played, as the core shows it."""
    store = Store(kept)
    [session] = sessions_in(store)
    seen = replace(training, store=store).guide
    from simulator.session.core import Session

    shown = Session(seen).after(store.load(session)).view()
    store.close()
    return shown


def test_a_case_is_played_to_its_debrief_and_the_program_ends_well(played: Played) -> None:
    assert played.exit_code == 0
    assert b"Traceback" not in played.sent


def test_every_decision_of_the_case_is_asked_once(played: Played, view: View) -> None:
    assert view.debrief is not None
    asked = [
        f"{question.title} – {decision.label}"
        for phase in view.debrief.phases
        for question in phase.questions
        for decision in question.decisions
    ]
    assert len(played.decided) == len(asked)
    for title, whole in zip(sorted(played.decided), sorted(asked), strict=True):
        assert whole.startswith(title)  # the chooser folds a long title


def test_the_standing_line_is_on_every_screen(played: Played, view: View) -> None:
    without = [text for text in played.seen if view.standing not in text]
    assert not without, without[0]


def test_no_screen_before_the_debrief_tells_a_verdict(played: Played, training: Training, view: View) -> None:
    told = json.dumps([training.make("core", SEED), _asked(view)])
    words = VERDICT_WORDS - _words(told)
    assert {"expected", "contrary", "departure"} <= words
    for text in played.before:
        assert not words & _words(text), text
    assert not any(sign in text for text in played.before for sign in "✗↳")
    assert len(played.before) > len(played.decided)


def test_the_debrief_shows_both_scorers_side_by_side(played: Played, view: View) -> None:
    assert view.debrief is not None
    assert [score.name for score in view.debrief.scores] == ["guidance", "safeguarding"]
    line = next(line for line in played.opening.splitlines() if "guidance" in line)
    for score in view.debrief.scores:
        assert re.search(rf"\b{score.name} (?P<points>\d+(\.[1-9])?) of {score.possible:g}\b", line)


def test_a_mistake_is_explained_with_its_why_and_a_quoted_paragraph(played: Played, view: View) -> None:
    decision = _shown_decision(view, played.mistake)
    pages = [_squeezed(text) for text in (played.mistake, *played.explanation)]
    for ruling in (*decision.chosen, *decision.called_for):
        assert any(_squeezed(ruling.why) in page for page in pages), ruling.why
    assert decision.citations
    for citation in decision.citations:
        assert any(citation.paragraph in text for text in (played.mistake, *played.explanation))
        begun = _squeezed(citation.quote)[:24]  # a long one may go on on the next page
        assert any(begun in page for page in pages), citation.quote


def test_nothing_is_sent_to_the_terminal_but_what_textual_sends(played: Played) -> None:
    text = SENT_BY_TEXTUAL.sub(b"", played.sent).decode()
    acting = {character for character in text if not character.isprintable()}
    assert not acting


def test_killed_in_mid_case_it_goes_on_at_the_very_place(cache: Path, tmp_path: Path) -> None:
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        officer = Officer(terminal, Random(1))
        officer.start(SEED)
        officer.decide_step()
        officer.confirm()
        for _ in range(3):
            assert officer.next_open()
            officer.decide()
        answered = _decisions(terminal.text)
        terminal.kill()
    assert any("3 of " in line for line in answered)
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        home = terminal.wait(lambda text: "Go on" in text)
        assert home.index("Go on") < home.index("Practise ")
        terminal.press("\r", lambda text: " answered" in text and _decisions(text) == answered)
        terminal.press("q", lambda text: "Your answers are kept" in text)
        assert terminal.quit("q") == 0


def test_discarding_wipes_the_text_from_the_file_and_its_log(
    training: Training, cache: Path, tmp_path: Path
) -> None:
    path, written = tmp_path / "s.sqlite", "a reason that nobody else would write"
    store = Store(path)
    runner = replace(training, store=store).begin("core", SEED)
    question = runner.view.step.questions[0] if runner.view.step else pytest.fail("no question")
    subject = question.subjects[0].subject
    runner.do(Answer(question.question, subject, (question.options[0].option,)))
    runner.do(Rationale(question.question, subject, written))
    title = runner.view.title
    assert bytes_in(tmp_path).count(written.encode())
    with Terminal(path, cache) as terminal:
        terminal.wait(lambda text: "Go on" in text)
        terminal.press("x", lambda text: "This cannot be taken back." in text)
        store.close()
        terminal.press("y", lambda text: "The draft is wiped." in text)
        left = bytes_in(tmp_path)
        assert terminal.quit("q") == 0
    for gone in (written, title, question.question):
        assert gone.encode() not in left
        assert gone.encode() not in bytes_in(tmp_path)


def test_a_terminal_that_is_too_small_is_told_in_a_sentence(cache: Path, tmp_path: Path) -> None:
    with Terminal(tmp_path / "s.sqlite", cache, columns=60, rows=15) as terminal:
        text = terminal.wait(lambda text: "Make it larger" in text)
        said = "This terminal has 60 columns and 15 rows; the simulator needs 80 and 24."
        assert said in " ".join(text.split())
        assert terminal.quit("q") == 0


def test_without_a_terminal_one_line_says_what_to_do(cache: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "SIMULATOR_STORE": str(tmp_path / "s"), "SIMULATOR_CACHE": str(cache)}
    run = subprocess.run(PROGRAM, env=environment, input=b"", capture_output=True, check=False)
    assert run.returncode == 2
    assert run.stdout == b""
    [line] = run.stderr.decode().splitlines()
    assert "play --plain" in line


@pytest.mark.parametrize("begun", [False, True], ids=["on the opening screen", "in a case"])
def test_ctrl_c_ends_it_with_130(training: Training, cache: Path, tmp_path: Path, begun: bool) -> None:
    store = Store(tmp_path / "s.sqlite")
    if begun:
        replace(training, store=store).begin("core", SEED)
    store.close()
    with Terminal(tmp_path / "s.sqlite", cache) as terminal:
        terminal.wait(lambda text: "Go on" in text if begun else offered(text))
        if begun:
            terminal.press("\r", lambda text: CASE in text)
        assert terminal.quit("\x03") == 130
        assert b"Traceback" not in terminal.sent


def _asked(view: View) -> list[Any]:
    """Every text that a question shows."""
    return [
        (question.title, question.asks, [option.label for option in question.options])
        for phase in view.phases
        for step in phase.committed
        for question in step.questions
    ]


def _shown_decision(view: View, text: str) -> DecisionView:
    assert view.debrief is not None
    for phase in view.debrief.phases:
        for question in phase.questions:
            for decision in question.decisions:
                if f"{question.title} – {decision.label}" in text:
                    return decision
    raise AssertionError(f"no decision is explained:\n{text}")


def _decisions(text: str) -> list[str]:
    """The lines of the screen that tell where one is and what was answered."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if " answered" in line)
    return [lines[0], *lines[start:17]]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"\w", text))
