"""A debrief arranged for paper: what the templates write, in its order, and nothing that they would compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.report.decisions import phases_of
from simulator.report.signs import MODES, SIGNS, SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.report.decisions import Explanations, Phase
    from simulator.report.signs import Sign
    from simulator.session.debrief_view import DebriefView
    from simulator.session.summary_view import SubjectRowView
    from simulator.session.view import View


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """How the decisions about one subject went: in their order, and the titles under each sign."""

    label: str
    signs: tuple[Sign, ...]
    by_sign: tuple[tuple[Sign, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many decisions went right, and how many did not, of those that have something in common."""

    name: str
    about: str
    right: int
    wrong: int

    @property
    def all(self) -> int:
        """The number of both."""
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the learner, and the stretch of the case's text that it stands at."""

    passage: str
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a saved debrief tells."""

    view: View
    debrief: DebriefView
    mode: str
    own_words: bool
    phases: tuple[Phase, ...]
    subjects: tuple[SubjectRow, ...]
    paragraphs: tuple[Counted, ...]
    sureness: tuple[Counted, ...]
    notes: tuple[Note, ...]

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.subjects or self.paragraphs or self.sureness or self.debrief.summary.caseload)


def report_of(view: View, debrief: DebriefView, explanations: Explanations, own_words: bool) -> Report:
    """`debrief` arranged; without `own_words` nothing that the learner wrote is in it."""
    summary = debrief.summary
    return Report(
        view=view,
        debrief=debrief,
        mode=MODES[view.mode],
        own_words=own_words,
        phases=phases_of(debrief, explanations),
        subjects=tuple(map(_subject, summary.subjects)),
        paragraphs=tuple(
            Counted(one.paragraph, one.section, one.right, one.wrong) for one in summary.paragraphs
        ),
        sureness=tuple(Counted(SURENESS[one.level], "", one.right, one.wrong) for one in summary.sureness),
        notes=tuple(_notes(view)) if own_words else (),
    )


def _subject(row: SubjectRowView) -> SubjectRow:
    by_sign: dict[Sign, list[str]] = {sign: [] for sign in SIGNS.values()}
    for title, mark in row.marks:
        by_sign[SIGNS[mark]].append(title)
    return SubjectRow(
        label=row.label,
        signs=tuple(SIGNS[mark] for _, mark in row.marks),
        by_sign=tuple((sign, tuple(titles)) for sign, titles in by_sign.items() if titles),
    )


def _notes(view: View) -> Iterator[Note]:
    for phase in view.phases:
        for block in phase.narrative:
            for one in block.annotations:
                if one.note:
                    yield Note(block.text[one.start : one.end], one.note)
