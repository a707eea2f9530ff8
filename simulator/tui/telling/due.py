"""What is due as the opening screen says it: an entry, and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.stages import test_called

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    why = _most_urgent(today) if today.due else nothing_due(today)
    return f"{PRACTISE_DUE} ({len(today.due)})", " ".join([why, *_begun(today)])


def _begun(today: TodayView) -> Iterator[str]:
    """What was begun and waits, and from when the next test makes sense."""
    test = today.test
    if test is not None and test.begun:
        yield f"Begun: {_lower(test_called(test.stage))}, {test.done} of {counted(test.cases, 'case')} done."
    elif test is not None and test.from_when is not None:
        yield f"{test_called(test.stage)}: from {test.from_when}."
    if today.drill is not None and today.drill.begun:
        yield "Begun: a drill."


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


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
