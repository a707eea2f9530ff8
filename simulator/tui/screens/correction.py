"""A correction of the record: why a case is to count in no figure, or to count again."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from simulator.tui.screens.line_asked import Asked, LineAsked
from simulator.tui.telling.own_words import NO_NAMES

OUT, IN = "Leave out of all figures", "Count again in all figures"
OUT_MEANS = "Nothing of the case is wiped: your record keeps it, and this correction with its reason."
IN_MEANS = "Your record keeps this correction with its reason, as it keeps the one before."
WHY = "Say in a few words why, so that it can be understood later."
HINT = "Enter does it, Esc goes back."
LONGEST_REASON = 200


class CorrectionScreen(LineAsked[str]):
    """Answers with the reason, or None where nothing is to change."""

    HELP: ClassVar[str] = (
        "A correction needs a reason, for example: a colleague played this case. Enter makes the correction; Escape "
        "goes back, and nothing changes. It can be taken back by another correction."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="correction.back", tooltip="Go back; nothing changes"),
    ]

    def __init__(self, title: str, *, counts: bool) -> None:
        """`title` is that of the case; `counts` where it is to count again."""
        what, means, does = (IN, IN_MEANS, "Count") if counts else (OUT, OUT_MEANS, "Leave out")
        asked = Asked(f"{what}: {title}", means, f"{WHY} {NO_NAMES}", HINT, does)
        super().__init__(asked, longest=LONGEST_REASON)

    def do(self, line: str) -> None:
        """Answer with the reason; without one there is no correction."""
        if reason := line.strip():
            self.dismiss(reason)
        else:
            self.refuse(WHY)
