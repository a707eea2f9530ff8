"""Stores with a session of a five-child case to go on with, as small or as large as one can be."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.session.commands import Annotate, Answer, Confirm, Leave
from tests.benchmarks.places import environment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from simulator.session.runner import Runner
    from simulator.session.texts_view import BlockView
    from simulator.session.training import Training
    from simulator.session.view import StepView

CHILDREN = 5
LONG_TEXT, PARAGRAPHS = 64 << 10, 10
NOTES = 500
SENTENCE = "The officer wrote down who said what, and when. "


def begun(scratch: Path, store: str, *, large: bool = False) -> dict[str, str]:
    """The environment in which a session is to be gone on with from its first step."""
    environment = environment_of(scratch, store)
    with _training(environment) as training:
        _session(training, large=large).do(Leave())
    return environment


def all_but_ended(scratch: Path, store: str, *, large: bool = False) -> dict[str, str]:
    """The environment in which a session is to be gone on with where only its last step is to be confirmed."""
    environment = environment_of(scratch, store)
    with _training(environment) as training:
        runner = _session(training, large=large)
        while (step := runner.view.step) is not None:
            _answer(runner, step)
            if _is_last(runner, step):
                break
            runner.do(Confirm())
        runner.do(Leave())
    return environment


@contextmanager
def _training(environment: Mapping[str, str]) -> Iterator[Training]:
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        training = training_of(Workshop(strangers=False))
        yield training
        training.store.close()
    finally:
        os.environ.clear()
        os.environ.update(before)


def _session(training: Training, *, large: bool) -> Runner:
    case = _case_of_five(training)
    if large:
        case["phases"][0]["narrative"] += [_paragraph(number) for number in range(PARAGRAPHS)]
    runner = training.begin_case(case, "assessment")
    if large:
        blocks = runner.view.phases[0].narrative[-PARAGRAPHS:]
        for number in range(NOTES):
            _annotate(runner, blocks[number % PARAGRAPHS], number)
    return runner


def _case_of_five(training: Training) -> dict[str, Any]:
    made = next(pack for pack in training.packs if pack.makes and not pack.cases)
    for seed in range(1, 1000):
        case = training.make(made.name, seed)
        if len(case["names"]) >= CHILDREN:
            return dict(case)
    raise RuntimeError(f"no case of {CHILDREN} children was made")


def _paragraph(number: int) -> dict[str, Any]:
    text = f"{number}. " + SENTENCE * (LONG_TEXT // PARAGRAPHS // len(SENTENCE))
    return {"text": text, "states": [], "evidence": [], "after": None}


def _annotate(runner: Runner, block: BlockView, number: int) -> None:
    start = len(SENTENCE) * (number // PARAGRAPHS)
    end = start + len(SENTENCE) // 2
    runner.do(Annotate(block.passage, start, end, number % 2 == 0, f"Note {number}."))


def _answer(runner: Runner, step: StepView) -> None:
    for question in step.questions:
        for subject in question.subjects:
            runner.do(Answer(question.question, subject.subject, (question.options[0].option,)))


def _is_last(runner: Runner, step: StepView) -> bool:
    return step.phase == runner.view.phases[-1].phase and step.number == step.count
