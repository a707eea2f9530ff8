"""What a learner's record shows, to the learner alone: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mastery = Literal["new", "learning", "mastered"]
FEWEST_REVIEWS = 3
"""Reviews of a rule, or of those of a paragraph, below which no words say how likely it is known."""
FEWEST_ANSWERS = 10
"""Answers below which no words make anything of a share of them."""


@dataclass(frozen=True, slots=True)
class RuleRowView:
    """How well one rule of the guidance is known."""

    rule: str
    title: str
    """What it decides, in a few words: its question, and, once it was met, what is called for."""
    paragraphs: tuple[str, ...]
    """Those that decide."""
    reviews: int
    right: int
    mastery: Mastery
    retention: float | None
    """How likely it is known now, from 0 to 1; None before the first review."""
    due: str | None
    """The day on which it comes due, in ISO 8601."""
    difficulty: float | None
    """Its difficulty by Elo, in points; about 0 is middling, 100 more is harder by a ratio of 1.8 to 1."""


@dataclass(frozen=True, slots=True)
class ParagraphRowView:
    """How the decisions went that rest on one paragraph, and how well its rules are known."""

    paragraph: str
    section: str
    right: int
    wrong: int
    mastery: Mastery
    retention: float | None
    """The mean over its rules; None before the first review."""
    reviews: int = 0
    """Reviews of its rules, on which that rests."""


@dataclass(frozen=True, slots=True)
class ConfusionView:
    """Chosen against called for, of one question: `counts` has a row for each called for, a column for each chosen.

    Where one of several options would do, the one that was chosen counts alone. Where several are called for, or were
    chosen, each that is called for and was chosen counts once, and each that was missed once for each chosen instead.
    """

    question: str
    title: str
    called_for: tuple[str, ...]
    """Labels of the rows; only those that came up."""
    chosen: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    open: tuple[tuple[int, ...], ...] = ()
    """Of `counts`, those that are no confusion: the guidance leaves the choice open, or it is to be discussed."""

    def left_open(self, row: int) -> tuple[int, ...]:
        """What of a row of `counts` is no confusion, though it is not what was called for."""
        return self.open[row] if self.open else (0,) * len(self.chosen)


@dataclass(frozen=True, slots=True)
class MistakeKindView:
    """A kind of mistake that the guidance pack declares, and how often it was made."""

    kind: str
    text: str
    paragraphs: tuple[str, ...]
    cases: int
    """Cases in which it was made."""
    times: int
    lately: int
    """Of the last ten cases, those in which it was made."""


@dataclass(frozen=True, slots=True)
class IndependenceView:
    """Drills change facts of one subject only: how often the answer about another moved, whose key did not."""

    drills: int
    compared: int
    moved: int
    index: float | None
    """From 0, all moved, to 1, none did; None before the first drill."""
    paragraphs: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    """A sentence for each of the last that moved."""


@dataclass(frozen=True, slots=True)
class LevelView:
    """How decisions went to which one level of sureness was given."""

    level: int
    right: int
    wrong: int
    claimed: float
    """The least share that the level claims to be right, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class CalibrationRowView:
    """Sureness against correctness for one thing: `sort` is `all`, `option` or `paragraph`."""

    sort: Literal["all", "option", "paragraph"]
    name: str
    label: str
    levels: tuple[LevelView, ...]
    surer_than_right: float | None
    """Mean sureness less the share that was right, both from 0 to 1; above 0 is too sure. None where none was given."""

    @property
    def answers(self) -> int:
        """Decisions of which it was said how sure the learner was."""
        return sum(one.right + one.wrong for one in self.levels)


@dataclass(frozen=True, slots=True)
class ConfidentErrorView:
    """A rule that the learner got wrong while sure, the last time that it came up."""

    rule: str
    title: str
    times: int
    last: str
    """The day, in ISO 8601."""


@dataclass(frozen=True, slots=True)
class CitedView:
    """How often a paragraph that was relied on is one that decides."""

    relied: int
    deciding: int
    unsaid: int
    """Decisions for which no paragraph was named."""
    missed: tuple[tuple[str, int], ...]
    """The paragraphs that decided and were not named where others were, most often first."""


@dataclass(frozen=True, slots=True)
class TestView:
    """One finished test: mean mark, from 0 to 1, with its interval of 95%."""

    stage: Literal["before", "after", "delayed"]
    day: str
    cases: int
    decisions: int
    mark: float
    low: float
    high: float
    difficulty: float
    """The mean difficulty of what was asked, by Elo."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """How far the mark moved between two tests, with its interval of 95%."""

    before: Literal["before", "after", "delayed"]
    after: Literal["before", "after", "delayed"]
    change: float
    low: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class CaseRowView:
    """One case of the record."""

    session: str
    title: str
    day: str
    decisions: int
    right: int
    purpose: str
    """Why it was played, in a few words."""
    left_out: str
    """The reason for which it is left out of all figures; empty where it is not."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """All of it. What there is nothing of yet is empty."""

    standing: str
    learner: str
    """The pseudonym."""
    day: str
    cases: int = 0
    decisions: int = 0
    right: int = 0
    skill: float = 0
    """By Elo, in points."""
    retention: float | None = None
    goal: float = 0.9
    rules: tuple[RuleRowView, ...] = ()
    """In the order of the guidance."""
    paragraphs: tuple[ParagraphRowView, ...] = ()
    confusions: tuple[ConfusionView, ...] = ()
    mistakes: tuple[MistakeKindView, ...] = ()
    independence: IndependenceView = IndependenceView(0, 0, 0, None)
    calibration: tuple[CalibrationRowView, ...] = ()
    confident_errors: tuple[ConfidentErrorView, ...] = ()
    cited: CitedView = CitedView(0, 0, 0, ())
    tests: tuple[TestView, ...] = ()
    changes: tuple[ChangeView, ...] = ()
    last_cases: tuple[CaseRowView, ...] = ()
    """The last ones, the latest first."""
    unread: int = 0
    """Cases that ended before it was kept how they were judged: they count in no figure."""
    places: int = 0
    """Places of the chain of events of which all this is worked out."""
    head: str = ""
    """The link at the last place, by which it shows later that nothing was cut off."""

    @property
    def reviews(self) -> int:
        """Reviews of rules on which `retention` rests."""
        return sum(one.reviews for one in self.rules)

    @property
    def cases_left_out(self) -> int:
        """Of the last cases, those that are left out of all figures."""
        return sum(bool(one.left_out) for one in self.last_cases)
