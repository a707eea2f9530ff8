"""What sentences are told of: the case, each of its cast, and each element that evidence carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.pack import CASE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.cases.casting import Casting
    from simulator.cases.moving import Moment
    from simulator.cases.pack import Makes, Part
    from simulator.cases.sentences import Words

ListedSpots = dict[str, list["Spot"]]
"""The spots of a phase by the list that their parts are `of`, in the order of the facts."""


@dataclass(slots=True)
class Spot:
    """A case or an element by the name that conditions know, the path to its fields, and what sentences can name."""

    element: str
    path: str
    fields: Mapping[str, Any]
    words: Words


def spots_of(
    makes: Makes, moment: Moment, case: Words, cast: Mapping[str, Words], carried: Sequence[Words]
) -> ListedSpots:
    """All spots of a phase. `case`, `cast` (by id) and `carried` (as the facts list them) are what can be named."""
    data = moment.facts.data
    return {
        CASE: [Spot(CASE, "", data, case)],
        makes.cast: [
            Spot(name, f"{makes.cast}[{index}].", fields, words)
            for index, (fields, (name, words)) in enumerate(zip(data[makes.cast], cast.items(), strict=True))
        ],
        makes.carried: [
            Spot(str(index), f"{makes.carried}[{index}].", fields, words)
            for index, (fields, words) in enumerate(zip(data[makes.carried], carried, strict=True))
        ],
    }


def in_order(spots: Sequence[Spot], part: Part, casting: Casting) -> Sequence[Spot]:
    """The spots of a part in the order in which it tells of them."""
    if not part.as_plotted:
        return spots
    by_name = {spot.element: spot for spot in spots}
    return [by_name[name] for name in casting.ids.values()]
