"""docs/keys.md says what the program's keys say, and no page names a key that is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from simulator.tui.app import SimulatorApp
from simulator.tui.keys import all_actions, called
from tests.docs.keys_page import CLASS, PAGE, class_actions, page
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = re.compile(r"`(F\d+|Ctrl\+[A-Z]|Esc|Enter|Space|Tab|Delete|[a-z0-9/?])`")
GROUPS = re.compile(r"<!-- keys: ([a-z -]+) -->")
EVERYWHERE = {"app", "screen"}
KEYS = {
    (action.group, called(key).lower())
    for action in all_actions(SimulatorApp)
    if not action.room
    for key in action.keys
} | {
    ("class" if action.group == "app" else action.group, called(key).lower())
    for room in CLASS
    for action in class_actions(room)
    for key in action.keys
}  # fmt: skip
"""By the group; what can be done everywhere in a class, and nowhere else, is of the group `class`."""


def named(text: str) -> Iterator[tuple[set[str], str]]:
    """The keys that a page names, each with the groups in which its section says that it is."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE):
        of_section = GROUPS.search(section)
        groups = EVERYWHERE | set(of_section[1].split() if of_section else ())
        yield from ((groups, key) for key in KEY.findall(section))


def unbound(text: str) -> list[str]:
    return [key for groups, key in named(text) if not any((group, key.lower()) in KEYS for group in groups)]


def test_the_page_of_keys_is_the_one_that_the_program_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.keys_page`"


@pytest.mark.parametrize("name", ["README.md", "docs/learner.md", "docs/facilitator.md", "docs/class.md"])
def test_every_key_that_a_page_names_does_something_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(list(named(text))) > 4
    assert unbound(text) == []


def test_a_key_of_another_screen_is_found_out() -> None:
    assert unbound("## Settings\n\n<!-- keys: settings -->\n\n`F1`, `Esc`, `u`") == ["u"]
