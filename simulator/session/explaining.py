"""A decision explained further: its trace, what would have changed it, and near misses of its rule."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from simulator.errors.text import clean, clean_block
from simulator.rules.facts_words import facts_lines
from simulator.rules.flips.finding import flips_of
from simulator.rules.flips.near_misses import near_misses
from simulator.rules.flips.near_misses_told import expected_labels, told
from simulator.rules.flips.search import BeyondSearch
from simulator.rules.tracing import Tracer, trace_lines
from simulator.session.debrief_view import ExplanationView, FlipsView, NearMissView

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.rules.flips.near_misses import NearMiss

MOST_NEAR_MISSES = 3


def explanation_of(
    engine: Engine, facts: Facts, decision: Decision, chosen: Collection[str], names: Mapping[str, str]
) -> ExplanationView:
    """Why a decision at some facts is as it is, and what would change it, for what was chosen first.

    `names` are shown in place of ids.
    """
    question = engine.guidance.questions[decision.question]
    flips = [
        FlipsView(
            option=option,
            label=clean_block(question.label(option)),
            chosen=option in chosen,
            sentences=_sentences(engine, facts, decision, option, names),
        )
        for option, ruling in decision.options.items()
        if ruling.verdict != "expected"
    ]
    traced = Tracer(engine, facts, names).trace(decision)
    lines = trace_lines(traced)
    others = len(lines) - len(traced["others"])
    return ExplanationView(
        rule=decision.rule,
        trace=tuple(map(clean_block, (" ".join(lines[:others]), *lines[others:]))),
        flips=tuple(sorted(flips, key=lambda each: not each.chosen)),
    )


def _sentences(
    engine: Engine, facts: Facts, decision: Decision, option: str, names: Mapping[str, str]
) -> tuple[str, ...]:
    try:
        found = flips_of(engine, facts, decision.question, decision.subject, option, names)
    except BeyondSearch as reason:
        return (f"This could not be found: {reason}.",)
    return tuple(clean_block(flip.text) for flip in found)


def near_misses_of(engine: Engine, rule: str, label: Callable[[str, str], str]) -> tuple[NearMissView, ...]:
    """A few near misses of a rule, each ending otherwise than the ones before it.

    `label` gives the words for a subject of a question.
    """
    ends: dict[tuple[str | None, tuple[str, ...]], NearMiss] = {}
    for near in near_misses(engine, rule):
        ends.setdefault((near.other.rule, near.other.expected), near)
    return tuple(_near_miss(engine, near, label) for near in islice(ends.values(), MOST_NEAR_MISSES))


def _near_miss(engine: Engine, near: NearMiss, label: Callable[[str, str], str]) -> NearMissView:
    question = engine.guidance.questions[near.question]
    return NearMissView(
        question=clean(question.title),
        subject=near.subject,
        label=clean(label(near.question, near.subject)),
        facts=tuple(
            clean(line)
            for line in facts_lines(engine.guidance.world, near.one.facts, engine.guidance.change_words)
        ),
        called_for=clean(expected_labels(engine, near, near.one)),
        sentence=clean_block(told(engine, near)),
    )
