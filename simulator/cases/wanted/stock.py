"""What a pack has to choose from, by the names that choices have.

A *choice* is named by a key: `(PLOT,)`, `(OPENING,)`, `(WAY, move)`, `(THERE, slot)`, `(VARIANT, slot)`, `(COUNT,)`,
`(EXTRA, number)`, `(CARRIED, number, field)`, `(CAST, slot, field)`, `(CASE, field)` and
`(UPDATE, where, number, target)`. Plots, openings, variants and ways are chosen by their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.cases.casting import fits_evidence
from simulator.cases.wanted.possible import Values, can_match

if TYPE_CHECKING:
    from simulator.cases.drawing import Drawer
    from simulator.cases.pack import Opening, Plot, ScenarioPack, Slot, Update, Way
    from simulator.model.world import World

PLOT, OPENING, WAY, THERE, VARIANT = "plot", "opening", "way", "there", "variant"
COUNT, EXTRA, CARRIED, CAST, UPDATE = "count", "extra", "carried", "cast", "update"

Key = tuple[Any, ...]
Chosen = Mapping[Key, Any]
Fields = Mapping[str, "Drawer"]


class Stock:
    """A pack as choices see it."""

    def __init__(self, pack: ScenarioPack, world: World) -> None:
        self.pack = pack
        self.world = world
        self._graded: dict[Key, tuple[frozenset[Any], ...]] = {}
        self._listed: dict[tuple[int, str, str], tuple[Drawer, Values]] = {}

    def plot(self, chosen: Chosen) -> Plot:
        """The plot, which is always chosen first."""
        return self.pack.plots[chosen[PLOT,]]

    def openings(self, chosen: Chosen) -> Sequence[Opening]:
        """The openings that a case can still have."""
        if (OPENING,) in chosen:
            return [self.pack.openings[chosen[OPENING,]]]
        return self.pack.openings

    def ways(self, move: int) -> Sequence[tuple[str, int | None]]:
        """Every way of a move, with the option that it follows; None: the option leaves all as it was."""
        found: list[tuple[str, int | None]] = []
        asked = self.pack.moves[move].ways
        for option, ways in asked.items():
            found += [(option, number) for number in range(len(ways))]
            found += [(option, None)] if all(way.needs or way.when for way in ways) else []
        return found

    def way(self, move: int, chosen: tuple[str, int | None]) -> Way | None:
        """The way that was chosen."""
        option, number = chosen
        return None if number is None else self.pack.moves[move].ways[option][number]

    def slots(self, chosen: Chosen) -> Sequence[Slot]:
        """The slots in which somebody can still stand."""
        return [slot for slot in self.plot(chosen).cast if self.there(slot, chosen) is not False]

    def there(self, slot: Slot, chosen: Chosen) -> bool | None:
        """Whether somebody stands in a slot."""
        if slot.chance in (0, 100):
            return slot.chance == 100
        found: bool | None = chosen.get((THERE, slot.slot))
        return found

    def filled(self, slot: Slot, chosen: Chosen) -> Sequence[Fields]:
        """The fields of whoever stands in a slot, for each of its variants that can still be."""
        always = {} if slot.bare else self.pack.cast_has
        variants = slot.variants
        if (VARIANT, slot.slot) in chosen:
            variants = (variants[chosen[VARIANT, slot.slot]],)
        return [{**always, **slot.has, **each.has} for each in variants] or [{**always, **slot.has}]

    def elements(self, chosen: Chosen) -> Sequence[tuple[Fields, bool | None]]:
        """The elements that evidence may carry, each with whether its plot or complication is chosen."""
        plot = self.plot(chosen)
        found: list[tuple[Fields, bool | None]] = [(each, True) for each in plot.carried]
        for name, there in self.complications(chosen):
            found += [(each, there) for each in self.pack.complications[name].carried]
        return found

    def complications(self, chosen: Chosen) -> Sequence[tuple[str, bool | None]]:
        """The complications, in the order in which they were chosen; before they are, all that may come."""
        plot = self.plot(chosen)
        count = chosen.get((COUNT,))
        if count is None:
            ways = plot.how_many.ways
            none = ways is not None and not any(number for number, _ in ways)
            return [] if none else [(name, None) for name, weight in plot.complications.items() if weight]
        names = [chosen[EXTRA, number] for number in range(count) if (EXTRA, number) in chosen]
        taken: list[tuple[str, bool | None]] = [(name, True) for name in names if name]
        if len(names) < count and None not in names:
            taken += [
                (name, None) for name, weight in plot.complications.items() if weight and name not in names
            ]
        return taken

    def values(self, of: str, name: str, draw: Drawer) -> Values:
        """All values that a field can be drawn to have."""
        key = (id(draw), of, name)
        if key not in self._listed:
            ways = draw.ways
            found = None if ways is None else frozenset(self.held(of, name, value) for value, _ in ways)
            self._listed[key] = (draw, found)
        return self._listed[key][1]

    def held(self, of: str, name: str, value: Any) -> Any:
        """A value of a field as it is held: lists of choices as frozensets, other lists as tuples."""
        if not isinstance(value, list):
            return value
        fields = self.world.fields_of(of)
        return frozenset(value) if name in fields and fields[name].type == "choices" else tuple(value)

    def moves_to(self, phase: str) -> Iterator[int]:
        """The moves to a phase, by their places."""
        return (number for number, move in enumerate(self.pack.moves) if move.to == phase)

    def graded(self, chosen: Chosen, fields: Mapping[str, Values]) -> tuple[frozenset[Any], ...]:
        """The grades that an element's evidence may carry by the end of each phase; empty where no pattern fits."""
        key = (chosen[PLOT,], chosen.get((OPENING,)), *sorted(fields.items(), key=lambda item: item[0]))
        if key not in self._graded:
            self._graded[key] = self._graded_by_patterns(chosen, fields)
        return self._graded[key]

    def _graded_by_patterns(self, chosen: Chosen, fields: Mapping[str, Values]) -> tuple[frozenset[Any], ...]:
        makes, phases = self.pack.makes, self.pack.phases
        at, wanted = phases.index(makes.graded_at), fields.get(makes.grade)
        openings = self.openings(chosen)
        fitting = [
            pattern.grades
            for pattern in self.pack.patterns
            if (wanted is None or pattern.grades[at] in wanted)
            and any(fits_evidence(pattern, self.plot(chosen), opening, at) for opening in openings)
            and can_match(fields, pattern.match) is not False
            and all(can_match(fields, {name: value}) is not True for name, value in pattern.excepts.items())
        ]
        return tuple(frozenset(grades[number] for grades in fitting) for number in range(len(phases)))


def updates_of(stock: Stock, chosen: Chosen) -> Iterator[tuple[Key, Sequence[Update]]]:
    """The updates of the opening and of each way that is chosen, with the key of whence they come."""
    if (OPENING,) in chosen:
        yield (OPENING,), stock.pack.openings[chosen[OPENING,]].updates
    for number in range(len(stock.pack.moves)):
        way = stock.way(number, chosen[WAY, number]) if (WAY, number) in chosen else None
        if way is not None:
            yield (WAY, number), way.updates
