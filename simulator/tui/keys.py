"""Every key of the terminal UI: what it does and where, and which keys a person may give to what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.dom import DOMNode

ROOMS = {
    "simulator.tui.screens": "",
    "simulator.tui.widgets": "",
    "simulator.tui.keyed": "",
    "simulator.tui.classroom.learner": "Class",
    "simulator.tui.classroom.console": "Console",
    "simulator.tui.classroom.projector": "Projector",
}
"""Where screens and their parts are declared, and what those are called that are seen in a class only."""
PLACES = {
    "app": "Everywhere",
    "screen": "On every screen",
    "home": "Opening screen",
    "today": "What is due",
    "record": "Record",
    "packs": "Choice of a pack",
    "case-list": "Choice of a case",
    "new-case": "New case",
    "case": "Case",
    "chooser": "Choice of options",
    "reasons": "Reasons",
    "ask": "Questions",
    "question": "Questions",
    "before-made": "Before a case made for you",
    "correction": "Correction of the record",
    "save-record": "Saving the record",
    "list": "In lists",
    "ticks": "In lists to tick",
    "table": "In tables",
    "text": "In texts to type in",
    "line": "In lines to type in",
    "page": "In texts to read",
    "button": "On buttons",
    "console": "Everywhere",
    "projector": "Everywhere",
    "joining": "Joining",
    "lobby": "Lobby",
    "results": "The votes",
    "stepped-out": "Stepped out",
    "farewell": "At the end",
    "gathering": "Before the first case",
    "choice": "A choice",
    "key": "The key of a case",
    "conduct": "Conducting a case",
    "words": "Words to write",
    "learners": "Learners",
    "departures": "Departures",
    "discuss": "Where they differ",
    "join": "How to join",
    "ended": "After a case",
    "parting": "Ending the class",
    "notice": "At the end",
    "left-words": "Words left over",
}
"""How a place is called, by what stands before the dot in an id; others are called as they are."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that keys do. `keys` are those it has unless the person gave it others."""

    id: str
    title: str
    tooltip: str
    keys: tuple[str, ...]
    everywhere: bool
    on_screen: bool
    """Whether a screen declares it, and no part of one."""
    beside: frozenset[str] = frozenset()
    """The groups of all that the screens do which it is on."""
    room: str = ""
    """What the screens of a class are called that it is on; empty where it is on others."""

    @property
    def group(self) -> str:
        """What it belongs to."""
        return group_of(self.id)

    @property
    def place(self) -> str:
        """Where it can be done, in words."""
        place = place_of(self.group)
        return f"{self.room}: {place[:1].lower()}{place[1:]}" if self.room else place

    def keys_in(self, keymap: Mapping[str, str]) -> tuple[str, ...]:
        """The keys it has with those that the person gave."""
        own = keymap.get(self.id)
        return split(own) if own else self.keys


def group_of(name: str) -> str:
    """The part of an id before the dot."""
    return name.partition(".")[0]


def place_of(group: str) -> str:
    """How the place of a group is called."""
    return PLACES.get(group, group.replace("-", " ").capitalize())


def split(keys: str) -> tuple[str, ...]:
    """Keys that are listed with commas."""
    return tuple(key for key in map(str.strip, keys.split(",")) if key)


def bindings_of(part: type[DOMNode]) -> Iterator[Binding]:
    """The bindings that a class declares and inherits, its own first; an id comes once."""
    seen = set()
    for each in part.__mro__:
        for binding in each.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id not in seen:
                seen.add(binding.id)
                yield binding
        if not getattr(each, "_inherit_bindings", True):
            return


def all_actions(app: type[DOMNode]) -> list[Action]:
    """Every action of an app, of all screens and of their parts, once each; imports all of them."""
    found: dict[str, Action] = {}
    for part, room in ((app, ""), *_parts()):
        bindings = {binding.id: binding for binding in bindings_of(part) if binding.id is not None}
        groups = frozenset(map(group_of, bindings)) if issubclass(part, Screen) else frozenset()
        for name, binding in bindings.items():
            action = found.get(name) or _action(binding, part, room)
            found[name] = replace(action, beside=action.beside | groups)
    return sorted(found.values(), key=_order)


def _order(action: Action) -> tuple[int, int, str]:
    rooms, places = list(ROOMS.values()), list(PLACES)
    known = action.group in PLACES
    return rooms.index(action.room), places.index(action.group) if known else len(places), action.group


def _parts() -> Iterator[tuple[type[DOMNode], str]]:
    """Every app, screen and part of a screen, and what its room is called."""
    for room, name in ROOMS.items():
        for module in iter_modules(import_module(room).__path__, f"{room}."):
            for each in vars(import_module(module.name)).values():
                is_part = isinstance(each, type) and issubclass(each, App | Widget)
                if is_part and each.__module__ == module.name:
                    yield each, name


def _action(binding: Binding, part: type[DOMNode], room: str) -> Action:
    return Action(
        binding.id or "",
        binding.description,
        binding.tooltip,
        keys_of(binding),
        everywhere=binding.priority and not issubclass(part, Widget),
        on_screen=issubclass(part, Screen),
        room=room,
    )


def keys_of(binding: Binding) -> tuple[str, ...]:
    """The keys of a binding, as they are called when they are pressed."""
    return tuple(each.key for each in Binding.make_bindings([binding]))


def in_the_way(
    actions: Iterable[Action], wanted: Action, key: str, keymap: Mapping[str, str]
) -> Action | None:
    """What already has `key` where `wanted` can be done; None where it is free."""
    for action in actions:
        if action.id != wanted.id and key in action.keys_in(keymap) and _meet(action, wanted):
            return action
    return None


def clashes(actions: Sequence[Action], keymap: Mapping[str, str]) -> list[str]:
    """A sentence on each key of the person's own that something else has as well."""
    found = {}
    for action in actions:
        for key in action.keys_in(keymap) if action.id in keymap else ():
            other = in_the_way(actions, action, key, keymap)
            if other is not None:
                one, two = sorted((action, other), key=lambda each: each.id)
                found[one.id, two.id, key] = (
                    f"The key {called(key)} is that of “{one.title}” and of “{two.title}” ({two.place}): "
                    "change one of them in Settings, under Keys."
                )
    return list(found.values())


def _meet(one: Action, other: Action) -> bool:
    """Whether both can be wanted at the same moment, as far as is known beforehand."""
    if one.room and other.room and one.room != other.room:
        return False
    if one.everywhere or other.everywhere or one.group == other.group:
        return True
    return one.on_screen != other.on_screen or other.group in one.beside


def told(keys: Sequence[str]) -> str:
    """Keys for a person to read."""
    return " or ".join(map(called, keys)) if keys else "no key"


def called(key: str) -> str:
    """What stands on a key."""
    *with_, last = key.split("+") if len(key) > 1 else [key]
    words = {
        "question_mark": "?", "slash": "/", "escape": "Esc", "pageup": "Page Up", "pagedown": "Page Down",
        "right_square_bracket": "]", "left_square_bracket": "[", "full_stop": ".", "comma": ",", "minus": "-",
        "plus": "+", "space": "Space", "enter": "Enter", "tab": "Tab", "backspace": "Backspace", "delete": "Delete",
        "home": "Home", "end": "End", "up": "↑", "down": "↓", "left": "←", "right": "→",
    }  # fmt: skip
    name = words.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    return "+".join(
        [*(each.capitalize() for each in with_), name.upper() if with_ and len(name) == 1 else name]
    )
