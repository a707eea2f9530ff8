"""A written case of the bundled packs, worked through in each face as a script says: the same happens in both."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.plain.play import play_plain
from simulator.plain.starting import Asked
from simulator.session.commands import Answer, Cite, Confirm, Leave, Rationale, Resume, Sureness
from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from tests.end_to_end.by_keys import Keys
from tests.end_to_end.kept import sessions_in
from tests.end_to_end.script import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from simulator.session.case_packs import CasePack
    from simulator.session.training import Training
    from simulator.session.view import View
    from tests.end_to_end.script import Done

SEED = 5
PACK = "near-misses"
PLACE = 9
"""Of a case in its pack's list."""


@pytest.fixture(scope="module")
def pack(training: Training) -> CasePack:
    return next(pack for pack in training.packs if pack.name == PACK)


@pytest.fixture(scope="module")
def case(pack: CasePack) -> str:
    """A written case of two people."""
    return pack.cases[PLACE].case


@pytest.fixture
def core(training: Training, case: str, tmp_path: Path) -> Iterator[tuple[list[Done], View, list[Any]]]:
    """What the officer does, the view in the end, and what happened, without any face."""
    with closing(Store(tmp_path / "core.sqlite")) as store:
        runner = replace(training, store=store).begin(PACK, case)
        yield script_of(runner, SEED), runner.view, happened(store)


def happened(store: Store) -> list[Any]:
    """Kind and data of every event of the one session in a store."""
    [session] = sessions_in(store)
    return [(event["kind"], event["data"]) for event in store.load(session)]


def lines_of(script: Sequence[Done]) -> Iterator[str]:
    """The script as lines of text; it goes to each question by its number."""
    for done in script:
        command, step = done.command, done.step
        asks = [(question, subject) for question in step.questions for subject in question.subjects]
        keys = [(question.question, subject.subject) for question, subject in asks]
        if isinstance(command, Answer | Rationale | Cite | Sureness):
            yield f"go {keys.index((command.question, command.subject)) + 1}"
        match command:
            case Answer(question=asked, chosen=chosen):
                options = next(question.options for question, _ in asks if question.question == asked)
                numbers = [number for number, each in enumerate(options, 1) if each.option in chosen]
                yield " ".join(map(str, numbers))
            case Rationale(text=text):
                yield f"why {text}"
            case Cite(paragraphs=paragraphs):
                yield f"cite {' '.join(paragraphs)}"
            case Sureness(level=level):
                yield f"sure {level}"
            case Confirm():
                yield "confirm"
            case Leave():
                yield "leave"
            case Resume():
                yield "1"


def plain(training: Training, lines: Sequence[str], asked: Asked) -> str:
    """What plain mode says to these lines, begun again after each that leaves."""
    said = io.StringIO()
    until = lines.index("leave") + 1
    for part in (lines[:until], lines[until:]):
        play_plain(training, io.StringIO("".join(f"{line}\n" for line in part)), said, asked)
    return " ".join(said.getvalue().split())


def test_in_lines_of_text_the_same_happens_and_all_of_the_debrief_is_said(
    training: Training, case: str, core: tuple[list[Done], View, list[Any]], tmp_path: Path
) -> None:
    script, view, events = core
    with closing(Store(tmp_path / "plain.sqlite")) as store:
        lines = [*lines_of(script), "keep"]
        said = plain(replace(training, store=store), lines, Asked(pack=PACK, written=case))
        assert happened(store) == events
    for sentence in told_of_evidence(view):
        assert " ".join(sentence.split()) in said


async def test_by_keys_the_same_happens(
    training: Training, core: tuple[list[Done], View, list[Any]], tmp_path: Path
) -> None:
    script, _, events = core
    with closing(Store(tmp_path / "keys.sqlite")) as store:
        app = SimulatorApp(lambda: replace(training, store=store))
        async with app.run_test(size=(80, 24)) as pilot:
            keys = Keys(pilot)
            await keys.start_written(PLACE, PACK)
            await keys.play(script)
            assert app.desk is not None
            app.desk.close()
        assert happened(store) == events


def told_of_evidence(view: View) -> Iterator[str]:
    """Every sentence that the core tells of evidence, and of what was not told in time."""
    assert view.debrief is not None
    for phase in view.debrief.phases:
        for question in phase.questions:
            for decision in question.decisions:
                for matter in decision.evidence:
                    yield from (matter.label, matter.grade, *matter.amounts_to)
                    yield from (each for piece in matter.pieces for each in (piece.text, *piece.is_evidence))
                for block in decision.untold:
                    yield from (block.text, block.note or "")
    yield from view.debrief.discuss
