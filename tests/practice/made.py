"""A small syllabus and finished cases, made up: a library's lost property."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING, Any

from simulator.practice.memory import Memory
from simulator.practice.played import Played
from simulator.practice.syllabus import SubjectMatter, Syllabus
from simulator.session.guide import Judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.session.summary_view import Mark

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday morning."""

_QUESTIONS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "log": ("The log", {"write": "Write it down", "wait": "Wait"}),
    "worth": ("Worth", {"much": "Much", "little": "Little", "none": "Nothing"}),
    "close": ("Closing", {"return": "Return it", "keep": "Keep it", "sell": "Sell it"}),
}
_RULES: Mapping[str, tuple[str, str]] = {
    "log.found": ("log", "write"),
    "worth.gold": ("worth", "much"),
    "worth.paper": ("worth", "none"),
    "worth.rest": ("worth", "little"),
    "close.owner": ("close", "return"),
    "close.nobody": ("close", "keep"),
    "close.old": ("close", "sell"),
    "close.named": ("close", "return"),
}
RULES = tuple(_RULES)
"""In the order of the guidance; `log.found` is alone."""


def made_syllabus() -> Syllabus:
    """Three questions, of which the answer to the first never varies, and eight rules."""
    return Syllabus(
        rules={rule: _matter(rule) for rule in RULES},
        titles={name: title for name, (title, _) in _QUESTIONS.items()},
        labels={name: dict(labels) for name, (_, labels) in _QUESTIONS.items()},
        settling=("close",),
        judging=("worth",),
        grading=("worth",),
    )


def _matter(rule: str) -> SubjectMatter:
    question, option = _RULES[rule]
    title, labels = _QUESTIONS[question]
    return SubjectMatter(
        rule=rule,
        question=question,
        question_title=title,
        title=f"{title}: {labels[option]}",
        called_for=(option,),
        paragraphs=("LP1",),
        alone=question == "log",
        confusable=tuple(
            other for other, (of, calls) in _RULES.items() if of == question and calls != option
        ),
    )


def judged(
    rule: str,
    *,
    mark: Mark = "right",
    sureness: int | None = None,
    chosen: str | None = None,
    subject: str = "case",
) -> Judged:
    """One decision of a rule; one that is right chose what was called for."""
    question, option = _RULES.get(rule, ("close", "return"))
    other = next(each for each in _QUESTIONS[question][1] if each != option)
    taken = chosen or (other if mark in ("mistake", "follows", "discuss") else option)
    return Judged(
        phase="desk",
        question=question,
        subject=subject,
        rule=rule,
        chosen=(taken,),
        called_for=(option,),
        also_open=(),
        mark=mark,
        sureness=sureness,
        cites=(),
        decides=("LP1",),
        kinds=(),
    )


def played(
    *decisions: Judged,
    day: float | None = 0,
    purpose: Mapping[str, Any] | None = None,
    session: str = "s1",
) -> Played:
    """A case that ended so many days after `START`; None where no clock said when."""
    at = START + timedelta(days=day) if day is not None else None
    return Played(session, f"case-{session}", "Found things", at, purpose or {}, decisions)


def right(rules: Iterable[str], day: float | None = 0, sureness: int | None = None) -> Played:
    """A case in which these rules decided, and all was right."""
    return played(*(judged(rule, sureness=sureness) for rule in rules), day=day)


def wrong(rules: Iterable[str], day: float | None = 0, sureness: int | None = None) -> Played:
    """A case in which these rules decided, and nothing was right."""
    return played(*(judged(rule, mark="mistake", sureness=sureness) for rule in rules), day=day)


def after(days: float) -> datetime:
    """So many days after `START`."""
    return START + timedelta(days=days)


def memory_of(history: Iterable[Played], before: Memory | None = None) -> Memory:
    """What is remembered after some cases, in their order."""
    return reduce(Memory.after, history, before or Memory())
