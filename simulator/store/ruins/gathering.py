"""What a damaged store, or a backup, still holds: rows told apart by their form, for nothing else is to be trusted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from simulator.store.linking import Linked, is_hash
from simulator.store.ruins.cells import rows_in
from simulator.store.ruins.pages import bytes_of, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.ruins.cells import Row
    from simulator.store.ruins.pages import Bytes


class Text(NamedTuple):
    """A text under a name and a number: an event, words, or an entry; None for words that are wiped."""

    text: str | None
    current: bool


@dataclass(slots=True)
class Gathered:
    """The rows of one file, by their keys; of each there may be several, for pages are replaced and damaged.

    `texts` are of sessions, of classes and of journals: which, the chain tells, or the text itself. `learners`,
    `sessions`, `classes` and `names` are as they were last; `salts` are all that a learner was ever seen to have.
    """

    source: str
    chain: dict[str, dict[int, list[Linked]]] = field(default_factory=lambda: defaultdict(dict))
    texts: dict[tuple[str, int], list[Text]] = field(default_factory=lambda: defaultdict(list))
    salts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    learners: dict[str, Row] = field(default_factory=dict)
    sessions: dict[str, Row] = field(default_factory=dict)
    classes: dict[str, Row] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    rows: int = 0

    def take(self, row: Row, *, current: bool) -> None:
        """Put a row where its form says that it belongs; one of no known form is left out."""
        match row:
            case (str(name), int(number), str() | None as text):
                self.texts[name, number].append(Text(text, current))
            case (str(learner), int(at), str(session), int(seq), str(committed), words, str(link)) if (
                _is_link(committed, words, link)
            ):
                places = self.chain[learner].setdefault(at, [])
                linked = Linked(at, session, seq, committed, words if isinstance(words, str) else None, link)
                if linked not in places:
                    places.append(linked)
            case (str(learner), pseudonym, salt, str(), erased, int(), str()) if _all_text(
                pseudonym, salt, erased
            ):
                self.learners[learner] = row
                if isinstance(salt, str) and is_hash(salt) and salt not in self.salts[learner]:
                    self.salts[learner].append(salt)
            case (str(session), begun, last, str(), int(), *_) if _all_text(begun, last):
                self.sessions[session] = row
            case (str(class_), begun, last, str(), str()) if _all_text(begun, last):
                self.classes[class_] = row
            case (str(learner), str(name)):
                self.names[learner] = name
            case _:
                return
        self.rows += 1


class Busy(Exception):
    """Another program writes to the file all the time, so that it cannot be read as it is at one moment."""


def gathered(path: Path, source: str) -> Gathered:
    """Everything that can be read of the file at `path` and its log.

    Raises OSError where that cannot be read, and Busy.
    """
    read = bytes_of(path)
    if read is None:
        raise Busy
    best = Gathered(source)
    for size in read.sizes:
        found = _gathered(read, source, size)
        if found.rows > best.rows:
            best = found
    return best


def _gathered(read: Bytes, source: str, size: int) -> Gathered:
    pages = pages_of(read, size)
    found = Gathered(source)
    for number, page, current in pages.each():
        for row in rows_in(number, page, pages.current):
            found.take(row, current=current)
    return found


def _all_text(*values: object) -> bool:
    return all(value is None or isinstance(value, str) for value in values)


def _is_link(*values: object) -> bool:
    return all(value is None or is_hash(value) for value in values)
