"""A class over the small guidance of the session's tests, and short words to drive it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from simulator.classroom import conduct
from simulator.classroom.core import Classroom
from simulator.classroom.wishes import Sit, Wish
from simulator.session.commands import Answer, Confirm
from simulator.session.debrief_view import CitationView, RulingView
from simulator.session.key_view import KeyDecisionView
from tests.session.lost_property import CASE, LostProperty

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.conduct import Pace
    from simulator.classroom.state import Course
    from simulator.session.commands import Command


class Lending(LostProperty):
    """With a key: what is called for is expected, guessing and the shelf depart, all else is contrary."""

    def key(self, case: Mapping[str, Any]) -> Sequence[KeyDecisionView]:
        return tuple(
            KeyDecisionView(
                phase["phase"],
                due.question,
                due.subject,
                self.subject_label(case, due.question, due.subject),
                f"{due.question}.row",
                tuple(
                    _ruling(option, label, due.called_for)
                    for option, label in self.asked(due.question).options.items()
                ),
                None,
                (CitationView("LP1", "The words"),),
            )
            for phase in case["phases"]
            for due in self.due(case, phase["phase"])
        )

    def prompts(self, case: Mapping[str, Any]) -> Sequence[str]:
        return ("What would you have asked?",)


def _ruling(option: str, label: str, called_for: Sequence[str]) -> RulingView:
    verdict = (
        "expected" if option in called_for else "departure" if option in {"guess", "shelf"} else "contrary"
    )
    return RulingView(option, label, verdict, verdict, "stated", "stated", f"Why {option}.", False)


class Class:
    """A class that is driven; everybody who sits in it is there unless they are said to be `away`."""

    def __init__(self, *names: str) -> None:
        empty = Classroom(Lending())
        self.events: list[Event] = []
        self.away: set[str] = set()
        self._numbers = count(1)
        self._classroom = empty
        self._happened(empty.begin("c1", "A class", "CODE", "PROJ"))
        for name in names:
            self.sit(name)

    @property
    def classroom(self) -> Classroom:
        return self._classroom

    @property
    def course(self) -> Course:
        course = self._classroom.state.course
        assert course is not None
        return course

    @property
    def there(self) -> Collection[str]:
        return set(self._classroom.state.people) - self.away

    def _happened(self, events: Sequence[Event]) -> Sequence[Event]:
        stamped = [{**event, "at": f"2026-01-01T10:00:{len(self.events):02}.000+00:00"} for event in events]
        self._classroom = self._classroom.after(stamped)
        self.events += stamped
        return stamped

    def sit(self, name: str, team: str = "") -> str:
        self._happened(self._classroom.sit(Sit(f"print of {name}", name, team)))
        return list(self._classroom.state.people)[-1]

    def conduct(self, *commands: conduct.Conduct) -> Sequence[Event]:
        events: Sequence[Event] = ()
        for command in commands:
            events = self._happened(self._classroom.wish(Wish("", next(self._numbers), command), self.there))
        return events

    def does(self, person: str, command: Command, number: int | None = None) -> Sequence[Event]:
        wish = Wish(person, next(self._numbers) if number is None else number, command)
        return self._happened(self._classroom.wish(wish, self.there))

    def leaves(self, person: str) -> Sequence[Event]:
        self.away.add(person)
        return self._happened(self._classroom.agree(self.there))

    def begins(self, pace: Pace = "class", *, tell: bool = False) -> None:
        self.conduct(conduct.BeginCase(CASE, pace, tell))

    def votes(self, person: str, question: str, *chosen: str) -> None:
        """The same for every subject of an open question."""
        phase, _ = self.course.current or ("", "")
        for subject in self.course.subjects((phase, question)):
            self.does(person, Answer(question, subject, chosen))
        self.does(person, Confirm())
