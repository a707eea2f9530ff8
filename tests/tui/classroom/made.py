"""A class on a fictional case about three persons A, B and C: plausible data for tests of its screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.classroom.class_view import (
    ConsoleView,
    DepartureView,
    PersonView,
    PlannedPhaseView,
    PlannedQuestionView,
    PractiseView,
    RoomView,
    SeatView,
    SplitView,
    WrongView,
)
from simulator.classroom.messages import Conducting, Seated, Watching, World
from simulator.classroom.poll_view import PollView, RoundView, SubjectVerdictView, VerdictView, VotesView
from simulator.session.debrief_view import CitationView, RulingView
from simulator.session.texts_view import BlockView, ParagraphView
from simulator.session.view import (
    CareView,
    OptionView,
    PhaseView,
    QuestionView,
    StepView,
    SubjectView,
    View,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOKEN = "0123456789abcdef0123456789abcdef"
CODE, PROJECTOR = "K7QM-2XPD", "W4TR-9HCN"
ADDRESSES = ("http://192.168.1.20:8765/", "http://localhost:8765/")
STANDING = "Fictional cases, for training only; not operational advice."
CARE = CareView("Speak to your line manager or to the staff counsellor.", "Stop, and ring the duty desk.")

CASE = "A report from a school"
NOTE = "A report about messages between pupils; nothing in it is described."
FIRST, SECOND = "The first report", "What the visit brings"
TEXT = (
    "On Monday morning the deputy head rings. A pupil, A, has told a teacher about a message.",
    "Two further pupils, B and C, are named. None of the three has been spoken to yet.",
)
SUBJECTS = {"a": "A", "b": "B", "c": "C"}
TITLE, ASKS = "Referral", "What is to be done about each of the three?"
OPTIONS = {
    "none": "Nothing further",
    "school": "Left to the school, with advice in writing to the head and to the parents",
    "support": "Referral for support",
    "visit": "A visit by two officers, one of them trained for it",
    "decide": "A decision by an inspector",
}
SECTION = "Referral"
LONG = (
    "Where a person has come to harm, or may have, a referral for support is made on the same day. "
    "An officer who decides otherwise records why, and tells a supervisor."
)
SHORT = "Where nothing points to harm, advice may be left to the school."
PARAGRAPHS = (
    ParagraphView("4.2", "guidance", SECTION, LONG, ("2024-03-01: “harm” is read broadly.",)),
    ParagraphView("4.5", "guidance", SECTION, SHORT, ()),
)
COUNTS = {1: {"a": (1, 4, 9, 3, 1), "b": (2, 8, 6, 2, 0), "c": (11, 5, 2, 0, 0)}}
AGAIN = {"a": (0, 1, 15, 1, 0), "b": (1, 4, 11, 1, 0), "c": (3, 12, 2, 0, 0)}


def options() -> tuple[OptionView, ...]:
    return tuple(OptionView(option, label) for option, label in OPTIONS.items())


# Votes


def first_round(voted: int = 18) -> RoundView:
    """The first vote of eighteen."""
    return round_of(1, voted, COUNTS[1])


def second_round(voted: int = 17) -> RoundView:
    """The second vote, after a discussion, of seventeen."""
    return round_of(2, voted, AGAIN)


def hidden_round(number: int = 1, voted: int = 4) -> RoundView:
    """A vote of too few to be shown."""
    return RoundView(number, voted, ())


def round_of(number: int, voted: int, counts: Mapping[str, tuple[int, ...]]) -> RoundView:
    return RoundView(
        number, voted, tuple(VotesView(subject, SUBJECTS[subject], each) for subject, each in counts.items())
    )


def poll(*rounds: RoundView, **changes: Any) -> PollView:
    """The votes on the referral; the first and the second where no `rounds` are given."""
    made = PollView(
        phase="first",
        question="referral",
        title=TITLE,
        asks=ASKS,
        several=False,
        options=options(),
        rounds=rounds or (first_round(), second_round()),
    )
    return replace(made, **changes)


# Verdicts


def ruling(option: str, verdict: str) -> RulingView:
    words = {
        "expected": ("called for", "A paragraph says so in these words."),
        "acceptable": ("within discretion", "The guidance leaves this to the officer."),
        "departure": ("a departure", "The guidance calls for something else."),
        "contrary": ("contrary to the guidance", "A paragraph says the opposite."),
    }
    label, why = words[verdict]
    return RulingView(
        option, OPTIONS[option], verdict, label, "stated", "stated in words", why, excused=False
    )


def verdict(**changes: Any) -> VerdictView:
    """What is called for of A and B; of C the guidance is silent."""
    quoted = (CitationView("4.2", "a referral for support is made on the same day"),)
    left = (CitationView("4.5", "advice may be left to the school"),)
    about_a = ("contrary", "departure", "expected", "acceptable", "departure")
    about_b = ("departure", "expected", "acceptable", "departure", "departure")
    made = VerdictView(
        phase="first",
        question="referral",
        title=TITLE,
        subjects=(
            SubjectVerdictView("a", "A", tuple(map(ruling, OPTIONS, about_a)), None, quoted),
            SubjectVerdictView("b", "B", tuple(map(ruling, OPTIONS, about_b)), None, (*left, *quoted)),
            SubjectVerdictView(
                "c", "C", (), "The paragraphs say nothing of somebody who was only told of it.", ()
            ),
        ),
        paragraphs=PARAGRAPHS,
    )
    return replace(made, **changes)


# What everybody sees


def gathering(seats: int = 12) -> RoomView:
    return RoomView("gathering", seats)


def room(stage: Any = "voting", **changes: Any) -> RoomView:
    """The first question of the case, under vote, in a class of eighteen."""
    asked = stage in {"voting", "closed", "told"}
    made = RoomView(
        stage=stage,
        seats=18,
        title=CASE,
        content_note=NOTE,
        phase=FIRST,
        question=TITLE if asked else "",
        asks=ASKS if asked else "",
        round=1 if asked else 0,
        committed={"voting": 11, "closed": 18, "told": 18, "own": 7}.get(stage, 0),
    )
    return replace(made, **changes)


def told() -> RoomView:
    """The verdict is told, and both votes are shown."""
    return room("told", round=2, committed=17, poll=poll(), verdict=verdict())


def world(**changes: Any) -> World:
    made = World(standing=STANDING, care=CARE, paragraphs=PARAGRAPHS, frame=None)
    return World(**{**{name: getattr(made, name) for name in made.__struct_fields__}, **changes})


def watching(of: RoomView | None = None, **changes: Any) -> Watching:
    """The first thing that a projector hears."""
    given = {
        "token": TOKEN,
        "world": world(),
        "code": CODE,
        "addresses": ADDRESSES,
        "room": of or gathering(),
    }
    return Watching(**{**given, **changes})


# A learner


def question(chosen: Mapping[str, Sequence[str]] | None = None) -> QuestionView:
    """The referral, with what was chosen by subject."""
    subjects = (
        SubjectView(
            subject,
            label,
            tuple((chosen or {}).get(subject, ())),
            tuple(OPTIONS[option] for option in (chosen or {}).get(subject, ())),
            "",
            None,
            (),
        )
        for subject, label in SUBJECTS.items()
    )
    return QuestionView("referral", TITLE, ASKS, False, None, options(), tuple(subjects))


def view(step: bool = True, chosen: Mapping[str, Sequence[str]] | None = None, **changes: Any) -> View:
    """The case as a seat sees it: the text of its first phase, and with `step` its question open."""
    asked = StepView("first", "referral", TITLE, 1, 1, (question(chosen),)) if step else None
    made = View(
        state="open",
        standing=STANDING,
        guidance="guidance",
        case="school",
        seed=None,
        title=CASE,
        content_note=NOTE,
        phases=(
            PhaseView("first", FIRST, "current", tuple(BlockView(text) for text in TEXT), ()),
            PhaseView("second", SECOND, "ahead", (), ()),
        ),
        step=asked,
        paragraphs=(),
        debrief=None,
    )
    return replace(made, **changes)


def seat(of: View | None = None, **changes: Any) -> SeatView:
    """A seat of one person; before the first case where `of` is left out."""
    made = SeatView(
        seat="s1",
        name="Quiet Heron",
        team="",
        people=1,
        agreed=0,
        voted=False,
        case=1 if of else 0,
        view=of,
    )
    return replace(made, **changes)


def team(of: View | None = None, **changes: Any) -> SeatView:
    """A seat of three persons, of whom one agrees."""
    return seat(of, **{"team": "North desk", "people": 3, "agreed": 1, **changes})


def practise() -> tuple[PractiseView, ...]:
    return (PractiseView("4.2", SECTION, "Your answer about B departed from it."),)


def seated(of: RoomView | None = None, at: SeatView | None = None, **changes: Any) -> Seated:
    """The first thing that a learner hears."""
    given = {"token": TOKEN, "world": world(), "room": of or gathering(), "seat": at or seat()}
    return Seated(**{**given, **changes})


# The facilitator


def people(number: int = 18) -> tuple[PersonView, ...]:
    """Learners of whom one is stuck, one has stepped out and one is not connected."""
    return tuple(
        PersonView(
            person=f"p{at}",
            name=f"Learner {at}",
            seat=f"s{at}",
            team="",
            connected=at != 3,
            voted=at > 7,
            answered=3 if at > 7 else at % 3,
            due=3,
            stuck="Nothing answered for three minutes." if at == 1 else "",
            stepped_out=at == 2,
        )
        for at in range(1, number + 1)
    )


def departure(**changes: Any) -> DepartureView:
    """A departure about A that is not settled."""
    made = DepartureView(
        seat="s4",
        name="Learner 4",
        phase="first",
        question="referral",
        subject="a",
        title=TITLE,
        label="A",
        chosen=OPTIONS["decide"],
        why="The guidance calls for something else.",
        rationale="Two paragraphs point in different directions; an inspector should weigh them.",
        cites=("4.2",),
        accepted=None,
        reason="",
    )
    return replace(made, **changes)


def phases() -> tuple[PlannedPhaseView, ...]:
    asked = PlannedQuestionView("referral", TITLE, "open", 11, 8.0, 0.6)
    ahead = PlannedQuestionView("record", "Recording", "ahead", 0, 6.0, 0.0)
    last = PlannedQuestionView("close", "Closing", "ahead", 0, 5.0, 0.0)
    return (
        PlannedPhaseView("first", FIRST, True, 14.0, TEXT, (asked, ahead)),
        PlannedPhaseView("second", SECOND, False, 5.0, ("The visit took place on Tuesday.",), (last,)),
    )


def splits() -> tuple[SplitView, ...]:
    return (
        SplitView("first", "referral", "b", TITLE, "B", "4.5", 0.8),
        SplitView("first", "referral", "a", TITLE, "A", "4.2", 0.4),
    )


def wrong(title: str = TITLE) -> tuple[WrongView, ...]:
    """What the class got wrong: where one thing is called for each time, and where it is not."""
    return (
        WrongView(
            ("referral.harm", "referral.risk"), title, "“Referral for support”", "4.2", SECTION, 14, 54
        ),
        WrongView(("record.when",), "Recording", "", "4.5", SECTION, 3, 18),
    )


def console(of: RoomView | None = None, **changes: Any) -> ConsoleView:
    """The class under vote; before the first case where `of` is gathering."""
    of = of or room()
    if of.stage == "gathering":
        made = ConsoleView(of, None, 0, (), None, None, False, people(of.seats), (), (), None)
    else:
        made = ConsoleView(
            room=of,
            pace="class",
            case=1,
            phases=phases(),
            current=("first", "referral"),
            poll=poll(first_round()),
            shown=False,
            people=people(of.seats),
            departures=(departure(),),
            discuss=splits(),
            back="opening the question “Referral”",
        )
    return replace(made, **changes)


def conducting(of: ConsoleView | None = None, **changes: Any) -> Conducting:
    """The first thing that a facilitator hears."""
    given = {
        "world": world(),
        "code": CODE,
        "projector": PROJECTOR,
        "addresses": ADDRESSES,
        "console": of or console(gathering()),
    }
    return Conducting(**{**given, **changes})
