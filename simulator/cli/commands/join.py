"""`simulator join`: a learner's place in a class, or a projector's, in this terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from simulator.cli.parser import Asked

NO_TERMINAL = "a class needs a terminal, or a browser at the same address."


def run(asked: Asked) -> int:
    """Join the class at an address."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageFault(NO_TERMINAL)
    from simulator.cli.hosting.joining import join, project

    if asked.projector:
        return project(asked.address, asked.code)
    return join(asked.address, asked.code, asked.name or "", asked.team or "")
