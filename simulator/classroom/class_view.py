"""What a class looks like to those in it: plain frozen data, every text already cleaned.

Nothing that goes to a learner or to a projector tells a name, or a verdict before it is told to the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.classroom.conduct import Pace
from simulator.classroom.poll_view import PollView, Standing, VerdictView
from simulator.session.view import OptionView, View

Stage = Literal["gathering", "reading", "voting", "closed", "told", "own", "ended", "over"]
"""Where a class is: before its first case; reading a phase; voting on a question; after the vote; after the verdict;
everybody at their own pace; the case has ended; the class is over."""


@dataclass(frozen=True, slots=True)
class RoomView:
    """What everybody in the class may see, the projector as well."""

    stage: Stage
    seats: int
    """How many seats are taken."""
    title: str = ""
    """Of the case; empty before the first."""
    content_note: str = ""
    phase: str = ""
    """The title of the phase of the current question; where there is none, of the one that came to light last."""
    question: str = ""
    """The title of the current question; empty where there is none."""
    asks: str = ""
    several: bool = False
    """Whether several options may be chosen."""
    options: tuple[OptionView, ...] = ()
    """Of the current question, in its order; none where the class does not go through the case together."""
    subjects: tuple[str, ...] = ()
    """How those are called that it is asked about, where it has `options`."""
    round: int = 0
    """Which vote on it this is, from 1."""
    committed: int = 0
    """How many seats have voted in it; at their own pace, how many have come to the end."""
    paused: str | None = None
    """What the class is to discuss, which may be empty; None where it is not paused."""
    poll: PollView | None = None
    """How the class voted on the current question, where that is shown."""
    verdict: VerdictView | None = None
    """What the guidance says of the current question, once it is told."""
    injected: tuple[str, ...] = ()
    """The further information that the class was given in this case, in order."""


@dataclass(frozen=True, slots=True)
class PractiseView:
    """A paragraph that a learner should practise next, and why."""

    paragraph: str
    section: str
    why: str


@dataclass(frozen=True, slots=True)
class SettledView:
    """How a departure of the seat's own was settled, and why, in the facilitator's words."""

    title: str
    label: str
    accepted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ChosenView:
    """What a seat has chosen of a question."""

    phase: str
    question: str
    options: Mapping[str, tuple[str, ...]]
    """By subject; empty for one of which nothing is chosen."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """What a seat sees of its own."""

    seat: str
    name: str
    team: str
    """Empty where one person sits here alone."""
    people: int
    """How many sit here and are connected."""
    agreed: int
    """How many of them want the vote to count as it stands."""
    voted: bool
    """Whether the seat has voted in the current round; then its answers to the question are fixed."""
    case: int
    """Which case of the class it is, from 1; 0 before the first."""
    view: View | None
    """The case as the seat may see it, `paragraphs` left out; its `step` is the question that is open."""
    practise: tuple[PractiseView, ...] = ()
    """Once the case has ended."""
    settled: tuple[SettledView, ...] = ()
    """Once the case has ended: the departures that the facilitator settled by now."""
    chosen: ChosenView | None = None
    """Of the current question, also once its vote is closed; None where there is none."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody in the class, for the facilitator alone."""

    person: str
    name: str
    seat: str
    team: str
    connected: bool
    voted: bool
    answered: int
    """Decisions of the open question (at their own pace: of the case) that are answered, of `due`."""
    due: int
    stuck: str
    """Why they may need help, in a few words; empty where they do not."""
    stepped_out: bool
    """They have given the private sign that they step out."""


@dataclass(frozen=True, slots=True)
class DepartureView:
    """A departure that a seat voted for, and how it was settled, for the facilitator alone."""

    seat: str
    name: str
    phase: str
    question: str
    subject: str
    title: str
    label: str
    chosen: str
    """Labels of the options that depart."""
    why: str
    """What the guidance says of them."""
    rationale: str
    cites: tuple[str, ...]
    accepted: bool | None
    """None while it is not settled."""
    reason: str
    round: int = 1
    """The vote on the question in which the seat departed last, from 1."""
    stands: bool = True
    """Whether the seat has not voted otherwise since; one that does not stand is settled, and remains so."""


@dataclass(frozen=True, slots=True)
class SplitView:
    """A decision on which the class is of different opinions; `split` goes from 0, agreed, to 1, evenly parted."""

    phase: str
    question: str
    subject: str
    title: str
    label: str
    paragraph: str
    """The one behind what is called for; empty where there is none."""
    split: float


@dataclass(frozen=True, slots=True)
class WrongView:
    """What a class got wrong in the cases that it ended: decisions that a person would tell of in the same words."""

    rules: tuple[str, ...]
    """Those that decide there, by which a case that exercises them is found."""
    title: str
    """Of the question."""
    called_for: str
    """Labels in a sentence; those of several decisions are told apart by “or”."""
    paragraph: str
    """The one behind what is called for; empty where there is none."""
    section: str
    times: int
    """Mistakes, in the last votes."""
    of: int
    """All votes on these decisions."""


@dataclass(frozen=True, slots=True)
class PlannedQuestionView:
    """A question in the plan of a case."""

    question: str
    title: str
    standing: Standing
    voted: int
    minutes: float
    """How long it may well take with a discussion."""
    split: float


@dataclass(frozen=True, slots=True)
class PlannedPhaseView:
    """A phase in the plan of a case: its text in paragraphs, and its questions."""

    phase: str
    title: str
    come: bool
    """Whether its text has come to light."""
    minutes: float
    text: tuple[str, ...]
    questions: tuple[PlannedQuestionView, ...]


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """All that a facilitator sees of the class while it goes on."""

    room: RoomView
    pace: Pace | None
    """None before the first case."""
    case: int
    """Which case of the class it is, from 1; 0 before the first."""
    phases: tuple[PlannedPhaseView, ...]
    current: tuple[str, str] | None
    """Phase and question."""
    poll: PollView | None
    """Of the current question, whether shown or not."""
    shown: bool
    people: tuple[PersonView, ...]
    departures: tuple[DepartureView, ...]
    discuss: tuple[SplitView, ...]
    """What to discuss next, the most disputed first."""
    back: str | None
    """What `GoBack` would take back, in a few words; None where it would do nothing."""
    wrong: tuple[WrongView, ...] = ()
    """What this class got wrong in the cases it ended, the most frequent first."""


@dataclass(frozen=True, slots=True)
class KeyView:
    """What the facilitator alone sees of a case beforehand."""

    verdicts: tuple[VerdictView, ...]
    prompts: tuple[str, ...]
    """Questions for the discussion."""
    minutes: int
    """What the pack says that the case takes one person."""
    title: str = ""
    phases: tuple[PlannedPhaseView, ...] = ()
    """The plan of the case, nothing of it played."""
