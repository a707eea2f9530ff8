"""Points of the proof's space of a question, each as facts that show it."""

from __future__ import annotations

import json
from itertools import chain
from random import Random
from typing import TYPE_CHECKING, Any

from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from simulator.rules.construction import facts_at
from simulator.rules.engine import Engine
from simulator.rules.exactness import prove_question
from simulator.rules.facts import FactsReader
from simulator.rules.space import Space
from tests.guidance.broken import PACK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.rules.facts import Facts
    from simulator.rules.space import Region

MOST_OF_A_RULE = 80
SMALL_REGION = 32
MASKS_OF_A_REGION = 4


def bundled_engine() -> Engine:
    """The engine of the bundled guidance pack."""
    return Engine(read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]))


def write_points(engine: Engine, question: str, path: Path) -> int:
    """Writes points as facts and subject, so many of each rule at most; how many of different facts there are."""
    reader = FactsReader(engine.compiled)
    found: dict[str, tuple[Any, str]] = {}
    rules: dict[str, int] = {}
    for region, mask in _points(engine, question):
        shown = _Shown()
        data = facts_at(reader, region, mask, shown, "point")
        decision = None if data is None else engine.decide(question, shown.subject, shown.facts)
        key = json.dumps([data, shown.subject])
        if decision is not None and key not in found and rules.get(decision.rule, 0) < MOST_OF_A_RULE:
            rules[decision.rule] = rules.get(decision.rule, 0) + 1
            found[key] = (data, shown.subject)
    path.write_text(json.dumps(list(found.values())), "utf-8")
    return len(found)


class _Shown:
    """Takes the first facts that are tried, and keeps them with their subject."""

    facts: Any = None
    subject = ""

    def __call__(self, facts: Facts, subject: str) -> bool:
        self.facts, self.subject = facts, subject
        return True


def _points(engine: Engine, question: str) -> Iterator[tuple[Region, int]]:
    """Points at which each rule wins, and then some of every region."""
    guidance, asked = engine.guidance, engine.guidance.questions[question]
    random = Random(7)
    yield from chain.from_iterable(prove_question(guidance, engine.compiled, asked).wins.values())
    for region in Space(guidance, engine.compiled, asked).regions():
        small = len(region.masks) <= SMALL_REGION
        for mask in region.masks if small else random.sample(region.masks, MASKS_OF_A_REGION):
            yield region, mask


def read_points(engine: Engine, question: str, path: Path) -> list[tuple[Any, Any, Facts, str]]:
    """Of each point the case and the subject in memory, the facts, and the subject's name."""
    subjects = engine.guidance.questions[question].subjects
    points = []
    for data, name in json.loads(path.read_text("utf-8")):
        facts = engine.read_facts(document_of(data))
        this = facts.case if subjects.kind == "case" else facts.element(subjects.entity, name)
        points.append((facts.case, this, facts, name))
    return points
