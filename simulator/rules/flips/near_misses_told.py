"""Near misses as a sentence, and as `near-misses/1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.document import document_of
from simulator.rules.flips.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rules.engine import Engine
    from simulator.rules.flips.near_misses import NearMiss, Side

FORMAT = "near-misses/1"
NOT_ASKED = "Had {changes}, this would not be asked."
NOTHING = "no option"


def told(engine: Engine, near: NearMiss) -> str:
    """The one change and what is expected after it."""
    words = engine.guidance.change_words
    if near.other.rule is None:
        words = {**words, "sentence": NOT_ASKED}
    labels = expected_labels(engine, near, near.other)
    return Teller(engine.guidance.world, words, {}).sentence(
        near.one.facts, [near.change], labels, _paragraph(engine, near)
    )


def expected_labels(engine: Engine, near: NearMiss, side: Side) -> str:
    """The words shown for what is expected on one side."""
    question = engine.guidance.questions[near.question]
    return ", ".join(question.label(option) for option in side.expected) or NOTHING


def near_misses_data(engine: Engine, rule: str, found: Sequence[NearMiss]) -> dict[str, Any]:
    """Near misses of a rule as `near-misses/1`: plain JSON data."""
    pairs = [
        {
            "question": near.question,
            "subject": near.subject,
            "one": _side_data(near.one),
            "other": _side_data(near.other),
            "change": near.change.as_data(),
            "text": told(engine, near),
        }
        for near in found
    ]
    return {"format": FORMAT, "guidance": engine.guidance.name, "rule": rule, "pairs": pairs}


def _side_data(side: Side) -> dict[str, Any]:
    return {"facts": side.facts, "rule": side.rule, "expected": list(side.expected)}


def _paragraph(engine: Engine, near: NearMiss) -> str:
    """The first paragraph that is cited for what is expected after the change, or else for any option."""
    decision = engine.decide(near.question, near.subject, engine.read_facts(document_of(near.other.facts)))
    if decision is None:
        return ""
    options = decision.options
    return next(iter(options[next(iter(near.other.expected), next(iter(options)))].citations))
