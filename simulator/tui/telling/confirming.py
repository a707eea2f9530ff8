"""What is asked before a phase is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.view import StepView, View

FINAL = "The answers of this phase are final from then on; nothing of it can be undone."


def what_follows(step: StepView, view: View) -> str:
    """What comes of confirming `step`, the last of its phase."""
    if step.phase == view.phases[-1].phase:
        return f"{FINAL} The debrief follows."
    if view.mode == "practice":
        return f"{FINAL} Then you are told how it went. The next part of the case follows."
    return f"{FINAL} The next part of the case follows."
