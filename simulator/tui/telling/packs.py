"""A pack of cases in a line, and all of them in a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.case_packs import CasePack

LEVELS = {
    1: "easy to read for most",
    2: "some of it can be hard to read",
    3: "much of it can be hard to read",
}


def described(pack: CasePack) -> str:
    """A pack's title, how many cases are written in it, how long one takes, and how hard it is to read."""
    number = len(pack.cases)
    cases = f"{number} case{'s' if number > 1 else ''}" if number else "new cases"
    intensity = f", intensity {pack.intensity} of 3" if pack.intensity else ""
    return f"{pack.title}: {cases} of {pack.minutes} min{intensity}"


def length_of(pack: CasePack) -> str:
    """How many cases a pack has, and how long one takes, in a sentence."""
    number = len(pack.cases)
    written = f"{number} written case{'s' if number > 1 else ''}" if number else ""
    makes = "new cases made by the program" if pack.makes else ""
    return f"{' and '.join(filter(None, (written, makes)))}; one takes about {pack.minutes} minutes.".capitalize()


def intensity_of(pack: CasePack) -> str:
    """How hard a pack is to read, with a sign that needs no colour."""
    signs = "●" * pack.intensity + "○" * (3 - pack.intensity)
    return f"Intensity {signs} {pack.intensity} of 3: {LEVELS.get(pack.intensity, 'not said')}."


def all_told(packs: Sequence[CasePack]) -> Content:
    """Every pack with its content note."""
    lines = [shown("Packs of cases", "bold $accent")] if packs else []
    for pack in packs:
        lines += [shown(""), shown(described(pack), "bold"), shown(pack.content_note)]
    return Content("\n").join(lines)
