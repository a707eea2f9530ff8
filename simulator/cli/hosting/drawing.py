"""What is drawn for a browser: a learner's screens, or a projector's, in a process that was forked for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.hub.browser.orders import TicketState

AHEAD = (
    "textual.drivers.web_driver",
    "websockets.asyncio.client",
    "simulator.line.web",
    "simulator.classroom.messages",
    "simulator.tui.classroom.learner.app",
    "simulator.tui.classroom.projector.app",
    "simulator.tui.screens.case",
    "simulator.tui.screens.debrief",
)
"""What nearly every screen needs."""


def load() -> None:
    """Import what a screen will need."""
    for name in AHEAD:
        import_module(name)


def run_browser(address: str, token: str, state: TicketState) -> int:
    """Draw for the browser of whom `token` is, on the hub at `address`; the exit code."""
    from simulator.classroom.messages import FORMAT, Hello
    from simulator.line.web import WebLine
    from simulator.tui.classroom.learner.app import LearnerApp
    from simulator.tui.classroom.projector.app import ProjectorApp

    if state == "watching":
        projector = ProjectorApp(WebLine(address, Hello(FORMAT, token=token)))
        projector.run()
        return projector.return_code or 0
    learner = LearnerApp(
        lambda name, team: WebLine(address, Hello(FORMAT, token=token, name=name, team=team)),
        seated=state == "seated",
    )
    learner.run()
    return learner.return_code or 0
