"""A pack of cases in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.training import CasePack


def described(pack: CasePack) -> str:
    """A pack's title, how many cases are written in it, how long one takes, and how hard it is to read."""
    number = len(pack.cases)
    cases = f"{number} case{'s' if number > 1 else ''}" if number else "new cases"
    intensity = f", intensity {pack.intensity} of 3" if pack.intensity else ""
    return f"{pack.title}: {cases} of {pack.minutes} min{intensity}"
