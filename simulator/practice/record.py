"""The record of a learner, put together from the figures, the memory and the words of the guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from simulator.errors.text import clean
from simulator.practice.calibration import levels_of, surer_than_right
from simulator.practice.cases_kept import case_views
from simulator.practice.citing import cited_view
from simulator.practice.confusion import confusion_view
from simulator.practice.independence import independence_view
from simulator.practice.mistakes_made import mistake_views
from simulator.practice.reviews import SURE
from simulator.practice.rows import day_of, mean_retention, paragraph_rows, rule_rows
from simulator.practice.testing import change_views, mark_views
from simulator.session.record_view import CalibrationRowView, ConfidentErrorView, ConfusionView, RecordView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from simulator.guidance.mistake_reading import MistakeKind
    from simulator.practice.calibration import Calibration, Tally
    from simulator.practice.confusion import Confusions
    from simulator.practice.figures import Figures
    from simulator.practice.independence import Independence
    from simulator.practice.memory import Memory
    from simulator.practice.played import Played
    from simulator.practice.syllabus import Syllabus
    from simulator.session.guide import Guide
    from simulator.session.record_view import IndependenceView

EVERYTHING = "All decisions"


class Taught(NamedTuple):
    """What a guidance has to say for a record: its texts, what there is to learn of it, its kinds of mistake."""

    guide: Guide
    syllabus: Syllabus
    mistakes: Sequence[MistakeKind]


def record_view(
    figures: Figures,
    memory: Memory,
    taught: Taught,
    learner: str,
    now: datetime,
    left_out: Iterable[tuple[Played, str]] = (),
) -> RecordView:
    """All that the record shows to the learner, whose pseudonym is `learner`.

    `left_out` are finished cases that count in no figure, each with the reason; they are listed among the last ones.
    """
    syllabus = taught.syllabus
    rules = rule_rows(syllabus, memory, now)
    return RecordView(
        standing=clean(taught.guide.standing),
        learner=clean(learner),
        day=day_of(now),
        cases=figures.cases,
        decisions=figures.decisions,
        right=figures.right,
        skill=memory.skill.points,
        retention=mean_retention(rules),
        rules=rules,
        paragraphs=paragraph_rows(taught.guide.paragraphs, rules, figures.calibration),
        confusions=tuple(_confusions(figures.confusions, syllabus)),
        mistakes=mistake_views(figures.mistakes, taught.mistakes),
        independence=_independence(figures.independence, taught),
        calibration=tuple(_calibration(figures.calibration, taught)),
        confident_errors=_confident(memory, syllabus),
        cited=cited_view(figures.cited),
        tests=mark_views(figures.testing, lambda rule: memory.difficulty(rule) or 0.0),
        changes=change_views(figures.testing),
        last_cases=case_views(figures.last, left_out),
        unread=figures.unread,
    )


def _confusions(confusions: Confusions, syllabus: Syllabus) -> Iterator[ConfusionView]:
    """Of the questions that settle the matter, then of those that grade."""
    for question in dict.fromkeys((*syllabus.settling, *syllabus.grading)):
        view = confusion_view(confusions, question, syllabus.titles[question], syllabus.labels[question])
        if view is not None:
            yield view


def _independence(independence: Independence, taught: Taught) -> IndependenceView:
    """With the paragraphs behind the mistake of giving one answer for all."""
    alike = (kind for kind in taught.mistakes if any(making.alike for making in kind.made))
    paragraphs = dict.fromkeys(paragraph for kind in alike for paragraph in kind.paragraphs)
    return independence_view(independence, paragraphs, taught.syllabus.titles, taught.syllabus.labels)


def _calibration(calibration: Calibration, taught: Taught) -> Iterator[CalibrationRowView]:
    """All together, then by option called for, then by paragraph, where the learner said how sure they were."""
    yield from _row("all", "", EVERYTHING, calibration.overall)
    titles, labels = taught.syllabus.titles, taught.syllabus.labels
    for question, options in labels.items():
        of_question = calibration.options.get(question, {})
        for option in options:
            if option in of_question:
                label = f"{titles[question]}: {options[option]}"
                yield from _row("option", f"{question}.{option}", label, of_question[option])
    for paragraph in taught.guide.paragraphs:
        if paragraph in calibration.paragraphs:
            yield from _row("paragraph", paragraph, paragraph, calibration.paragraphs[paragraph])


def _row(
    sort: Literal["all", "option", "paragraph"], name: str, label: str, tally: Tally
) -> Iterator[CalibrationRowView]:
    surer = surer_than_right(tally)
    if surer is not None:
        yield CalibrationRowView(sort, clean(name), clean(label), levels_of(tally), surer)


def _confident(memory: Memory, syllabus: Syllabus) -> tuple[ConfidentErrorView, ...]:
    """Rules that were got wrong while sure the last time they came up, the latest first."""
    wrong = [
        (known, known.error, one)
        for rule, one in syllabus.rules.items()
        if (known := memory.known.get(rule)) is not None and known.wrong_last and known.error is not None
    ]
    sure = [each for each in wrong if (each[1].sureness or 0) >= SURE]
    sure.sort(key=lambda each: each[1].at, reverse=True)
    return tuple(
        ConfidentErrorView(one.rule, clean(one.title), known.sure_errors, day_of(error.at))
        for known, error, one in sure
    )
