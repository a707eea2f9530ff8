"""Who a case is about: plot, cast, and the elements that evidence carries, drawn within what a pack allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.cases.drawing import Drawer, draw_fields
from simulator.cases.matching import matches

if TYPE_CHECKING:
    from simulator.cases.chance import Chance
    from simulator.cases.pack import Makes, Opening, Pattern, Plot, ScenarioPack, Slot


Filled = tuple[dict[str, Any], dict[str, str]]
"""The fields of one of the cast, and whom its links mean."""


@dataclass(slots=True)
class Carried:
    """An element that evidence carries, with the pattern of its evidence and the ids of others who speak."""

    fields: dict[str, Any]
    pattern: Pattern
    others: tuple[str, ...]


@dataclass(slots=True)
class Casting:
    """A plot filled in. `cast` holds fields by id, in the order in which the facts list them."""

    plot: Plot
    opening: Opening
    ids: dict[str, str]
    bare: frozenset[str]
    cast: dict[str, dict[str, Any]]
    links: dict[str, dict[str, str]]
    case: dict[str, Any]
    carried: list[Carried] = field(default_factory=list)


Refill = Callable[[Casting], None]
"""Fills slots of a casting otherwise, before anything is drawn that depends on them."""


class NoPattern(LookupError):
    """No pattern of evidence fits an element; the text says which."""


class Caster:
    """Draws castings from a pack."""

    def __init__(self, pack: ScenarioPack) -> None:
        self._pack = pack
        self._plot_weights = [plot.weight for plot in pack.plots]
        self._opening_weights = [opening.weight for opening in pack.openings]
        self._graded_at = pack.phases.index(pack.makes.graded_at)
        self._patterns: dict[str, list[Pattern]] = {}
        for pattern in pack.patterns:
            self._patterns.setdefault(pattern.grades[self._graded_at], []).append(pattern)

    def draw(self, chance: Chance, refill: Refill | None = None) -> Casting:
        """A casting. Raises NoPattern."""
        plot = chance.weighted(self._pack.plots, self._plot_weights)
        opening = chance.weighted(self._pack.openings, self._opening_weights)
        present = [slot for slot in plot.cast if chance.happens(slot.chance)]
        order = chance.shuffled([slot.slot for slot in present])
        ids = {name: chr(ord("A") + number) for number, name in enumerate(order)}
        filled = {ids[slot.slot]: self.fill(slot, ids, chance) for slot in present}
        casting = Casting(
            plot=plot,
            opening=opening,
            ids={slot.slot: ids[slot.slot] for slot in present},
            bare=frozenset(ids[slot.slot] for slot in present if slot.bare),
            cast={name: filled[name][0] for name in sorted(filled)},
            links={name: links for name, (_, links) in filled.items()},
            case=draw_fields(plot.case, chance, ids),
        )
        if refill is not None:
            refill(casting)
        for element in self._elements(casting, chance):
            casting.carried.append(self._carry(casting, element, chance))
        return casting

    def fill(self, slot: Slot, ids: Mapping[str, str], chance: Chance) -> Filled:
        """One of the cast; `ids` are those of all slots."""
        wanted: dict[str, Drawer] = {} if slot.bare else dict(self._pack.cast_has)
        wanted |= slot.has
        links = dict(slot.links)
        if slot.variants:
            variant = chance.weighted(slot.variants, [each.weight for each in slot.variants])
            wanted |= variant.has
            links |= variant.links
        fields = draw_fields(wanted, chance, ids)
        return fields, {name: ids[of] for name, of in links.items() if of in ids}

    def _elements(self, casting: Casting, chance: Chance) -> Iterator[dict[str, Any]]:
        """The elements of the plot and of the complications drawn for it, none like another."""
        makes = self._pack.makes
        known: set[tuple[Any, ...]] = set()
        for wanted in (*casting.plot.carried, *self._complications(casting, chance)):
            element = draw_fields(wanted, chance, casting.ids)
            alike = tuple(element.get(name) for name in makes.distinct)
            if alike not in known and self._whole(element):
                known.add(alike)
                yield element

    def _complications(self, casting: Casting, chance: Chance) -> Iterator[Mapping[str, Drawer]]:
        weights = {
            name: weight
            for name, weight in casting.plot.complications.items()
            if weight and self._fit(casting, self._pack.complications[name].needs)
        }
        for _ in range(casting.plot.how_many(chance, casting.ids)):
            if not weights:
                return
            name = chance.weighted(list(weights), list(weights.values()))
            del weights[name]
            yield from self._pack.complications[name].carried

    def _fit(self, casting: Casting, needs: Mapping[str, Mapping[str, Any]]) -> bool:
        return all(
            slot in casting.ids and matches(casting.cast[casting.ids[slot]], fields)
            for slot, fields in needs.items()
        )

    def _whole(self, element: Mapping[str, Any]) -> bool:
        """Whether everything in it was drawn: it has a grade, and refers to nobody who is not there."""
        makes = self._pack.makes
        return element.get(makes.grade) is not None and all(
            element.get(name) is not None for name in makes.refers
        )

    def _carry(self, casting: Casting, element: dict[str, Any], chance: Chance) -> Carried:
        free = speakers(casting, element, self._pack.makes)
        fitting = [
            pattern
            for pattern in self._patterns.get(element[self._pack.makes.grade], ())
            if self._carries(pattern, casting, element, len(free))
        ]
        if not fitting:
            where = f"in the plot '{casting.plot.plot}', opening '{casting.opening.opening}'"
            raise NoPattern(f"no pattern of evidence fits {element} {where}")
        pattern = chance.pick(fitting)
        return Carried(element, pattern, tuple(chance.shuffled(free)[: pattern.others]))

    def _carries(self, pattern: Pattern, casting: Casting, element: Mapping[str, Any], free: int) -> bool:
        return (
            fits_evidence(pattern, casting.plot, casting.opening, self._graded_at)
            and pattern.others <= free
            and matches(element, pattern.match)
            and not any(matches(element, {name: value}) for name, value in pattern.excepts.items())
            and all(
                matches(casting.cast.get(element.get(name, ""), {}), fields)
                for name, fields in pattern.needs.items()
            )
        )


def fits_evidence(pattern: Pattern, plot: Plot, opening: Opening, graded_at: int) -> bool:
    """Whether a pattern may stand in a plot, and tells as much in the first phase as an opening wants told."""
    grade = pattern.grades[graded_at]
    return (
        (grade == pattern.grades[0] or grade not in opening.told_at_once)
        and (not pattern.plots or plot.plot in pattern.plots)
        and plot.plot not in pattern.except_plots
    )


def speakers(casting: Casting, element: Mapping[str, Any], makes: Makes) -> list[str]:
    """Those of the cast who could speak of an element: nobody bare, and nobody to whom it refers."""
    referred: set[Any] = set()
    for name in makes.refers:
        held = element[name]
        referred |= set(held) if isinstance(held, Sequence) and not isinstance(held, str) else {held}
    return [name for name in casting.cast if name not in referred and name not in casting.bare]
