"""The quick reading of a short YAML text that is good: it explains nothing.

Most of what is read is good, and thousands of files are read at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from simulator.errors.text import first_acting
from simulator.packs.scalars import AMBIGUOUS, DOUBTFUL, plain_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.packs.yaml_events import Events

    GetEvent = Callable[[], Any]

UNREAD: Final = object()
"""Stands for a text that wants the slow reading."""

MOST_DEPTH = 32

_SCALAR = yaml.ScalarEvent
_AROUND = (yaml.StreamStartEvent, yaml.DocumentEndEvent)


class _WantsSlowReading(Exception):
    """The text is none for the quick reading."""


def quick_data(events: Events, *, escapes: bool) -> object:
    """The data of a good text that is too short to pass a limit on size; else `UNREAD`.

    `escapes`: whether the text holds a backslash, and so perhaps characters that nobody has looked at.
    """
    try:
        return _stream(events.get_event, escapes)
    except (_WantsSlowReading, yaml.YAMLError, ValueError, OverflowError):
        return UNREAD


def _stream(get_event: GetEvent, escapes: bool) -> object:
    found: list[object] = []
    while (kind := type(event := get_event())) is not yaml.StreamEndEvent:
        if kind is yaml.DocumentStartEvent:
            if event.version or event.tags:
                raise _WantsSlowReading
        elif kind not in _AROUND:
            found.append(_value(event, get_event, escapes, 1))
    if len(found) != 1:
        raise _WantsSlowReading
    return found[0]


def _value(event: Any, get_event: GetEvent, escapes: bool, depth: int) -> object:
    if type(event) is _SCALAR:
        return _scalar(event, escapes)
    read = _COLLECTIONS.get(type(event))
    if read is None or event.tag is not None or event.anchor is not None or depth > MOST_DEPTH:
        raise _WantsSlowReading
    return read(get_event, escapes, depth)


def _mapping(get_event: GetEvent, escapes: bool, depth: int) -> dict[str, object]:
    found: dict[str, object] = {}
    while type(event := get_event()) is _SCALAR:
        key = _scalar(event, escapes)
        if type(key) is not str or key in found:
            raise _WantsSlowReading
        found[key] = _value(get_event(), get_event, escapes, depth + 1)
    if type(event) is not yaml.MappingEndEvent:
        raise _WantsSlowReading
    return found


def _sequence(get_event: GetEvent, escapes: bool, depth: int) -> list[object]:
    found: list[object] = []
    while type(event := get_event()) is not yaml.SequenceEndEvent:
        found.append(_value(event, get_event, escapes, depth + 1))
    return found


def _scalar(event: Any, escapes: bool) -> object:
    if event.tag is not None or event.anchor is not None:
        raise _WantsSlowReading
    text: str = event.value
    if event.style:
        if escapes and first_acting(text) is not None:
            raise _WantsSlowReading
        return text
    if text[:1] not in DOUBTFUL:
        return text
    value = plain_value(text)
    if value is AMBIGUOUS:
        raise _WantsSlowReading
    return value


_COLLECTIONS: dict[type, Callable[[GetEvent, bool, int], object]] = {
    yaml.MappingStartEvent: _mapping,
    yaml.SequenceStartEvent: _sequence,
}
