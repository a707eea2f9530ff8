"""Decisions held against the guidance, as they are counted over many sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scoring.mistake_kinds import kinds_of
from simulator.session.debrief import decides_of, mark_word
from simulator.session.guide import Judged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.rules.engine import Engine
    from simulator.scoring.choice import Choice
    from simulator.scoring.marked import Marked
    from simulator.scoring.parts import Parts


def judged_kinds(
    engine: Engine, parts: Parts, choices: Sequence[Choice]
) -> Mapping[tuple[str | None, str, str], tuple[str, ...]]:
    """The kinds of mistake that choices are, by phase, question and subject."""
    found: dict[tuple[str | None, str, str], tuple[str, ...]] = {}
    for phase, facts in parts:
        chosen = {(one.question, one.subject): one.chosen for one in choices if one.phase == phase}
        for made in kinds_of(engine.guidance, facts, engine.assess(facts, phase), chosen):
            at = (phase, made.question, made.subject)
            found[at] = (*found.get(at, ()), made.kind)
    return found


def judged_of(one: Marked, kinds: Mapping[tuple[str | None, str, str], tuple[str, ...]]) -> Judged:
    """A marked decision that has a choice; an error that follows from an earlier one is of no kind."""
    decision, choice, mark = one.decision, one.choice, mark_word(one)
    at = (one.phase, decision.question, decision.subject)
    return Judged(
        phase=one.phase or "",
        question=decision.question,
        subject=decision.subject,
        rule=decision.rule,
        chosen=one.chosen,
        called_for=tuple(decision.with_verdict("expected")),
        also_open=tuple(decision.with_verdict("acceptable")),
        mark=mark,
        sureness=choice.confidence if choice else None,
        cites=choice.cites if choice else (),
        decides=decides_of(decision),
        kinds=kinds.get(at, ()) if mark == "mistake" else (),
    )
