"""What can be done on a screen at the moment: by what has the focus, by the screen, and from anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.actions import parse
from textual.screen import Screen

from simulator.tui.keys import bindings_of, keys_of, split, told
from simulator.tui.safe_app import SafeApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding
    from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class Possible:
    """An action, the keys it has now, and where it is carried out."""

    id: str
    title: str
    tooltip: str
    keys: str
    action: str
    node: DOMNode

    @property
    def group(self) -> str:
        """What it belongs to: the part of its id before the dot."""
        return self.id.partition(".")[0]


def possible_on(screen: Screen[Any]) -> list[Possible]:
    """Every action of `screen` that can be done now: the screen's own first, then those from anywhere."""
    focused = list(_nodes(screen))
    nodes: list[DOMNode] = [screen, *focused, screen.app]
    found = [
        _possible(binding, node)
        for node in nodes
        for binding in bindings_of(type(node))
        if binding.id is not None and _can(node, binding.action)
    ]
    return sorted(found, key=lambda each: each.group == "app")


def helps_of(screen: Screen[Any]) -> Iterator[str]:
    """What `screen` is for, and then what has the focus is for."""
    for node in (screen, *_nodes(screen)):
        text = getattr(node, "HELP", None)
        if isinstance(text, str):
            yield text


def _nodes(screen: Screen[Any]) -> Iterator[DOMNode]:
    """What has the focus on `screen`, and what holds it."""
    for node in screen.focused.ancestors_with_self if screen.focused is not None else ():
        if isinstance(node, Screen):
            return
        yield node


def _can(node: DOMNode, action: str) -> bool:
    namespace, name, parameters = parse(action)
    where = {"app": node.app, "screen": node.screen}.get(namespace, node)
    return bool(where.check_action(name, parameters))


def _possible(binding: Binding, node: DOMNode) -> Possible:
    name = binding.id or ""
    keymap = node.app.preferences.keys if isinstance(node.app, SafeApp) else {}
    keys = split(keymap[name]) if keymap.get(name) else keys_of(binding)
    tooltip = binding.tooltip or binding.description
    return Possible(name, binding.description, tooltip, told(keys), binding.action, node)
