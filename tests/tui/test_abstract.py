"""What an app or a screen leaves to its heirs is missed when one is made, and not when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.tui.app import SimulatorApp
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.learner.app import LearnerApp
from simulator.tui.classroom.learner.attending import Attending
from simulator.tui.journeys.case_journey import CaseJourney
from simulator.tui.journeys.playing import Playing

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NoDesk(Playing, CaseJourney):
    """Lacks the desk and the screen below all others."""


class NoFollowing(Attending, CaseJourney):
    """Lacks how the class is followed."""


class NoTelling(ConsoleScreen[None]):
    """Lacks what is told."""

    def body(self) -> ComposeResult:
        yield from ()


@pytest.mark.parametrize(
    ("kind", "missing"),
    [(NoDesk, {"_desk", "_home"}), (NoFollowing, {"_follow"}), (NoTelling, {"tell"})],
)
def test_one_that_lacks_something_cannot_be_made(kind: Any, missing: set[str]) -> None:
    with pytest.raises(TypeError, match="abstract"):
        kind(None)
    assert kind.__abstractmethods__ == missing


@pytest.mark.parametrize("app", [SimulatorApp, LearnerApp])
def test_our_apps_lack_nothing(app: Any) -> None:
    assert not app.__abstractmethods__
