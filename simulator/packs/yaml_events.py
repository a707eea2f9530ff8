"""The events of a YAML text: from libyaml, or from PyYAML's own Python where libyaml is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

if TYPE_CHECKING:
    import yaml

try:
    from yaml._yaml import CParser
except ImportError:
    CParser = None  # type: ignore[assignment, misc]


class Events(Protocol):
    """Gives one event at a time; never composes a node nor constructs a value."""

    def get_event(self) -> yaml.Event | None: ...


class _PythonParser(Reader, Scanner, Parser):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def events_of(text: str) -> Events:
    """The events of `text`, ending with a StreamEndEvent; reading one may raise yaml.YAMLError."""
    return _PythonParser(text) if CParser is None else CParser(text)


def spot_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1, where an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
