"""What is said to a learner of what is due: whole sentences, in days, that blame nobody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.practice.moments import plausible
from simulator.session.record_view import FEWEST_REVIEWS
from simulator.session.shares import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from simulator.practice.due import Due
    from simulator.session.today_view import WhyDue

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_COUNTED: Mapping[WhyDue, str] = {
    "confident_error": "{} to which you were sure of another answer",
    "error": "{} to which you gave another answer",
    "fading": "{} that may be fading",
    "new": "{} that you have not met",
}


def day_of(at: datetime, now: datetime) -> str:
    """A day as it is said at `now`, in the time zone of `now`: with its year where that is another."""
    here = at.astimezone(now.tzinfo)
    year = "" if here.year == now.year else f" {here.year}"
    return f"{here.day} {MONTHS[here.month - 1]}{year}"


def why_due(due: Due, now: datetime) -> str:
    """The sentence that says why a rule is due."""
    if due.known is None:
        return "You have not met this yet."
    if due.why == "fading":
        return _fading(due, now)
    error = due.known.error
    on = _on(error.at, now) if error is not None else "the last time"
    return f"You {_sureness(error.sureness if error is not None else None)} another answer {on}."


def said_of(due: Sequence[Due], comes: datetime | None, now: datetime, *, met: bool = False) -> str:
    """All that is due, in a sentence; `comes` is when the next rule comes due where none is now.

    `met` says whether any rule was reviewed, due or not.
    """
    if not due:
        return "Nothing is due." if comes is None else f"Nothing is due before {day_of(comes, now)}."
    counts = Counter(one.why for one in due)
    if counts["new"] == len(due) and not met:
        return f"All {len(due)} rules are new to you." if len(due) > 1 else "One rule is new to you."
    parts = [text.format(counts[why]) for why, text in _COUNTED.items() if counts[why]]
    rules = "1 rule is due" if len(due) == 1 else f"{len(due)} rules are due"
    return f"{rules}: {_listed(parts)}."


def _fading(due: Due, now: datetime) -> str:
    assert due.known is not None
    assert due.retention is not None
    on = _on(due.known.card.reviewed, now)
    if due.known.reviews < FEWEST_REVIEWS:
        return f"You were right {on}; it may be fading."
    return f"You were right {on}; it is about {percent(due.retention)} likely that you still know it."


def _on(at: datetime, now: datetime) -> str:
    """When something was; a clock that was plainly wrong is not quoted."""
    return f"on {day_of(at, now)}" if plausible(at) else "the last time"


def _sureness(level: int | None) -> str:
    return {3: "were sure of", 2: "were fairly sure of"}.get(level or 0, "gave")


def length_of(cases: int, minutes: float) -> str:
    """How long so many cases take, each of so many minutes."""
    each = about(minutes)
    return f"1 case of {each}" if cases == 1 else f"{cases} cases of {each} each"


def about(minutes: float) -> str:
    """A length of time in whole minutes, never none."""
    whole = max(1, round(minutes))
    return f"about {whole} minute{'' if whole == 1 else 's'}"


def _listed(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
