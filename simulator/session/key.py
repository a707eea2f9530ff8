"""The key of a case: what the guidance says of every decision, before anybody has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.errors.text import clean, clean_block
from simulator.session.debrief import BASIS_WORDS, VERDICT_WORDS, citations_of
from simulator.session.debrief_view import RulingView
from simulator.session.key_view import KeyDecisionView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.model.questions import Ruling
    from simulator.rules.decisions import Decision
    from simulator.session.guide import Guide


def key_decision(guide: Guide, case: Mapping[str, Any], phase: str, one: Decision) -> KeyDecisionView:
    """A decision of the engine, told."""
    labels = guide.asked(one.question).options
    called_for = [ruling for ruling in one.options.values() if ruling.verdict == "expected"]
    return KeyDecisionView(
        phase=phase,
        question=one.question,
        subject=one.subject,
        label=clean(guide.subject_label(case, one.question, one.subject)),
        rule=one.rule,
        options=tuple(_ruling(option, labels[option], ruling) for option, ruling in one.options.items()),
        silence=clean_block(one.silence) if one.silence else None,
        citations=citations_of(one.options.values() if one.silent else called_for),
    )


def _ruling(option: str, label: str, ruling: Ruling) -> RulingView:
    return RulingView(
        option=option,
        label=clean(label),
        verdict=ruling.verdict,
        verdict_label=VERDICT_WORDS[ruling.verdict],
        basis=ruling.basis,
        basis_label=BASIS_WORDS[ruling.basis],
        why=clean_block(ruling.why),
        excused=False,
    )
