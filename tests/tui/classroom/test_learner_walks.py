"""Whatever a facilitator does and a learner presses, in whatever order: the app finds back to its class."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.line import Lost
from simulator.classroom.messages import Done, Refused, Room, Seat
from tests.tui.classroom import made
from tests.tui.classroom.attending import attending, debrief
from tests.tui.classroom.test_learner_case import ALL, of_visit

if TYPE_CHECKING:
    from tests.tui.classroom.attending import Attendant
    from tests.tui.classroom.lines import Heard

STEPS = 50
SIZES = [(80, 24), (60, 18), (120, 40), (170, 40)]
ROOMS = (
    made.gathering(),
    made.room("reading"),
    made.room(),
    made.room(round=2),
    made.room("closed", poll=made.poll()),
    made.told(),
    made.room("own"),
    made.room("ended"),
    made.room("over"),
    made.room(paused="Why?"),
    made.room("told", paused=""),
    made.room(injected=("One.", "Two.")),
    made.room(question="Recording", poll=made.poll(made.first_round())),
)
DEBRIEFED = made.view(step=False, debrief=debrief())
SEATS = (
    made.seat(),
    made.seat(made.view()),
    made.seat(made.view(chosen=ALL), voted=True),
    made.seat(made.view(step=False)),
    made.seat(of_visit(made.view(step=False))),
    made.seat(DEBRIEFED, practise=made.practise()),
    made.team(made.view()),
    made.seat(made.view(), case=2),
    made.seat(DEBRIEFED, case=2),
    made.seat(of_visit(made.view(mode="practice", feedback=debrief()))),
)
KEYS = (
    *"fncywurgvdhalp12x", "slash", "escape", "enter", "space", "down", "up", "tab", "f1", "f2", "f3", "f4", "ctrl+b",
    "ctrl+l", "ctrl+s", "ctrl+g",
)  # fmt: skip
LAST = made.seated(made.room("reading"), made.seat(made.view(step=False), case=7))
WAYS_BACK = {"SteppedOut": "enter", "PauseScreen": "ctrl+b"}


def heard(chance: Random) -> Heard:
    """Anything that a hub may say."""
    room, seat = chance.choice(ROOMS), chance.choice(SEATS)
    return chance.choice((Room(room), Seat(seat), made.seated(room, seat), Lost("The line is broken.")))


async def go_a_step(learner: Attendant, chance: Random) -> None:
    """Something happens, on either side."""
    match chance.choices(("hear", "press", "answer", "resize"), (9, 8, 2, 1))[0]:
        case "hear":
            learner.lines.line.tell(*(heard(chance) for _ in range(chance.randint(1, 4))))
        case "press" if learner.screens[-1] != "TooSmall":
            await learner.pilot.press(chance.choice(KEYS))
        case "answer" if learner.said:
            number = getattr(learner.said[-1], "id", 0)
            learner.lines.line.tell(chance.choice((Done(number), Refused(number, "This cannot be."))))
        case _:
            await learner.pilot.resize_terminal(*chance.choice(SIZES))
    if chance.random() < 0.7:
        await learner.settle()


@pytest.mark.parametrize("seed", range(4))
async def test_a_learner_is_never_lost(seed: int) -> None:
    chance = Random(seed)
    async with attending(made.seated()) as learner:
        for _ in range(STEPS):
            await go_a_step(learner, chance)
            assert learner.app.is_running
        await learner.pilot.resize_terminal(80, 24)
        await learner.hear(LAST)
        for _ in range(10):
            if learner.screens != ["Lobby", "ClassCase"]:
                await learner.press(WAYS_BACK.get(learner.screens[-1], "escape"))
        assert learner.screens == ["Lobby", "ClassCase"]
