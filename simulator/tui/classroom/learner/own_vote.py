"""How a seat has voted on a question whose vote is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import RoomView, SeatView

YOURS = "Your vote"
NOT_VOTED = "You did not vote."
HAD_CHOSEN = "You had chosen:"
NOTHING_CHOSEN = "nothing chosen"


@dataclass(frozen=True, slots=True)
class OwnVote:
    """A line on what it is, and the choices, a line for each subject."""

    head: Content
    choices: Content


def own_vote(room: RoomView, seat: SeatView) -> OwnVote | None:
    """None while a vote is open, and where no question is."""
    if room.stage not in {"closed", "told"}:
        return None
    head = shown(room.question, "bold $primary").append(shown(f"  {YOURS if seat.voted else NOT_VOTED}"))
    return OwnVote(head, Content("\n").join(_choices(room, seat)))


def _choices(room: RoomView, seat: SeatView) -> Iterator[Content]:
    options = seat.chosen.options if seat.chosen is not None else {}
    if not any(options.values()):
        return
    if not seat.voted:
        yield shown(HAD_CHOSEN, "$text-muted")
    labels = {option.option: option.label for option in room.options}
    for subject, chosen in zip(room.subjects, options.values(), strict=False):
        said = "; ".join(labels[one] for one in chosen if one in labels)
        yield shown(f"{subject}: ", "bold").append(shown(said or NOTHING_CHOSEN))
