"""What is due, and the next case made for it, of a learner with many decisions beside one with few."""

from __future__ import annotations

import os
import random
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from tests.benchmarks.places import environment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from simulator.guidance.guidance import Guidance
    from simulator.session.training import Training
    from simulator.store.store import Store

OF_A_CASE = 40
MINUTES = 30
WRONG = 0.2


def due_rounds(scratch: Path, *, few: int, many: int, rounds: int) -> list[float]:
    """Seconds with `many` decisions / seconds with `few`, each asked for after one that is not counted."""
    found = []
    with _learner(scratch, "few", few) as little, _learner(scratch, "many", many) as much:
        _seconds(little), _seconds(much)
        for _ in range(rounds):
            found.append(_seconds(much) / _seconds(little))
    return found


def _seconds(training: Training) -> float:
    """For the first rule of the guidance, so that both have the same case to make."""
    assert training.practice is not None
    start = time.perf_counter()
    training.practice.today(MINUTES)
    training.practice.begin_rule("outcome.harmed-only")
    return time.perf_counter() - start


@contextmanager
def _learner(scratch: Path, name: str, decisions: int) -> Iterator[Training]:
    before = dict(os.environ)
    os.environ.update(environment_of(scratch, name))
    try:
        workshop = Workshop(strangers=False)
        training = training_of(workshop)
        _fill(training.store, workshop.engine().guidance, decisions)
        yield training
        training.store.close()
    finally:
        os.environ.clear()
        os.environ.update(before)


def _fill(store: Store, guidance: Guidance, decisions: int) -> None:
    """Cases of many decisions, an hour apart, some of them wrong."""
    chance = random.Random(7)
    rules = [rule for rule in guidance.rules.values() if rule.silence is None]
    for number in range(decisions // OF_A_CASE):
        judged = [_judged(chance, guidance, chance.choice(rules)) for _ in range(OF_A_CASE)]
        at = f"20{number // 8760:02}-01-01T00:00:00.000+00:00"
        session = f"case-{number}"
        begun = {"case": {"id": session, "title": "A case", "phases": []}, "guidance": guidance.name}
        store.append(
            session,
            [
                _event(session, 1, "case_begun", at, begun),
                _event(session, 2, "finished", at, {"judged": judged}),
            ],
        )


def _judged(chance: random.Random, guidance: Guidance, rule: Any) -> dict[str, Any]:
    options = list(rule.options)
    right = chance.random() > WRONG
    return {
        "phase": guidance.questions[rule.question].phases[0]
        if guidance.questions[rule.question].phases
        else "",
        "question": rule.question,
        "subject": chance.choice("ABC"),
        "rule": rule.rule,
        "chosen": [options[0] if right else options[-1]],
        "called_for": [options[0]],
        "also_open": [],
        "mark": "right" if right else "mistake",
        "sureness": chance.choice((None, 1, 2, 3)),
        "cites": [],
        "decides": list(guidance.paragraphs)[:1],
        "kinds": [],
    }


def _event(session: str, seq: int, kind: str, at: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {"format": "event/1", "session": session, "seq": seq, "kind": kind, "at": at, "data": data}
