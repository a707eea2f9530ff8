"""Mistakes in a case of the bundled packs, explained further in each face as the core explains them."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from textual.content import Content

from simulator.plain.play import play_plain
from simulator.session.commands import Confirm, Leave
from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from simulator.tui.telling.entries import Decided
from simulator.tui.widgets.debrief_table import DebriefTable
from simulator.tui.widgets.reading import Reading
from tests.end_to_end.by_keys import Keys
from tests.end_to_end.script import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from simulator.session.debrief_view import ExplanationView, NearMissView
    from simulator.session.training import Training

SEED = 12
SHOWN = 5


@dataclass(frozen=True)
class Mistake:
    """A mistake that some other facts would have made right, and all that the core says of it."""

    number: int
    question: str
    subject: str
    explained: ExplanationView
    near: Sequence[NearMissView]

    @property
    def changes(self) -> list[str]:
        return [sentence for flips in self.explained.flips for sentence in flips.sentences[:SHOWN]]


@pytest.fixture(scope="module")
def mistake(training: Training, tmp_path_factory: pytest.TempPathFactory) -> Mistake:
    """The last one of the case: that about an outcome."""
    with_store = replace(training, store=Store(tmp_path_factory.mktemp("further") / "core.sqlite"))
    runner = with_store.begin("core", SEED)
    script_of(runner, SEED)
    debrief = runner.view.debrief
    assert debrief is not None
    decided = [
        (phase.phase, question.question, decision)
        for phase in debrief.phases
        for question in phase.questions
        for decision in question.decisions
    ]
    found = []
    for number, (phase, question, decision) in enumerate(decided, 1):
        if decision.mark == "mistake":
            explained = runner.explanation(phase, question, decision.subject)
            if any(flips.chosen and flips.sentences for flips in explained.flips):
                near = runner.near_misses(explained.rule)
                found.append(Mistake(number, question, decision.subject, explained, near))
    with_store.store.close()
    return next(one for one in reversed(found) if one.near)


@pytest.fixture
def almost(training: Training, tmp_path: Path) -> Iterator[Training]:
    """The same case, to whose debrief one yes is missing."""
    with_store = replace(training, store=Store(tmp_path / "almost.sqlite"))
    copied = replace(training, store=Store(tmp_path / "copied.sqlite"))
    script = script_of(copied.begin("core", SEED), SEED)
    copied.store.close()
    runner = with_store.begin("core", SEED)
    assert script[-1].command == Confirm()
    for done in script[:-1]:
        runner.do(done.command)
    runner.do(Leave())
    yield with_store
    with_store.store.close()


def test_plain_mode_says_all_that_the_core_says_of_a_mistake(almost: Training, mistake: Mistake) -> None:
    lines = ["1", "confirm", *(f"{word} {mistake.number}" for word in ("why", "change", "near"))]
    stdout = io.StringIO()
    assert play_plain(almost, io.StringIO("".join(f"{line}\n" for line in lines)), stdout) == 0
    said = " ".join(stdout.getvalue().split())
    near = [part for one in mistake.near for part in (*one.facts, one.called_for, one.sentence)]
    for sentence in (*mistake.explained.trace, *mistake.changes, *near):
        assert " ".join(sentence.split()) in said
    assert said.endswith(almost.guide.standing)


async def test_the_pages_show_all_that_the_core_says_of_a_mistake(almost: Training, mistake: Mistake) -> None:
    app = SimulatorApp(lambda: almost)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keys(pilot)
        await keys.settle()
        for key in ("enter", "c", "y"):
            await keys.press(key)
        table = app.screen.query_one(DebriefTable)
        while not _is(mistake, table.entry):
            await keys.press("m")
        await keys.press("y")
        assert _holds(app, mistake.explained.trace)
        await keys.press("x")
        await keys.settle()
        near = [part for one in mistake.near for part in (*one.facts, one.called_for, one.sentence)]
        assert _holds(app, [*mistake.changes, *near])
    assert app.desk is not None
    app.desk.close()


def _is(mistake: Mistake, entry: object) -> bool:
    return isinstance(entry, Decided) and (entry.question.question, entry.decision.subject) == (
        mistake.question,
        mistake.subject,
    )


def _holds(app: SimulatorApp, sentences: Sequence[str]) -> bool:
    """Whether the open page has every one of `sentences`."""
    page = app.screen.query_one("#explanation", Reading).text
    assert isinstance(page, Content)
    return all(sentence in page.plain for sentence in sentences)
