"""Drills: two cases that differ in facts of one subject. The second comes when something else came between."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.errors.faults import UsageFault
from simulator.practice.making import DrillWish
from simulator.practice.today_words import about, length_of
from simulator.session.today_view import DrillOfferView
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from simulator.practice.course import Course, OpenDrill
    from simulator.practice.making import Drill, Maker, Met
    from simulator.practice.minutes import Pace

FOR_RULES: Final = 4
"""Rules that are due for which a drill is looked for, before any will do."""
FOR_ANY: Final = 12
LARGEST: Final = 1_000_000
"""Seeds are below it: short enough to be typed."""


class ToPlay(NamedTuple):
    """A case and why it is played."""

    case: Mapping[str, Any]
    purpose: Mapping[str, Any]


def second_case(course: Course, maker: Maker, met: Met) -> ToPlay | None:
    """The second case of the drill that has waited longest; None where none waits, or none but the last case's own.

    A drill whose cases cannot be made again as they were is passed over, and one whose second case was begun.
    """
    for one in course.drills:
        if one.first == course.last:
            continue
        drill = _again(one, maker)
        if drill is not None and drill.second["id"] not in met:
            return ToPlay(drill.second, _purpose(one.drill, 2, one.rule, one.first, changed=drill.changed))
    return None


def new_drill(pace: Pace) -> DrillOfferView:
    """A drill of which nothing is begun."""
    return DrillOfferView(
        f"It is {length_of(2, pace.case)}; the second comes after another case.", begun=False
    )


def drill_offer(course: Course) -> DrillOfferView:
    """The next case of a drill, as `second_case` would find it where its cases can be made again."""
    if any(one.first != course.last for one in course.drills):
        return DrillOfferView(f"Its second case comes next: {about(course.pace.case)}.", begun=True)
    if course.drills:
        said = "Its second case comes once another case came between; until then this begins a new drill."
        return DrillOfferView(said, begun=True)
    return new_drill(course.pace)


def first_case(rules: Iterable[str], maker: Maker, met: Met, chance: Callable[[int], int]) -> ToPlay:
    """The first case of a new drill: for one of the rules that are most urgent, if that can be. Raises UsageFault."""
    wanted = [*list(rules)[:FOR_RULES], *[""] * FOR_ANY]
    why = "No drill can be made from the packs there are."
    for rule in wanted:
        try:
            drill = maker.drill(DrillWish(chance(LARGEST), rule))
        except StoreFault:
            raise
        except UsageFault as none:
            why = str(none)
            continue
        if drill.first["id"] not in met and drill.second["id"] not in met:
            name = f"{chance(1 << 32):08x}"
            return ToPlay(drill.first, _purpose(name, 1, rule, drill.first["id"]))
    raise UsageFault(why)


def _again(one: OpenDrill, maker: Maker) -> Drill | None:
    """The two cases of a drill made again; None where pack or program have changed since, or made others."""
    drill: Drill | None = None
    with suppress(UsageFault):
        drill = maker.drill(DrillWish(one.seed, one.rule, one.pack))
    if drill is None or drill.first["id"] != one.first:
        return None
    return drill if drill.first["pack"].get("sha256", "") == one.sha256 else None


def _purpose(drill: str, number: int, rule: str, first: str, **more: str) -> Mapping[str, Any]:
    rules = [rule] if rule else []
    return {
        "sort": "drill",
        "rules": rules,
        "drill": drill,
        "number": number,
        "of": 2,
        "first": first,
        **more,
    }
