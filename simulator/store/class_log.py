"""The log of one class as it is kept: gone through event by event, for of a long class it is large."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from simulator.store.log import event_of
from simulator.store.schema import CLASS_EVENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from simulator.store.access import Access
    from simulator.store.log import Event

AT_ONCE = 500
"""Events that are read at a time."""
_KIND = re.compile(r'\{"format":"[^"]*","seq":\d+,"kind":"([^"]*)"')


class Parted(NamedTuple):
    """The events before the last one of a kind, as far as they are of certain kinds; and that one with all after it."""

    before: Sequence[Event]
    since: Iterator[Event]


class KeptLog:
    """Can be gone through more than once; raises StoreFault where the class is not there, or is damaged."""

    def __init__(self, access: Access, class_: str) -> None:
        self._access = access
        self._class = class_

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Every event, in order."""
        return (self._event(number, text) for number, text in self._texts(1))

    def parted(self, at: str, kinds: Collection[str]) -> Parted:
        """Parted at the last event of the kind `at`, the first of all where there is none such."""
        last, kept = 1, []
        for number, text in self._texts(1):
            kind = self._kind(number, text)
            if kind == at:
                last = number
            if kind in kinds:
                kept.append((number, text))
        before = [self._event(number, text) for number, text in kept if number < last]
        return Parted(before, (self._event(number, text) for number, text in self._texts(last)))

    def _texts(self, first: int) -> Iterator[tuple[int, str]]:
        """The events from a number on as they are kept, each with the number that it should have."""
        events = CLASS_EVENTS.c
        there = True
        number = first
        while there:
            wanted = (
                select(events.event)
                .where(events.class_id == self._class, events.seq >= number)
                .order_by(events.seq)
                .limit(AT_ONCE)
            )
            with self._access.reading() as connection:
                texts = connection.scalars(wanted).all()
            if number == 1 and not texts:
                raise self._access.fault("{path} holds no class {class_}.", class_=self._class)
            yield from enumerate(texts, number)
            number += len(texts)
            there = len(texts) == AT_ONCE

    def _kind(self, number: int, text: str) -> str:
        """Without reading all of it, which takes long."""
        found = _KIND.match(text)
        return found[1] if found is not None else str(self._event(number, text).get("kind"))

    def _event(self, number: int, text: str) -> dict[str, Any]:
        """The event of which `text` is the text; it has to have that number."""
        try:
            event = event_of(text)
        except ValueError:
            event = {}
        if event.get("seq") != number:
            raise self._access.fault(
                "A saved event of the class {class_} in {path} is damaged.", class_=self._class
            )
        return event
