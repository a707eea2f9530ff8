"""The core of a class takes what the console says, and the console shows what the core tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.carried import begins_case, conduct_command
from simulator.classroom.conduct import BeginCase
from simulator.classroom.folding import course_of
from simulator.classroom.messages import Ask, Conducted, Console, Done, Refused, Told
from simulator.classroom.presence import Presence
from simulator.classroom.showing.console import console_view
from simulator.classroom.showing.plan import key_view
from simulator.errors.faults import UsageFault
from simulator.session.case_packs import CasePack, CaseTitle
from simulator.tui.classroom.console.ended import EndedScreen
from tests.classroom.lending import Class
from tests.session.lost_property import CASE
from tests.tui.classroom import made
from tests.tui.classroom.lines import FakeLine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from simulator.classroom.class_view import ConsoleView
    from simulator.classroom.messages import FromClient
    from tests.tui.classroom.test_console.test_conducting import Conducting

PACKS = (CasePack("things", "Lost things", "Things were lost.", 10, cases=(CaseTitle("ring", "A ring"),)),)
MOST = 80
"""Presses of Enter that the case needs at most."""


class RealClass(FakeLine):
    """Six learners, who all vote at once: first one of them for the last option, then all for the first."""

    def __init__(self) -> None:
        self.class_ = Class("Ann", "Bo", "Cy", "Di", "Ed", "Flo")
        self.refused: list[str] = []
        super().__init__(made.conducting(self._view))

    @property
    def _view(self) -> ConsoleView:
        classroom = self.class_.classroom
        return console_view(classroom.guide, classroom.state, Presence(frozenset(self.class_.there)))

    def say(self, message: FromClient) -> None:
        super().say(message)
        match message:
            case Ask(id=number, what="packs"):
                self.tell(Told(number, packs=PACKS))
            case Ask(id=number, what="key"):
                guide = self.class_.classroom.guide
                course = course_of(guide, 1, CASE, "class", tell=False)
                self.tell(Told(number, key=key_view(guide, course, 10)))
            case Conducted(id=number, command=command):
                outcome = self._conduct(number, command)
                self.tell(Console(self._view), outcome)
                self._vote()

    def _conduct(self, number: int, command: Mapping[str, Any]) -> Done | Refused:
        try:
            begins = begins_case(command)
            self.class_.conduct(BeginCase(CASE, command["pace"]) if begins else conduct_command(command))
        except UsageFault as fault:
            self.refused.append(str(fault))
            return Refused(number, str(fault))
        return Done(number)

    def _vote(self) -> None:
        course = self.class_.classroom.state.course
        poll = course.poll(course.current) if course is not None else None
        if (
            course is None
            or course.current is None
            or poll is None
            or poll.standing != "open"
            or poll.rounds[-1]
        ):
            return
        options = list(self.class_.classroom.guide.asked(course.current[1]).options)
        for number, person in enumerate(self.class_.classroom.state.people):
            astray = len(poll.rounds) == 1 and number < 3
            self.class_.votes(person, course.current[1], options[-1 if astray else 0])
        self.tell(Console(self._view))


async def test_with_enter_alone_a_real_class_comes_to_the_end_of_a_case(
    conducting: Conducting, hands: list[float]
) -> None:
    line = RealClass()
    async with conducting(line) as facilitator:
        for _ in range(MOST):
            if isinstance(facilitator.screen, EndedScreen):
                break
            hands[0] += 2
            await facilitator.press("enter")
        course = line.class_.course
        assert course.ended
        assert {course.poll(at).standing for at in course.questions} == {"told"}
        assert all(len(course.poll(at).rounds) == 2 for at in course.questions)
        assert len(course.prompts) == len(course.questions)
        assert line.refused == []


async def test_what_was_done_is_taken_back(conducting: Conducting) -> None:
    line = RealClass()
    async with conducting(line) as facilitator:
        await facilitator.press(*["enter"] * 6)
        assert line.class_.course.current is not None
        await facilitator.press("b")
        assert "This takes back opening “Looking”: its 6 votes stay" in facilitator.words()
        await facilitator.press("y")
        assert line.class_.course.current is None
