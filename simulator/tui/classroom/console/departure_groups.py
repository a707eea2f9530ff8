"""Departures in the order in which they are best settled, those that are alike together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.classroom.conduct import Settle
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from simulator.classroom.class_view import DepartureView
    from simulator.tui.classroom.console.plan_told import Item

ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Group:
    """A departure with a reason of its own; or all without one that are alike in everything but the seat."""

    departures: tuple[DepartureView, ...]

    @property
    def one(self) -> DepartureView:
        """The first; what is told of all is told of it."""
        return self.departures[0]

    @property
    def item(self) -> Item:
        """By what the group is known as long as nothing but its seats changes."""
        one = self.one
        settled = "open" if one.accepted is None else f"{one.accepted} {one.reason}"
        seat = one.seat if one.rationale else ""
        vote = "" if one.stands else self.vote
        return seat, one.phase, one.question, one.subject, one.chosen, settled, vote, *one.cites

    @property
    def who(self) -> str:
        """The name of the seat, or how many seats there are."""
        return clean(self.one.name) if len(self.departures) == 1 else f"{len(self.departures)} seats"

    @property
    def ground(self) -> str:
        """What they gave for it, in a few words."""
        one = self.one
        if one.rationale:
            return "reason and paragraph" if one.cites else "reason"
        return "paragraph, no reason" if one.cites else "no reason"

    @property
    def vote(self) -> str:
        """In which vote they departed."""
        number = self.one.round
        return f"{ORDINALS[number - 1]} vote" if number <= len(ORDINALS) else f"vote {number}"

    def settled(self, accepted: bool, reason: str) -> tuple[Settle, ...]:
        """What settles each of them."""
        return tuple(
            Settle(each.seat, each.phase, each.question, each.subject, accepted, reason)
            for each in self.departures
        )

    def words(self, accepted: bool) -> str:
        """The reason with which the same was decided before; none where it was another decision."""
        return self.one.reason if self.one.accepted is accepted else ""

    def place(self, accepted: bool) -> Hashable:
        """Where words for a decision are written."""
        return self.item, accepted


def grouped(departures: Sequence[DepartureView]) -> list[Group]:
    """The groups: first those to settle, last those of an earlier vote; of each those with a reason before the others.

    Of those with a reason, the ones with a paragraph come first.
    """
    found: dict[Item, list[DepartureView]] = {}
    for each in departures:
        found.setdefault(Group((each,)).item, []).append(each)
    return sorted((Group(tuple(each)) for each in found.values()), key=_order)


def _order(group: Group) -> tuple[bool, ...]:
    one = group.one
    return one.accepted is not None, not one.stands, not one.rationale, not one.cites
