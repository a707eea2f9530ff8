"""All smallest flips for every mistake of a five-child case that is answered at random."""

from __future__ import annotations

from random import Random
from time import process_time
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
from simulator.rules.flips.finding import flips_of
from tests.guidance.broken import PACK
from tests.model.words import OFFENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.rules.facts import Facts

CHILDREN = "ABCDE"
PREVIOUS = ("none", "none", "none", "school_sanction", "police_warning_1978_documented")
DELETIONS = ("satisfied", "satisfied", "pending", "doubted", "beyond_reach")
INVESTIGATIONS = ("none", "initial", "full", "initial_concluded", "full_concluded")
KINDS = ("onward_forwarding", "force", "fraud", "exploitation", "bullying", "adult_involvement")


def flip_times(cases: int) -> list[float]:
    """Milliseconds of processor time for each case, after one case to warm up."""
    engine = Engine(read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]))
    drawn = _facts(engine, Random(5))
    return [_flip_all(engine, next(drawn), Random(number)) for number in range(cases + 1)][1:]


def _flip_all(engine: Engine, facts: Facts, random: Random) -> float:
    mistakes = list(_mistakes(engine, facts, random))
    start = process_time()
    for mistake in mistakes:
        flips_of(engine, facts, *mistake)
    return (process_time() - start) * 1000


def _mistakes(engine: Engine, facts: Facts, random: Random) -> Iterator[tuple[str, str, str]]:
    """Of every question and subject one option, where it turns out wrong."""
    for decision in engine.assess(facts):
        option = random.choice(list(decision.options))
        if not decision.silent and decision.options[option].verdict in ("contrary", "departure"):
            yield decision.question, decision.subject, option


def _facts(engine: Engine, random: Random) -> Iterator[Facts]:
    while True:
        people = [_child(name, random) for name in CHILDREN]
        factors = [_factor(random) for _ in range(random.randint(0, 3))]
        data = {"format": "case-facts/1", "id": "five", "people": people, "factors": factors}
        try:
            yield engine.read_facts(document_of({**data, "investigation": random.choice(INVESTIGATIONS)}))
        except InputFault:
            continue


def _child(name: str, random: Random) -> dict[str, Any]:
    child: dict[str, Any] = {
        "id": name,
        "age": random.randint(11, 17),
        "home": random.choice(("city", "county")),
    }
    if random.random() < 0.25:
        return {**child, "acts": ["told_only"]}
    acts = random.sample(sorted(OFFENCES), random.randint(1, 3))
    previous, deletion = random.choice(PREVIOUS), random.choice(DELETIONS)
    return {
        **child,
        "acts": acts,
        "previous": previous,
        "deletion": deletion,
        "agrees": random.random() < 0.9,
    }


def _factor(random: Random) -> dict[str, Any]:
    kind = random.choice(KINDS)
    by = random.choice((*CHILDREN, "unknown")) if kind != "adult_involvement" else "unknown"
    against = random.sample([name for name in CHILDREN if name != by], random.randint(0, 2))
    grade = random.choice(("suspected", "believed", "established"))
    return {"kind": kind, "grade": grade, "by": by, "against": against}
