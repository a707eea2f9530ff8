"""What is said above the cases that exercise a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.summary import LOOKING, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.case_packs import CaseRef

NOT_NOW = "A case is open. Leave it, or close its debrief, before you play another."
PLAY = "Enter shows the content note, and then plays the case."
CHOOSE = "Cases belong to a paragraph: choose one in the contents."
PRESS = "Press 3 to look for cases."


class About(NamedTuple):
    """The paragraph whose cases are told, or the rule, with the `question` that it decides."""

    name: str
    question: str = ""


def cases_told(
    about: About | None, found: Sequence[CaseRef] | Trouble | None, *, looking: bool, playable: bool
) -> Content:
    """`found` is None where that is not known (yet)."""
    if about is None:
        return muted(CHOOSE)
    if found is None:
        return muted(LOOKING if looking else PRESS)
    if isinstance(found, Trouble):
        return shown(f"! {found.sentence}", "bold $error")
    number = f"{len(found) or 'No'} case{'' if len(found) == 1 else 's'}"
    if about.question:
        told = shown(f"{number} in which {about.name} decides “{about.question}”.", "bold")
    else:
        told = shown(f"{number} that exercise{'s' if len(found) == 1 else ''} {about.name}.", "bold")
    return Content("\n").join([told, muted(PLAY if playable else NOT_NOW)]) if found else told
