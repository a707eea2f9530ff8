"""How the screens of a learner in a class look in the smallest terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from simulator.classroom.class_view import ChosenView
from simulator.tui.classroom.learner.app import LearnerApp
from tests.tui.classroom import made
from tests.tui.classroom.attending import Attendant, Lines, debrief, seated_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SnapCompare: TypeAlias = "Callable[..., bool]"

CHOSEN = {"a": ["school"], "b": ["support"]}
ALL = {**CHOSEN, "c": ["none"]}
PROMPT = "Which words of paragraph 4.2 carried your vote about B?"
INFORMATION = ("The deputy head has rung again: B was not there on Monday.",)


def case(room: Any, chosen: Any = None, **seat: Any) -> Any:
    """What is heard first by who comes to a case that goes on."""
    return seated_at(room, made.seat(made.view(chosen=chosen, mode="class"), **seat))


READING = seated_at(
    made.room("reading", injected=INFORMATION), made.seat(made.view(step=False, mode="class"))
)
ENDED = seated_at(
    made.room("ended"),
    made.seat(made.view(step=False, debrief=debrief(), mode="class"), practise=made.practise()),
)
CLOSED = seated_at(
    made.room("closed", options=made.options(), subjects=tuple(made.SUBJECTS.values())),
    made.seat(
        made.view(step=False, mode="class"),
        voted=True,
        chosen=ChosenView("first", "referral", {each: tuple(options) for each, options in ALL.items()}),
    ),
)
OVER = seated_at(made.room("over"), ENDED.seat)
SCREENS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "join": (None, ()),
    "lobby": (made.seated(at=made.team()), ()),
    "reading": (READING, ()),
    "voting": (case(made.room(), CHOSEN), ("n",)),
    "asking": (case(made.room(), ALL), ("c",)),
    "team": (seated_at(made.room(), made.team(made.view(chosen=ALL, mode="class"))), ()),
    "voted": (case(made.room(), ALL, voted=True), ("enter",)),
    "results": (case(made.room("closed", poll=made.poll()), ALL, voted=True), ()),
    "told": (case(made.told(), ALL, voted=True), ()),
    "left-words": (case(made.room(), ALL), ("w", *"because")),
    "own-vote": (CLOSED, ("f",)),
    "discussing": (case(made.room(paused=PROMPT)), ("p",)),
    "pause": (case(made.room(paused=PROMPT)), ()),
    "stepped-out": (case(made.room()), ("ctrl+l",)),
    "practise": (ENDED, ("q",)),
    "over": (OVER, ()),
    "over-lobby": (OVER, ("q",)),
}
THEN: dict[str, tuple[Any, Any]] = {
    "left-words": (made.room("closed"), made.seat(made.view(step=False, mode="class"))),
}
"""Where the class and the seat are once the keys are pressed."""


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_of_a_learner_looks_as_it_did(
    snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    first, keys = SCREENS[screen]
    monkeypatch.setattr(LearnerApp, "offer_name", lambda _: "Amber Heron")
    lines = Lines(*([first] if first is not None else []))
    app = LearnerApp(lines, name="Quiet Heron" if first is not None else "")

    async def play(pilot: Pilot[None]) -> None:
        learner = Attendant(pilot, lines)
        await learner.settle()
        await learner.press(*keys)
        if screen in THEN:
            await learner.be_at(*THEN[screen])
        await pilot.wait_for_scheduled_animations()

    assert snap_compare(app, terminal_size=(80, 24), run_before=play)
