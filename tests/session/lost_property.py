"""A small guidance and case for tests: a library's lost property, an umbrella and a ring."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault, Place
from simulator.session.commands import Answer, Begin, Command, Confirm
from simulator.session.core import Session
from simulator.session.debrief_view import DebriefView, ExplanationView, NearMissView, ScoreView
from simulator.session.guide import Asked, Due, Judged
from simulator.session.texts_view import ParagraphView

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.scoring.choice import Choice
    from simulator.scoring.marked import Marked
    from simulator.session.commands import Mode
    from simulator.session.debrief_view import MatterView

CASE: dict[str, Any] = {
    "format": "case/1",
    "id": "monday",
    "seed": 7,
    "title": "Two things on a bench",
    "content_note": "Things were lost. Nobody was hurt.",
    "names": {"U": "Umbrella", "R": "Ring"},
    "phases": [
        {
            "phase": "found",
            "narrative": [{"text": "A reader brought two things to the desk.", "after": None}],
        },
        {
            "phase": "closed",
            "narrative": [
                {"text": "The day ended.", "after": None},
                {"text": "The log named the ring.", "after": "look=log"},
                {"text": "The log had no umbrella.", "after": "look=log"},
                {"text": "A reader asked for the umbrella.", "after": "look=ask"},
                {"text": "Somebody guessed.", "after": "look=guess"},
                {"text": "The ring went home.", "after": "close=return"},
            ],
        },
    ],
}

_ASKED = {
    "look": Asked(
        "look", "Looking", "Where do you look?", True, "none",
        {"log": "In the log", "ask": "Ask around", "guess": "Guess", "none": "Nowhere"},
    ),
    "worth": Asked("worth", "Worth", "What is it worth?", False, None, {"high": "Much", "low": "Little"}),
    "store": Asked(
        "store", "Keeping", "Where is it kept?", False, None, {"safe": "In the safe", "shelf": "On a shelf"}
    ),
    "close": Asked(
        "close", "Closing", "What follows?", False, None, {"return": "It goes back", "sell": "It is sold"}
    ),
}  # fmt: skip

_DUE = {
    "found": (
        Due("judging", "look", "case", ("log", "ask")),
        Due("judging", "worth", "U", ("low",)),
        Due("judging", "worth", "R", ("high",)),
        Due("keeping", "store", "U", ("shelf",)),
        Due("keeping", "store", "R", ("safe",)),
    ),
    "closed": (Due("closing", "close", "U", ("return",)), Due("closing", "close", "R", ("return",))),
}

_TITLES = {
    "found": "When it is found",
    "closed": "When the day ends",
    "judging": "Judging",
    "keeping": "Keeping it",
    "closing": "Closing it",
}


class LostProperty:
    """A `Guide` whose answers are written down here."""

    name = "lost-property"
    rules_sha256 = "0" * 64
    standing = "Made up; for tests only."

    def __init__(self) -> None:
        self.paragraphs = {
            key: ParagraphView(key, "LP", "All", f"The words of {key}.", ()) for key in ("LP1", "LP2")
        }
        self.debriefed: list[Sequence[Choice]] = []

    def check(self, case: Mapping[str, Any]) -> None:
        if case.get("format") != "case/1":
            raise InputFault([Fault(Place("<case>"), "this is no case/1", "give a case/1")])

    def asked(self, question: str) -> Asked:
        return _ASKED[question]

    def due(self, case: Mapping[str, Any], phase: str) -> Sequence[Due]:
        return _DUE[phase]

    def phase_title(self, phase: str) -> str:
        return _TITLES[phase]

    def step_title(self, phase: str, step: str) -> str:
        return _TITLES[step]

    def subject_label(self, case: Mapping[str, Any], question: str, subject: str) -> str:
        names: Mapping[str, str] = case["names"]
        return names.get(subject, "The case")

    def went_on(self, question: str, option: str) -> str:
        return f"{_ASKED[question].options[option]}: nobody had chosen this."

    def matters(self, case: Mapping[str, Any], one: Marked) -> tuple[MatterView, ...]:
        """Nothing here is graded."""
        return ()

    frame = None

    def debrief(
        self, case: Mapping[str, Any], choices: Sequence[Choice], phases: Collection[str] | None = None
    ) -> DebriefView:
        self.debriefed.append(choices)
        return DebriefView((), (ScoreView("counting", float(len(choices)), 7.0),), (), ())

    def judged(self, case: Mapping[str, Any], choices: Sequence[Choice]) -> Sequence[Judged]:
        right = {(question, subject): chosen for question, subject, chosen in ANSWERS}
        return [
            Judged(
                phase=one.phase or "",
                question=one.question,
                subject=one.subject,
                rule=f"{one.question}.row",
                chosen=one.chosen,
                called_for=right[one.question, one.subject],
                also_open=(),
                mark="right" if one.chosen == right[one.question, one.subject] else "mistake",
                sureness=one.confidence,
                cites=one.cites,
                decides=("LP1",),
                kinds=(),
            )
            for one in choices
        ]

    def explain(
        self, case: Mapping[str, Any], phase: str, question: str, subject: str, chosen: Sequence[str]
    ) -> ExplanationView:
        return ExplanationView(f"{question}.row", (f"{phase} {subject} {' '.join(chosen)}",), ())

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        return {
            "store.row": [
                NearMissView("Keeping", "R", "Ring", (), "In the safe", "Had it been worth little.")
            ]
        }[rule]


ANSWERS = [
    ("look", "case", ("log", "ask")),
    ("worth", "U", ("low",)),
    ("worth", "R", ("high",)),
    ("store", "U", ("shelf",)),
    ("store", "R", ("safe",)),
    ("close", "U", ("return",)),
    ("close", "R", ("return",)),
]
"""The right answers, in the order in which they are asked."""


def begun(mode: Mode, case: Mapping[str, Any] = CASE) -> Session:
    """A session that has just begun."""
    return done(Session(LostProperty()), Begin(case, mode))


def played(*commands: Command, session: Session | None = None) -> Session:
    """A session after `commands`, begun unless one is given."""
    session = session or begun("assessment")
    for command in commands:
        session = done(session, command)
    return session


def done(session: Session, command: Command) -> Session:
    """`session` after `command`, its events carried through JSON."""
    return session.after(json.loads(json.dumps(session.apply(command))))


def judged(mode: Mode = "assessment") -> Session:
    """The first step answered rightly, not yet confirmed."""
    return played(*(Answer(*answer) for answer in ANSWERS[:3]), session=begun(mode))


def kept(mode: Mode = "assessment") -> Session:
    """The first phase answered rightly and confirmed."""
    return played(Confirm(), *(Answer(*a) for a in ANSWERS[3:5]), Confirm(), session=judged(mode))


def finished(mode: Mode = "assessment") -> Session:
    """Every answer right, to the end."""
    return played(*(Answer(*a) for a in ANSWERS[5:]), Confirm(), session=kept(mode))
