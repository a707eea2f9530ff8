"""Builds plain data from YAML events one by one, and explains everything that it refuses."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from simulator.errors.faults import Fault, InputFault
from simulator.errors.text import first_acting
from simulator.model.schema_check import shown
from simulator.packs.files import file_fault
from simulator.packs.scalars import AMBIGUOUS, DOUBTFUL, plain_value, reading_fault
from simulator.packs.source_text import MOST_FAULTS, acting_fault
from simulator.packs.yaml_events import events_of, spot_of
from simulator.packs.yaml_messages import broken_yaml, place_in
from simulator.packs.yaml_quick import MOST_DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.errors.faults import Place

MOST_VALUES = 20_000
LONGEST_TEXT = 64 * 1024

_WRITE_OUT = "write the values out"

_Collection = list[object] | dict[str, object]


class _StopError(Exception):
    """Nothing more can be known of this file."""


class Builder:
    """Reads one text; faults that leave the rest readable are gathered."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._faults: list[Fault] = []
        self._values = 0
        self._documents = 0
        self._root: list[object] = []
        self._top: _Collection = self._root
        self._key: str | None = None
        self._keys: dict[str, yaml.Event] = {}
        self._above: list[tuple[_Collection, dict[str, yaml.Event]]] = []

    def build(self) -> object:
        """The document's data. Raises InputFault."""
        handlers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._start_list,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._start_document,
        }
        events = events_of(self._text)
        try:
            with suppress(_StopError):  # the fault that stops the reading is among the others
                while not isinstance(event := events.get_event(), yaml.StreamEndEvent | None):
                    if handler := handlers.get(type(event)):
                        handler(event)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._faults.append(broken_yaml(error, self._name, self._text))
        if self._faults:
            raise InputFault(self._faults)
        if not self._root:
            raise file_fault(self._name, "this is empty", "write the document", "empty")
        return self._root[0]

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text: str = event.value
        self._count(event)
        if len(text) > LONGEST_TEXT:
            self._fault(event, "this text is too long", f"keep it to {LONGEST_TEXT} characters", "too-long")
        value: object = text
        if not event.style:
            value = plain_value(text) if text[:1] in DOUBTFUL else text
        elif event.style == '"' and (at := first_acting(text)) is not None:
            self._note(acting_fault(text, at, self._place(event)))
        if self._awaits_key():
            self._take_key(value, event)
        else:
            if value is AMBIGUOUS:
                self._refuse(event)
            self._put(value)

    def _awaits_key(self) -> bool:
        return self._key is None and isinstance(self._top, dict)

    def _put(self, value: object) -> None:
        if isinstance(self._top, list):
            self._top.append(value)
        elif self._key is not None:
            self._top[self._key] = value
            self._key = None

    def _take_key(self, value: object, event: yaml.ScalarEvent) -> None:
        """The next value's key; one that is at fault gives its value a place all the same."""
        key: str = event.value
        if value is AMBIGUOUS:
            self._refuse(event)
        elif not isinstance(value, str):
            what = f"the key {shown(value)} is not text"
            self._fault(event, what, f'put it in quotes: "{shown(key)}"', "not-text-key")
        elif (first := self._keys.get(key)) is not None:
            what = f"the key `{shown(key)}` stands here twice, first in line {spot_of(first)[0]}"
            self._fault(event, what, "keep one of the two", "duplicate-key")
        self._keys.setdefault(key, event)
        self._key = key

    def _start_mapping(self, event: yaml.MappingStartEvent) -> None:
        self._start({}, event)
        self._keys = {}

    def _start_list(self, event: yaml.SequenceStartEvent) -> None:
        self._start([], event)

    def _start(self, new: _Collection, event: yaml.CollectionStartEvent) -> None:
        self._count(event)
        if len(self._above) >= MOST_DEPTH:
            self._stop(event, f"this is more than {MOST_DEPTH} levels deep", "nest less", "too-deep")
        if self._awaits_key():
            self._fault(event, "a key is a list or mapping", "write a text as the key", "not-text-key")
            self._key = ""
        self._put(new)
        self._above.append((self._top, self._keys))
        self._top = new

    def _end(self, _: yaml.CollectionEndEvent) -> None:
        self._top, self._keys = self._above.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._fault(event, f"aliases (*{shown(event.anchor)}) are not read", _WRITE_OUT, "alias")
        if self._awaits_key():
            self._key = ""
        else:
            self._put(None)

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(
                event, "a second document begins here", "keep one document in a file", "second-document"
            )
        if event.version or event.tags:
            self._fault(event, "YAML directives (%) are not read", "take the line out", "directive")

    def _count(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            what = f"this file holds more than {MOST_VALUES} values"
            self._stop(event, what, "spread them over several files", "too-many")
        if event.anchor is not None:
            self._fault(event, f"anchors (&{shown(event.anchor)}) are not read", _WRITE_OUT, "anchor")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(event, f"tags ({shown(tag)}) are not read", "take the tag out", "tag")

    def _refuse(self, event: yaml.ScalarEvent) -> None:
        what, remedy = reading_fault(event.value)
        self._fault(event, what, remedy, "ambiguous")

    def _place(self, event: yaml.Event) -> Place:
        return place_in(self._text, self._name, *spot_of(event))

    def _fault(self, event: yaml.Event, what: str, remedy: str, code: str) -> None:
        self._note(Fault(self._place(event), what, remedy, code))

    def _note(self, fault: Fault) -> None:
        self._faults.append(fault)
        if len(self._faults) >= MOST_FAULTS:
            raise _StopError

    def _stop(self, event: yaml.Event, what: str, remedy: str, code: str) -> NoReturn:
        self._fault(event, what, remedy, code)
        raise _StopError
