"""What came of a class: plain frozen data, every text already cleaned.

Sums tell no name, and rest on no vote of fewer than `poll_view.FEWEST` seats; nor on a question that was skipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.classroom.class_view import DepartureView, PractiseView, WrongView
    from simulator.classroom.conduct import Pace
    from simulator.classroom.poll_view import Standing

# How a class voted


@dataclass(frozen=True, slots=True)
class Tally:
    """How decisions went, by number; what is to be discussed, and what the guidance is silent on, is neither."""

    decisions: int
    right: int
    mistakes: int
    departures: int = 0
    """Those of the mistakes that are departures without a reason that names a paragraph, and not accepted."""


@dataclass(frozen=True, slots=True)
class OptionFindings:
    """An option, what the guidance says of it, and how often it was voted for in each round."""

    option: str
    label: str
    verdict: str
    verdict_label: str
    votes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangedFindings:
    """How those who voted more than once went from their first vote to their last, by number."""

    again: int
    towards: int
    """Not right at first, and right in the end."""
    away: int
    """Right at first, and not in the end."""
    otherwise: int
    """To something else, neither the one nor the other."""


@dataclass(frozen=True, slots=True)
class SubjectFindings:
    """How the class decided about one subject of a question; `voted` holds how many did so in each round."""

    subject: str
    label: str
    silence: str | None
    """Why the guidance gives no answer; None where it gives one."""
    voted: tuple[int, ...]
    options: tuple[OptionFindings, ...]
    paragraphs: tuple[str, ...]
    """Those behind what is called for."""
    changed: ChangedFindings
    first: Tally
    last: Tally


@dataclass(frozen=True, slots=True)
class QuestionFindings:
    """How the class decided in one question of a case; `first` and `last` are sums over its subjects."""

    phase: str
    phase_title: str
    question: str
    title: str
    asks: str
    several: bool
    standing: Standing
    subjects: tuple[SubjectFindings, ...]
    first: Tally
    last: Tally
    seats: int
    """How many seats the votes of `last` are from."""


# What it says of paragraphs, and of how sure they were


@dataclass(frozen=True, slots=True)
class ParagraphFindings:
    """How the decisions went behind which a paragraph stands.

    `before` and `after` say how split the class was in its first and in its last vote, from 0 to 1, on average.
    """

    paragraph: str
    section: str
    decisions: int
    """Those that the class voted on."""
    last: Tally
    """Votes on them, the last of each seat."""
    before: float | None
    """None where it stands behind no decision."""
    after: float | None
    """None where the class voted on none of them again."""
    split: int
    """Decisions on which the class was split at first."""
    again: int
    """Those of them on which it voted again."""
    stayed: int
    """Those of these on which it stayed split."""
    relied_on: int
    """How often a vote relied on it in a decision behind which it does not stand."""


@dataclass(frozen=True, slots=True)
class SureFindings:
    """Votes at one level of sureness that were right or a mistake, and of how many seats they are."""

    decisions: int
    right: int
    seats: int


@dataclass(frozen=True, slots=True)
class CalibrationFindings:
    """How often the class was right at one level of `session.commands.SURENESS`."""

    level: int
    first: SureFindings
    last: SureFindings


@dataclass(frozen=True, slots=True)
class SettledFindings:
    """Departures by number, and how they were settled: those in the last votes, and what was settled before them."""

    accepted: int
    refused: int
    waiting: int


# Cases, learners and the whole


@dataclass(frozen=True, slots=True)
class Sums:
    """What a class comes to, in one case or in all of them."""

    first: Tally
    last: Tally
    paragraphs: tuple[ParagraphFindings, ...]
    """In the order of the documents."""
    calibration: tuple[CalibrationFindings, ...]
    settled: SettledFindings


@dataclass(frozen=True, slots=True)
class CourseFindings:
    """One case of a class; `departures` are for its facilitator alone."""

    number: int
    case: str
    title: str
    pace: Pace
    ended: bool
    voted: int
    """How many seats voted in it at all."""
    questions: tuple[QuestionFindings, ...]
    sums: Sums
    prompts: tuple[str, ...]
    """What was discussed, each once."""
    injected: tuple[str, ...]
    departures: tuple[DepartureView, ...]


@dataclass(frozen=True, slots=True)
class LearnerCourseFindings:
    """How one seat decided in one case, by its last votes, and what it should practise next."""

    number: int
    title: str
    last: Tally
    discuss: int
    silent: int
    practise: tuple[PractiseView, ...]


@dataclass(frozen=True, slots=True)
class LearnerFindings:
    """How one seat got on, for itself and for the facilitator alone; `team` is empty where one person sat there."""

    seat: str
    name: str
    team: str
    people: int
    courses: tuple[LearnerCourseFindings, ...]
    sureness: tuple[tuple[int, Tally], ...]
    """Each level, and how the last votes went that were given with it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened in a class, without names; `at` is ISO 8601 in UTC, `minute` counts from the beginning.

    Both are None where no clock told.
    """

    at: str | None
    minute: float | None
    case: int
    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class ClassFindings:
    """What came of a class; `wrong`, `learners` and every `departures` are for its facilitator alone."""

    class_: str
    title: str
    guidance: str
    standing: str
    began: str | None
    """ISO 8601 in UTC; None where no clock told."""
    over: bool
    seats: int
    people: int
    courses: tuple[CourseFindings, ...]
    sums: Sums
    wrong: tuple[WrongView, ...]
    """In the cases that ended, the most frequent first; for its facilitator alone."""
    timeline: tuple[Moment, ...]
    learners: tuple[LearnerFindings, ...]
