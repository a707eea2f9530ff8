"""What is due as the opening screen says it: an entry, and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.today_view import TodayView

PRACTISE_DUE = "Practise what is due"
WORKING_OUT = "It is being worked out…"
UNKNOWN = "It could not be worked out; Enter tries again."
NOTHING = "Nothing is due now."


def entry_of(today: TodayView | Trouble | None) -> tuple[str, str]:
    """The entry's name, with how many rules are due, and why in a sentence; `today` is None until it is known."""
    if today is None:
        return PRACTISE_DUE, WORKING_OUT
    if isinstance(today, Trouble):
        return PRACTISE_DUE, UNKNOWN
    if not today.due:
        return f"{PRACTISE_DUE} (0)", nothing_due(today)
    return f"{PRACTISE_DUE} ({len(today.due)})", _most_urgent(today)


def _most_urgent(today: TodayView) -> str:
    """What comes first, and why; named by its question, for what is called for is to be found."""
    first = next(iter(today.plan), None)
    return f"{first.title}: {first.why}" if first is not None else today.due[0].why


def nothing_due(today: TodayView) -> str:
    """That nothing is due, and from which day on something is."""
    return f"{NOTHING} The next comes due on {today.next_due}." if today.next_due else NOTHING


def line_of(today: TodayView | Trouble) -> Content:
    """All of it in a sentence, or why it could not be worked out."""
    return shown(f"! {today.sentence}", "bold $error") if isinstance(today, Trouble) else shown(today.said)
