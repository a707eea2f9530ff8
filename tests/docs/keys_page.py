"""docs/keys.md, made from the program: `python -m tests.docs.keys_page` writes it."""

from __future__ import annotations

from importlib import import_module
from itertools import groupby
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from simulator.tui.app import SimulatorApp
from simulator.tui.keys import PLACES, Action, all_actions, bindings_of, keys_of, place_of, told
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE = ROOT / "docs" / "keys.md"
PARTS = {"list", "ticks", "table", "text", "line", "page", "button"}
"""Keys that move about in lists, tables and texts, as they do everywhere."""
CLASS = {
    "console": "In a class, for the facilitator",
    "learner": "In a class, for learners",
    "projector": "In a class, on the projector",
}
"""The rooms of a class's screens, and whose they are."""
INTRODUCTION = """\
# Every key

This page is made from the program (`python -m tests.docs.keys_page`). There, `F1` tells the keys of the screen that you
are on, *Settings*, *Keys* gives an action another key, and `Ctrl+P` does any of them by its name. What is chosen in
*Keys* is kept in `preferences.json`, by the id in the last column.

Arrow keys, Page Up and Page Down, Home and End move about in lists, tables and texts; where you type, the keys are
those that editors have. These can be given other keys as well.

The keys of a class stand at the end. *Settings*, *Keys* gives them others, too; they hold the next time that you host a
class or join one.
"""


def page() -> str:
    """The page as the keys are now."""
    actions = [each for each in all_actions(SimulatorApp) if not each.room and each.group not in PARTS]
    sections = [
        "\n".join(_section(f"## {place}", group))
        for place, group in groupby(actions, lambda each: each.place)
    ]
    return "\n".join([INTRODUCTION, *sections, *map("\n".join, map(_of_class, CLASS))])


def class_actions(room: str) -> list[Action]:
    """What the keys of a class's screens do beyond what they do in any case, by their places."""
    usual = {action.id: action for action in all_actions(SimulatorApp) if not action.room}
    found: dict[str, Action] = {}
    for part in _parts(f"simulator.tui.classroom.{room}"):
        for binding in bindings_of(part):
            name, keys = binding.id or "", keys_of(binding)
            made = Action(name, binding.description, binding.tooltip, keys, False, issubclass(part, Screen))
            known = usual.get(name)
            if known is None or (known.title, known.tooltip) != (made.title, made.tooltip):
                found.setdefault(name, made)
    order = list(PLACES)
    return sorted(
        found.values(), key=lambda each: order.index(each.group) if each.group in order else len(order)
    )


def _parts(room: str) -> Iterator[type[App[object] | Widget]]:
    for module in iter_modules(import_module(room).__path__, f"{room}."):
        for each in vars(import_module(module.name)).values():
            is_part = isinstance(each, type) and issubclass(each, App | Widget)
            if is_part and each.__module__ == module.name:
                yield each


def _of_class(room: str) -> Iterator[str]:
    yield f"## {CLASS[room]}"
    yield ""
    for group, actions in groupby(class_actions(room), lambda action: action.group):
        yield from _section(f"### {place_of(group)}", actions)


def _section(heading: str, actions: Iterable[Action]) -> Iterator[str]:
    yield heading
    yield ""
    yield "| key | what | | id |"
    yield "|---|---|---|---|"
    for action in actions:
        more = "" if action.tooltip == action.title else action.tooltip
        yield f"| {told(action.keys)} | {action.title} | {more} | `{action.id}` |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
