"""What is projected, as plain pages, and polls about many subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size

from simulator.classroom.poll_view import PollView, RoundView, VotesView
from simulator.session.view import OptionView
from simulator.tui.classroom.projector.paging import pages
from simulator.tui.classroom.projector.sheets import sheet_of
from tests.tui.classroom import made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.class_view import RoomView

WALLS = [Size(80, 20), Size(120, 29), Size(160, 37), Size(200, 52)]
"""What is left for a sheet in terminals of 80x24, 120x35, 160x45 and 200x60."""
VOTED = (18, 17)
GRADES = ("Made out beyond doubt", "Believed", "Suspected", "Not likely", "Not known yet")


def projected(room: RoomView, wall: Size = WALLS[2], code: str = made.CODE) -> list[str]:
    return [page.plain for page in pages(sheet_of(room, code, made.ADDRESSES[0], wall), wall)]


def one(room: RoomView, wall: Size = WALLS[2]) -> str:
    [page] = projected(room, wall)
    return page


def words(page: str) -> str:
    return " ".join(page.split())


def asked(stage: str = "voting", **changes: object) -> RoomView:
    """The first question of the case with its options."""
    given = {"options": made.options(), "subjects": tuple(made.SUBJECTS.values())}
    return made.room(stage, **{**given, **changes})


def poll_about(subjects: int, labels: Sequence[str] = GRADES) -> PollView:
    """Two votes about so many subjects, in which no two subjects of a vote have the same counts."""
    return made.poll(
        *(_round(number, voted, subjects, len(labels)) for number, voted in enumerate(VOTED, start=1)),
        options=tuple(OptionView(f"o{at}", label) for at, label in enumerate(labels)),
    )


def _round(number: int, voted: int, subjects: int, options: int) -> RoundView:
    votes = (
        VotesView(f"s{at}", f"The question of matter {at}", _counts(number, at, voted, options))
        for at in range(subjects)
    )
    return RoundView(number, voted, tuple(votes))


def _counts(number: int, at: int, voted: int, options: int) -> tuple[int, ...]:
    first = min(at + number, voted)
    return (first, voted - first, *[0] * (options - 2))
