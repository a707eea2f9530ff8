"""What has just been done, in a sentence for the line at the bottom of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.commands import Annotate, Answer, Confirm, Redo, Undo

if TYPE_CHECKING:
    from simulator.session.commands import Command
    from simulator.session.view import View

SAVED = "Saved."
WITHDRAWN = "Withdrawn. {case.undo} brings it back."
STEP_CONFIRMED = "Confirmed. {case.undo} takes it back until the phase is confirmed."
PHASE_CONFIRMED = "Confirmed for good. Here is what follows."


def done(command: Command | None, before: View, after: View) -> str:
    """What `command` did to the session that was `before`; None is anything that was saved.

    A key is named by what it does, for `with_keys` to fill in.
    """
    match command:
        case Undo():
            return f"Undone: {before.undoes}." if before.undoes else "There is nothing to undo."
        case Redo():
            return f"Done again: {before.redoes}." if before.redoes else "There is nothing to do again."
        case Confirm():
            return STEP_CONFIRMED if after.undoes else PHASE_CONFIRMED
        case Answer(chosen=()):
            return WITHDRAWN
        case Annotate(highlighted=highlighted, note=note):
            return "Noted." if note else "Highlighted." if highlighted else "Taken away."
    return SAVED
