"""The quick reading of a short YAML text that is good: one tight loop that explains nothing.

Most of what is read is good, and thousands of files are read at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from simulator.errors.text import first_acting
from simulator.packs.scalars import AMBIGUOUS, DOUBTFUL, plain_value

if TYPE_CHECKING:
    from simulator.packs.yaml_events import Events

UNREAD: Final = object()
"""Stands for a text that wants the slow reading."""

MOST_DEPTH = 32

_SCALAR = yaml.ScalarEvent
_STARTS: dict[type, type] = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def quick_data(events: Events, *, escapes: bool) -> object:
    """The data of a good text that is too short to pass a limit on size; else `UNREAD`.

    `escapes`: whether the text holds a backslash, and so perhaps characters that nobody has looked at.
    """
    try:
        return _data(events, escapes)
    except (yaml.YAMLError, ValueError, OverflowError):
        return UNREAD


def _data(events: Events, escapes: bool) -> object:
    get_event = events.get_event
    root: list[Any] = []
    top: Any = root
    key: str | None = None
    above: list[Any] = []
    while True:
        event: Any = get_event()
        kind = type(event)
        if kind is _SCALAR:
            value: Any = event.value
            if not event.style:
                if value[:1] in DOUBTFUL:
                    value = plain_value(value)
            elif escapes and first_acting(value) is not None:
                return UNREAD
        elif kind in _ENDS:
            top = above.pop()
            continue
        elif opened := _STARTS.get(kind):
            value = opened()
        elif kind is yaml.StreamEndEvent:
            return root[0] if len(root) == 1 else UNREAD
        elif _is_unusual(event):
            return UNREAD
        else:
            continue
        if event.tag is not None or event.anchor is not None or value is AMBIGUOUS:
            return UNREAD
        if type(top) is list:
            top.append(value)
        elif key is not None:
            top[key], key = value, None
        elif type(value) is str and value not in top:
            key = value
        else:
            return UNREAD
        if kind is not _SCALAR:
            above.append(top)
            top = value
        if len(above) > MOST_DEPTH:
            return UNREAD


def _is_unusual(event: yaml.Event) -> bool:
    return isinstance(event, yaml.AliasEvent) or bool(
        isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags)
    )
