"""Who may need the facilitator's help, and who does not."""

from __future__ import annotations

import pytest

from simulator.classroom import conduct
from simulator.classroom.presence import Presence
from simulator.classroom.showing.people import IDLE, SLOW, people
from tests.classroom.lending import Class

LOOK = ("found", "look")
HALF = "has not voted, and half of the class has"


def half_voted() -> Class:
    class_ = Class("Ann", "Bo", "Cy", "Di")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*LOOK))
    for person in ("p1", "p2"):
        class_.votes(person, "look", "log")
    return class_


def stuck(class_: Class, presence: Presence) -> dict[str, str]:
    return {one.name: one.stuck for one in people(class_.classroom.state, presence) if one.stuck}


def there(class_: Class, now: float, **known: object) -> Presence:
    return Presence(frozenset(class_.there), now=now, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heard", "opened", "needs"),
    [
        (0.0, 500.0 - SLOW, True),
        (0.0, 501.0 - SLOW, False),
        (500.0 - SLOW, 0.0, True),
        (501.0 - SLOW, 0.0, False),
    ],
)
def test_somebody_is_slow_a_while_after_the_vote_was_opened_and_they_last_did_something(
    heard: float, opened: float, needs: bool
) -> None:
    class_ = half_voted()
    presence = there(class_, 500.0, heard={"p3": heard, "p4": 500.0}, opened=opened)
    assert stuck(class_, presence) == ({"Cy": HALF} if needs else {})


def test_nobody_is_slow_before_half_of_the_class_has_voted_nor_once_the_vote_is_closed() -> None:
    class_ = Class("Ann", "Bo", "Cy", "Di")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*LOOK))
    class_.votes("p1", "look", "log")
    assert stuck(class_, there(class_, 500.0)) == {}
    class_.votes("p2", "look", "log")
    assert stuck(class_, there(class_, 500.0)) == {"Cy": HALF, "Di": HALF}
    class_.conduct(conduct.CloseVote())
    assert stuck(class_, there(class_, 500.0)) == {}


def test_who_asks_for_help_or_lost_the_line_is_told_of_at_once() -> None:
    class_ = half_voted()
    class_.leaves("p3")
    signs = {"p1": frozenset({"needs_help"}), "p2": frozenset({"stepped_out"})}
    presence = there(class_, 1.0, signs=signs)
    assert stuck(class_, presence) == {"Ann": "asks for help", "Cy": "the line is broken"}
    assert [one.name for one in people(class_.classroom.state, presence) if one.stepped_out] == ["Bo"]


def test_at_their_own_pace_somebody_may_be_stuck_who_has_done_nothing_for_minutes() -> None:
    class_ = Class("Ann", "Bo")
    class_.begins("own")
    presence = there(class_, 1000.0, heard={"p1": 999.0}, opened=1000.0 - IDLE)
    assert stuck(class_, presence) == {"Bo": "nothing for 3 minutes"}
    assert stuck(class_, there(class_, 1000.0, opened=1001.0 - IDLE)) == {}
