"""A pack of cases in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.training import CasePack


def described(pack: CasePack) -> str:
    """A pack's title, how long a case of it takes, and how hard it is to read."""
    intensity = f", intensity {pack.intensity} of 3" if pack.intensity else ""
    return f"{pack.title}: about {pack.minutes} minutes{intensity}"
