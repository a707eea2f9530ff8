"""docs/keys.md, made from the program: `python -m tests.docs.keys_page` writes it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.tui.app import SimulatorApp
from simulator.tui.keys import all_actions, told
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.tui.keys import Action

PAGE = ROOT / "docs" / "keys.md"
PARTS = {"list", "ticks", "table", "text", "line", "page", "button"}
"""Keys that move about in lists, tables and texts, as they do everywhere."""
INTRODUCTION = """\
# Every key

This page is made from the program (`python -m tests.docs.keys_page`). There, `F1` tells the keys of the screen that you
are on, *Settings*, *Keys* gives an action another key, and `Ctrl+P` does any of them by its name. What is chosen in
*Keys* is kept in `preferences.json`, by the id in the last column.

Arrow keys, Page Up and Page Down, Home and End move about in lists, tables and texts; where you type, the keys are
those that editors have. These can be given other keys as well.
"""


def page() -> str:
    """The page as the keys are now."""
    actions = [action for action in all_actions(SimulatorApp) if action.group not in PARTS]
    sections = [
        "\n".join(_section(place, group)) for place, group in groupby(actions, lambda each: each.place)
    ]
    return "\n".join([INTRODUCTION, *sections])


def _section(place: str, actions: Iterator[Action]) -> Iterator[str]:
    yield f"## {place}"
    yield ""
    yield "| key | what | | id |"
    yield "|---|---|---|---|"
    for action in actions:
        more = "" if action.tooltip == action.title else action.tooltip
        yield f"| {told(action.keys)} | {action.title} | {more} | `{action.id}` |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
