"""Keys that a part of the toolkit comes with, each given an id and a tooltip, so that it can be told and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.dom import DOMNode

TAKEN = {"ctrl+c", "super+c", "ctrl+q"}
"""Keys that mean the same everywhere."""
WORDS = {
    "Down": "Go down",
    "Up": "Go up",
    "First": "Go to the first",
    "Last": "Go to the last",
    "Page Down": "Go down a page",
    "Page Up": "Go up a page",
    "Page down": "Go down a page",
    "Page up": "Go up a page",
    "Select": "Take what the cursor is on",
    "Toggle option": "Tick or untick what the cursor is on",
    "Scroll Up": "Scroll up",
    "Scroll Down": "Scroll down",
    "Scroll Left": "Scroll left",
    "Scroll Right": "Scroll right",
    "Scroll Home": "Scroll to the top",
    "Scroll End": "Scroll to the bottom",
    "Page Left": "Go left a page",
    "Page Right": "Go right a page",
    "Press button": "Do what the button says",
    "Cursor up": "Go up",
    "Cursor down": "Go down",
    "Cursor left": "Go left",
    "Cursor right": "Go right",
    "Top": "Go to the top",
    "Bottom": "Go to the bottom",
    "Home": "Go to the start of the row",
    "End": "Go to the end of the row",
    "Focus Next": "Go to the next part of the screen",
    "Focus Previous": "Go to the part of the screen before",
    "Submit": "Take what is typed",
}
"""What the toolkit's own short words mean to a person."""


def named(part: type[DOMNode], name: str) -> list[BindingType]:
    """All keys of a `part` of the toolkit as its heirs may declare them; ids are `name.action`."""
    found: dict[str, Binding] = {}
    bound = set(TAKEN)
    for binding in _all_of(part):
        keys = [key for key in map(str.strip, binding.key.split(",")) if key not in bound]
        bound.update(keys)
        if keys and binding.action in found:
            before = found[binding.action]
            found[binding.action] = before.with_key(",".join([before.key, *keys]))
        elif keys:
            found[binding.action] = _named(binding, name, ",".join(keys))
    return list(found.values())


def _all_of(part: type[DOMNode]) -> Iterator[Binding]:
    """The bindings of a class, its own before those that it inherits."""
    for each in part.__mro__:
        for binding in each.__dict__.get("BINDINGS", ()):
            yield binding if isinstance(binding, Binding) else Binding(*binding)
        if not getattr(each, "_inherit_bindings", True):
            break


def _named(binding: Binding, name: str, keys: str) -> Binding:
    words = WORDS.get(binding.description, binding.description.capitalize())
    action = "".join(letter if letter.isalnum() else "-" for letter in binding.action.removesuffix(")"))
    return Binding(
        keys,
        binding.action,
        words,
        show=False,
        id=f"{name}.{action.replace('True', 'select').strip('-')}",
        tooltip=words,
    )
