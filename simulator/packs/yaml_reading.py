"""YAML read strictly: PyYAML's events only, one document, plain data, every fault with its place."""

from __future__ import annotations

from simulator.model.document import Document
from simulator.packs.source_text import checked_text
from simulator.packs.yaml_builder import LONGEST_TEXT, MOST_VALUES, Builder
from simulator.packs.yaml_events import events_of
from simulator.packs.yaml_positions import positions_of
from simulator.packs.yaml_quick import UNREAD, quick_data

MOST_BYTES = 1 << 20

_SHORT = min(MOST_VALUES, LONGEST_TEXT)
"""A text of no more characters can hold neither too many values nor too long a one."""


def read_yaml(source: str | bytes, name: str) -> Document:
    """The one document in `source`; `name` is what faults call it.

    Plain data: dict with text keys, list, str, int, float, bool, None. Raises InputFault with every
    fault that could be known.
    """
    text = checked_text(source, name, MOST_BYTES)
    data = UNREAD
    if len(text) <= _SHORT:
        data = quick_data(events_of(text), escapes="\\" in text)
    if data is UNREAD:
        data = Builder(name, text).build()
    return Document(name, data, lambda: positions_of(text))
