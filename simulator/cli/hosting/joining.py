"""A learner's app, or a projector's, with its line to the hub."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from simulator.classroom.messages import FORMAT, Hello
from simulator.cli.hosting.seats import keep_token, kept_token
from simulator.line.web import WebLine

if TYPE_CHECKING:
    from simulator.classroom.line import Line


def join(address: str, code: str, name: str, team: str) -> int:
    """Take a seat in the class at `address`, or come back to it; the exit code."""
    from simulator.tui.classroom.learner.app import run_learner

    token = kept_token(address, code)
    keep = partial(keep_token, address, code)

    def line(name: str, team: str) -> Line:
        return WebLine(address, Hello(FORMAT, code=code, token=token, name=name, team=team), keep)

    return run_learner(line, name=name, team=team, seated=bool(token), place=address)


def project(address: str, code: str) -> int:
    """Show what everybody may see of the class at `address`; the exit code."""
    from simulator.tui.classroom.projector.app import run_projector

    return run_projector(WebLine(address, Hello(FORMAT, code=code)))
