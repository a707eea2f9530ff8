"""The pack that is left of a pack when choices are made: everything else is still left to chance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.cases.drawing import InSlot, always, exactly
from simulator.cases.pack import CASE
from simulator.cases.wanted.stock import (
    CARRIED,
    CAST,
    COUNT,
    OPENING,
    UPDATE,
    VARIANT,
    WAY,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cases.drawing import Drawer
    from simulator.cases.pack import Move, Plot, ScenarioPack, Slot, Update
    from simulator.cases.wanted.stock import Chosen, Key, Stock


def narrowed(stock: Stock, chosen: Chosen) -> ScenarioPack:
    """The pack with only what is chosen where something is."""
    pack = stock.pack
    openings = pack.openings
    if (OPENING,) in chosen:
        opening = pack.openings[chosen[OPENING,]]
        openings = (replace(opening, updates=_updates(stock, chosen, (OPENING,), opening.updates)),)
    moves = tuple(_move(stock, chosen, number, move) for number, move in enumerate(pack.moves))
    return replace(pack, plots=(_plot(stock, chosen),), openings=openings, moves=moves)


def _plot(stock: Stock, chosen: Chosen) -> Plot:
    plot = stock.plot(chosen)
    left = replace(
        plot,
        case=_fields(plot.case, chosen, (CASE,)),
        cast=tuple(_slot(stock, chosen, slot) for slot in stock.slots(chosen)),
    )
    elements = [
        _fields(fields, chosen, (CARRIED, number))
        for number, (fields, there) in enumerate(stock.elements(chosen))
        if there
    ]
    if not _is_cast(stock, chosen):
        return replace(left, carried=tuple(elements[: len(plot.carried)]))
    return replace(left, carried=tuple(elements), how_many=always(0))


def _is_cast(stock: Stock, chosen: Chosen) -> bool:
    """Whether every complication is chosen."""
    return (COUNT,) in chosen and all(there for _, there in stock.complications(chosen))


def _slot(stock: Stock, chosen: Chosen, slot: Slot) -> Slot:
    chance = {True: 100, False: 0, None: slot.chance}[stock.there(slot, chosen)]
    if slot.variants and (VARIANT, slot.slot) not in chosen:
        return replace(slot, chance=chance)
    has, links = slot.has, slot.links
    if slot.variants:
        variant = slot.variants[chosen[VARIANT, slot.slot]]
        has, links = {**has, **variant.has}, {**links, **variant.links}
    given = stock.filled(slot, chosen)[0]
    own = {name: draw for name, draw in given.items() if name in has or (CAST, slot.slot, name) in chosen}
    return replace(slot, chance=chance, variants=(), links=links, has=_fields(own, chosen, (CAST, slot.slot)))


def _fields(fields: Mapping[str, Drawer], chosen: Chosen, key: Key) -> dict[str, Drawer]:
    return {
        name: exactly(chosen[*key, name]) if (*key, name) in chosen else draw for name, draw in fields.items()
    }


def _move(stock: Stock, chosen: Chosen, number: int, move: Move) -> Move:
    """The move with the one way that is chosen after its option; other options keep their ways."""
    if (WAY, number) not in chosen:
        return move
    option = chosen[WAY, number][0]
    way = stock.way(number, chosen[WAY, number])
    if way is None:
        return move
    updates = _updates(stock, chosen, (WAY, number), way.updates)
    return replace(move, ways={**move.ways, option: (replace(way, updates=updates),)})


def _updates(stock: Stock, chosen: Chosen, key: Key, updates: Sequence[Update]) -> tuple[Update, ...]:
    return tuple(
        part for number, update in enumerate(updates) for part in _update(stock, chosen, key, number, update)
    )


def _update(stock: Stock, chosen: Chosen, key: Key, number: int, update: Update) -> Iterator[Update]:
    """The update; an update for each element where values are chosen for some."""
    made = {name[3]: value for name, value in chosen.items() if name[:3] == (UPDATE, key, number)}
    if not made:
        yield update
    elif update.each is None:
        yield replace(update, to=exactly(made[""]))
    else:
        for target, place in _places(stock, chosen, update.each):
            to = exactly(made[target]) if target in made else update.to
            yield replace(update, to=to, only=place)


def _places(stock: Stock, chosen: Chosen, each: str) -> Iterator[tuple[str, str]]:
    """The elements of a list by what choices call them, and by what updates do."""
    if each == stock.pack.makes.cast:
        yield from ((slot.slot, slot.slot) for slot in stock.slots(chosen))
        return
    known: list[list[Any]] = []
    for number, (fields, _) in enumerate(stock.elements(chosen)):
        values = {name: _only(draw, chosen, (CARRIED, number, name)) for name, draw in fields.items()}
        alike = [values.get(name) for name in stock.pack.makes.distinct]
        if alike not in known and _is_whole(stock, chosen, values):
            yield str(number), str(len(known))
            known.append(alike)


def _only(draw: Drawer, chosen: Chosen, key: Key) -> Any:
    """The value of a field for which nothing is left to chance; the first of several else."""
    if key in chosen:
        return chosen[key]
    ways = draw.ways
    return ways[0][0] if ways else True


def _is_whole(stock: Stock, chosen: Chosen, values: Mapping[str, Any]) -> bool:
    makes = stock.pack.makes
    there = {slot.slot for slot in stock.slots(chosen)}
    referred = [values.get(name) for name in makes.refers]
    gone = any(isinstance(each, InSlot) and each.slot not in there for each in referred)
    return values.get(makes.grade) is not None and None not in referred and not gone
