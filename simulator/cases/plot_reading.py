"""Reads what a pack says of facts: plots, complications, how cases come and how they go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.drawing import always
from simulator.cases.pack import (
    CASE,
    Complication,
    Makes,
    Move,
    Opening,
    Plot,
    Slot,
    Update,
    Variant,
    Way,
)
from simulator.guidance.nodes import unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.cases.conditions import Conditions
    from simulator.cases.drawing import DrawReader
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node


def makes_of(node: Node) -> Makes:
    """How the pack's words stand for facts."""
    data = node.data
    return Makes(
        cast=data["cast"],
        carried=data["carried"],
        grade=data["grade"],
        nothing=data["nothing"],
        bears_on=tuple(data["bears_on"]),
        refers=tuple(data["refers"]),
        distinct=tuple(data["distinct"]),
        graded_at=data["graded_at"],
    )


class PlotReader:
    """Reads plots and what goes with them; what is wrong goes to `faults`."""

    def __init__(self, makes: Makes, draws: DrawReader, conditions: Conditions, faults: list[Fault]) -> None:
        self._makes = makes
        self._draws = draws
        self._conditions = conditions
        self._faults = faults

    def plot(self, node: Node, complications: Mapping[str, Complication]) -> Plot:
        """A skeleton of facts."""
        slots = [str(slot["slot"]) for slot in node.data["cast"]]
        among = node.get("complications")
        if among is not None:
            for name, weight in among["among"].entries():
                if name not in complications:
                    self._faults.append(unknown(weight, f"complication: {name}", complications))
        carried = node["carried"].items() if "carried" in node else ()
        return Plot(
            plot=node.data["plot"],
            weight=node.data.get("weight", 1),
            case=self._fields(node, "case"),
            cast=tuple(self._slot(slot, slots) for slot in node["cast"].items()),
            carried=tuple(self._draws.fields(element, slots) for element in carried),
            how_many=self._draws.read(among["how_many"]) if among is not None else always(0),
            complications=among.data["among"] if among is not None else {},
        )

    def complication(self, node: Node, slots: Sequence[str]) -> Complication:
        """Elements that evidence carries; `slots` are those of any plot."""
        for slot in node.data.get("needs", {}):
            if slot not in slots:
                self._faults.append(unknown(node["needs"][slot], f"slot: {slot}", slots))
        return Complication(
            complication=node.data["complication"],
            needs=node.data.get("needs", {}),
            carried=tuple(self._draws.fields(element, slots) for element in node["carried"].items()),
        )

    def opening(self, node: Node) -> Opening:
        """How a case came."""
        return Opening(
            opening=node.data["opening"],
            weight=node.data.get("weight", 1),
            updates=self._updates(node),
            told_at_once=tuple(node.data.get("told_at_once", ())),
        )

    def move(self, node: Node, phases: Sequence[str]) -> Move:
        """How a phase follows."""
        asked = node.data.get("from", {"phase": "", "question": "", "subject": CASE})
        for name in [node.data["to"], asked["phase"]]:
            if name and name not in phases:
                self._faults.append(
                    node.fault(f"'{name}' is no phase of a paper", f"one of {', '.join(phases)}")
                )
        return Move(
            to=node.data["to"],
            phase=asked["phase"],
            question=asked["question"],
            subject=asked["subject"],
            ways={
                way.data.get("option", ""): tuple(self._way(path) for path in way["one_of"].items())
                for way in node["ways"].items()
            },
        )

    def _slot(self, node: Node, slots: Sequence[str]) -> Slot:
        variants = node["variants"].items() if "variants" in node else ()
        return Slot(
            slot=node.data["slot"],
            chance=node.data.get("chance", 100),
            bare=node.data.get("bare", False),
            has=self._fields(node, "has"),
            links=self._links(node, slots),
            variants=tuple(
                Variant(
                    variant.data.get("weight", 1), self._fields(variant, "has"), self._links(variant, slots)
                )
                for variant in variants
            ),
        )

    def _links(self, node: Node, slots: Sequence[str]) -> Mapping[str, str]:
        links: dict[str, str] = node.data.get("links", {})
        for name, slot in links.items():
            if slot not in slots:
                self._faults.append(unknown(node["links"][name], "slot of this plot", slots))
        return links

    def _way(self, node: Node) -> Way:
        return Way(
            called=node.data["called"],
            weight=node.data.get("weight", 1),
            needs=node.data.get("if", {}),
            when=self._conditions.read(node.get("when"), CASE),
            updates=self._updates(node),
            condition=self._conditions.tree(node.get("when"), CASE),
        )

    def _updates(self, node: Node) -> tuple[Update, ...]:
        updates = node["updates"].items() if "updates" in node else ()
        return tuple(self._update(update) for update in updates)

    def _update(self, node: Node) -> Update:
        each = node.data.get("each")
        if each not in (None, self._makes.cast, self._makes.carried):
            self._faults.append(
                unknown(node["each"], "list of this pack", [self._makes.cast, self._makes.carried])
            )
        return Update(
            set=node.data["set"],
            to=self._draws.read(node["to"]),
            each=each,
            where=node.data.get("where", {}),
            when=self._conditions.read(node.get("when"), CASE if each is None else each),
            condition=self._conditions.tree(node.get("when"), CASE if each is None else each),
        )

    def _fields(self, node: Node, key: str) -> dict[str, Any]:
        return self._draws.fields(node[key]) if key in node else {}
