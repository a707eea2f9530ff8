"""What a case that is made for somebody is for, before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.telling.today import STAGES

if TYPE_CHECKING:
    from simulator.tui.wanting import CaseWanted

AFTER_EACH = "What was right, and why, is told after each part of the case."
AT_THE_END = "As in a test, what was right is told at the end of the case."
DUE = "A case for what is due, one that you have not met."
RULE = "A case for this rule, one that you have not met."
DRILL = (
    "A drill is two cases that differ in the facts about one of those concerned: does your answer about the others "
    "stay as it was? The second comes when you ask for a drill again."
)


def about(wanted: CaseWanted) -> tuple[str, str]:
    """A title, and what there is to say."""
    if wanted.sort == "test" and wanted.stage is not None:
        return STAGES[wanted.stage], AT_THE_END
    if wanted.sort == "drill":
        return "A drill", f"{DRILL} {AFTER_EACH}"
    if wanted.sort == "rule":
        return "A new case", f"{RULE} {AFTER_EACH}"
    return "The next case that is due", f"{DUE} {AFTER_EACH}"
