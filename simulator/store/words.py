"""What a person wrote, kept apart from the event that says that it was written, so that it can be wiped alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.store.log import event_of, text_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.store.log import Event

FREE_TEXT: Mapping[str, str] = {"rationale_given": "text", "annotated": "note"}
"""The field of an event's data that holds a person's own words, by the event's kind."""

WIPED = "wiped"
"""The field that says, as `true`, that there were words."""


@dataclass(frozen=True, slots=True)
class Parted:
    """An event as it is kept: its text without words, whether it had any, and theirs unless they are wiped."""

    event: str
    worded: bool
    words: str | None

    def is_of(self, other: Parted) -> bool:
        """Whether both are of the same event; words that are wiped may have been any."""
        same = (self.event, self.worded) == (other.event, other.worded)
        return same and (self.words == other.words or None in (self.words, other.words))


def part(event: Event) -> Parted:
    """`event` in the parts that are kept."""
    data, field = event["data"], FREE_TEXT.get(event["kind"])
    words = data.get(field) if field else None
    if data.get(WIPED) is True:
        return Parted(
            text_of({**event, "data": {key: data[key] for key in data if key != WIPED}}), True, None
        )
    if not isinstance(words, str) or not words:
        return Parted(text_of(event), False, None)
    return Parted(text_of({**event, "data": {**data, field: ""}}), True, text_of(words))


def join(kept: Parted) -> dict[str, Any]:
    """The event of which `kept` are the parts; raises ValueError where they are damaged."""
    event = event_of(kept.event)
    if not kept.worded:
        return event
    data, field = event.get("data"), FREE_TEXT.get(str(event.get("kind")))
    if not isinstance(data, dict) or field is None:
        raise ValueError("words of no event")
    words = {WIPED: True} if kept.words is None else {field: value_of(kept.words)}
    return {**event, "data": {**data, **words}}
