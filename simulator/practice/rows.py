"""How well each rule of the guidance is known, and each paragraph by the rules that rest on it."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.practice.calibration import NO_TALLY, right_in, wrong_in
from simulator.practice.moments import plausible, within
from simulator.session.record_view import ParagraphRowView, RuleRowView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from simulator.practice.calibration import Calibration
    from simulator.practice.known import Known
    from simulator.practice.memory import Memory
    from simulator.practice.syllabus import SubjectMatter, Syllabus
    from simulator.session.record_view import Mastery
    from simulator.session.texts_view import ParagraphView


def day_of(at: datetime) -> str:
    """The day of a moment, in ISO 8601 and UTC; empty where no clock can have said so."""
    return within(at).date().isoformat() if plausible(at) else ""


def mean_retention(rows: Iterable[RuleRowView]) -> float | None:
    """The mean over what was learnt; None where nothing was yet."""
    learnt = [one.retention for one in rows if one.retention is not None]
    return fsum(learnt) / len(learnt) if learnt else None


def rule_rows(syllabus: Syllabus, memory: Memory, now: datetime) -> tuple[RuleRowView, ...]:
    """A row for each rule, in the order of the guidance."""
    return tuple(_rule(one, memory, now) for one in syllabus.rules.values())


def _rule(one: SubjectMatter, memory: Memory, now: datetime) -> RuleRowView:
    known = memory.known.get(one.rule)
    return RuleRowView(
        rule=one.rule,
        title=clean(one.title if known is not None else one.question_title),
        paragraphs=tuple(map(clean, one.paragraphs)),
        reviews=known.reviews if known is not None else 0,
        right=known.right if known is not None else 0,
        mastery=memory.mastery(one.rule),
        retention=memory.retention(one.rule, now),
        due=_due(known, memory.now(now)),
        difficulty=memory.difficulty(one.rule),
    )


def _due(known: Known | None, now: datetime) -> str | None:
    """The day on which a rule comes due: after an error it is so already."""
    if known is None:
        return None
    return day_of(min(known.card.due, now) if known.wrong_last else known.card.due) or None


def paragraph_rows(
    paragraphs: Mapping[str, ParagraphView], rules: Iterable[RuleRowView], calibration: Calibration
) -> tuple[ParagraphRowView, ...]:
    """A row for each paragraph on which a rule rests, or a decision did, in the order of the documents."""
    resting: dict[str, list[RuleRowView]] = {}
    for one in rules:
        for paragraph in one.paragraphs:
            resting.setdefault(paragraph, []).append(one)
    return tuple(
        _paragraph(key, one.section, resting.get(clean(key), []), calibration)
        for key, one in paragraphs.items()
        if clean(key) in resting or key in calibration.paragraphs
    )


def _paragraph(
    key: str, section: str, rules: Sequence[RuleRowView], calibration: Calibration
) -> ParagraphRowView:
    tally = calibration.paragraphs.get(key, NO_TALLY)
    return ParagraphRowView(
        paragraph=clean(key),
        section=clean(section),
        right=right_in(tally),
        wrong=wrong_in(tally),
        mastery=_mastery({rule.mastery for rule in rules}),
        retention=mean_retention(rules),
        reviews=sum(rule.reviews for rule in rules),
    )


def _mastery(of_rules: set[Mastery]) -> Mastery:
    """Mastered where all rules are, and new where all are."""
    if not of_rules:
        return "new"
    return next(iter(of_rules)) if len(of_rules) == 1 else "learning"
