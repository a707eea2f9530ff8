"""The next choice to be made, and what there is to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.pack import CASE
from simulator.cases.wanted.possible import can_match
from simulator.cases.wanted.stock import (
    CARRIED,
    CAST,
    COUNT,
    EXTRA,
    OPENING,
    PLOT,
    THERE,
    UPDATE,
    VARIANT,
    WAY,
    updates_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cases.drawing import Drawer, WeightedValue
    from simulator.cases.wanted.stock import Chosen, Key, Stock
    from simulator.cases.wanted.telling_apart import TellingApart

Choice = tuple["Key", "Sequence[Sequence[WeightedValue]]"]
"""A choice, and its ways: together those between which nothing tells."""


def next_choice(stock: Stock, chosen: Chosen, apart: TellingApart) -> Choice | None:
    """The first choice that is still open, with its classes of ways that can be told apart; None where all are made.

    How the case goes on as a whole comes first, then who is there, then what happens and what changes.
    """
    for key, ways in _choices(stock, chosen):
        if key in chosen or ways is None:
            continue
        if key[0] not in (CARRIED, CAST, CASE, UPDATE):
            return key, [[way] for way in ways if way[1]]
        classes = apart.classes(_field(stock, chosen, key), ways)
        if len(classes) > 1:
            return key, classes
    return None


def is_framed(chosen: Chosen, stock: Stock) -> bool:
    """Whether plot, opening and ways are chosen."""
    return (OPENING,) in chosen and all((WAY, number) in chosen for number in range(len(stock.pack.moves)))


def _choices(stock: Stock, chosen: Chosen) -> Iterator[tuple[Key, Sequence[WeightedValue] | None]]:
    pack = stock.pack
    yield (PLOT,), [(number, plot.weight) for number, plot in enumerate(pack.plots)]
    yield (OPENING,), [(number, opening.weight) for number, opening in enumerate(pack.openings)]
    for number in range(len(pack.moves)):
        yield (WAY, number), [(each, _weight(stock, number, each)) for each in stock.ways(number)]
    yield from _casting(stock, chosen)
    yield (COUNT,), stock.plot(chosen).how_many.ways
    for number in range(chosen.get((COUNT,), 0)):
        yield (EXTRA, number), _further(stock, chosen)
    yield from _open((CASE,), stock.plot(chosen).case.items())
    for slot in stock.slots(chosen):
        for fields in stock.filled(slot, chosen):
            yield from _open((CAST, slot.slot), fields.items())
    for number, (fields, _) in enumerate(stock.elements(chosen)):
        yield from _open((CARRIED, number), fields.items())
    for key, updates in updates_of(stock, chosen):
        for place, update in enumerate(updates):
            for target in targets(stock, chosen, update.each):
                yield (UPDATE, key, place, target), _several(update.to)


def _field(stock: Stock, chosen: Chosen, key: Key) -> str:
    """The field whose value a choice is."""
    if key[0] != UPDATE:
        return str(key[-1])
    updates = dict(updates_of(stock, chosen))
    return updates[key[1]][key[2]].set


def _casting(stock: Stock, chosen: Chosen) -> Iterator[tuple[Key, Sequence[WeightedValue] | None]]:
    plot = stock.plot(chosen)
    for slot in plot.cast:
        if 0 < slot.chance < 100:
            yield (THERE, slot.slot), [(True, slot.chance), (False, 100 - slot.chance)]
    for slot in stock.slots(chosen):
        if slot.variants:
            weights = [(number, variant.weight) for number, variant in enumerate(slot.variants)]
            yield (VARIANT, slot.slot), weights


def _further(stock: Stock, chosen: Chosen) -> Sequence[tuple[str | None, int]]:
    """The complications that fit and were not taken; None where there is none."""
    taken = [name for name, there in stock.complications(chosen) if there]
    found: list[tuple[str | None, int]] = [
        (name, weight)
        for name, weight in stock.plot(chosen).complications.items()
        if weight and name not in taken and _fits(stock, chosen, name)
    ]
    return found or [(None, 1)]


def _fits(stock: Stock, chosen: Chosen, name: str) -> bool:
    """Whether everybody whom a complication needs is there, and is surely as it needs them."""
    slots = {slot.slot: slot for slot in stock.slots(chosen)}
    for needed, fields in stock.pack.complications[name].needs.items():
        if needed not in slots:
            return False
        for filled in stock.filled(slots[needed], chosen):
            ways = {field: filled[field].ways if field in filled else [(None, 1)] for field in fields}
            held = {
                field: None if listed is None else frozenset(_frozen(value) for value, _ in listed)
                for field, listed in ways.items()
            }
            if not can_match(held, fields):
                return False
    return True


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _open(key: Key, fields: Any) -> Iterator[tuple[Key, Sequence[WeightedValue] | None]]:
    for name, draw in fields:
        yield (*key, name), _several(draw)


def _several(draw: Drawer) -> Sequence[WeightedValue] | None:
    """The ways of a value that is left to chance, where they can be listed."""
    ways = draw.ways
    return None if ways is None or len(ways) < 2 else ways


def _weight(stock: Stock, move: int, each: tuple[str, int | None]) -> int:
    way = stock.way(move, each)
    return way.weight if way is not None else 1


def targets(stock: Stock, chosen: Chosen, each: str | None) -> Sequence[str]:
    """What an update may change, by what choices call it."""
    makes = stock.pack.makes
    if each is None:
        return ("",)
    if each == makes.cast:
        return [slot.slot for slot in stock.slots(chosen)]
    return [str(number) for number in range(len(stock.elements(chosen)))]
