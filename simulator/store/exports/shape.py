"""Whether what was read has the shape of a `record/1`, so that it can be gone through without a surprise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from simulator.store.exporting import FORMAT
from simulator.store.journal import FORMAT as ENTRY_FORMAT
from simulator.store.linking import SIZE, is_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

EVENT_FORMAT: Final = "event/1"
LARGEST: Final = 2**53
"""No record has so many places, and every program reads the number as it stands."""
LONGEST_ID: Final = 1000
Path = tuple[str | int, ...]
Kind = tuple["Callable[[Any], bool]", str]


class NotAsDue(Exception):
    """What stands at a path is not what a record has there."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(what)
        self.path = path
        self.what = what


def check_shape(found: object) -> dict[str, Any]:
    """The record; raises NotAsDue."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotAsDue(("format",), f"this is no {FORMAT}")
    _check(found, (), _RECORD)
    for number, place in enumerate(found["chain"]):
        _check(place, ("chain", number), _PLACE)
    for number, session in enumerate(found["sessions"]):
        _check(session, ("sessions", number), _SESSION)
        for at, event in enumerate(session["events"]):
            _check(event, ("sessions", number, "events", at), _EVENT, more=True)
    for number, entry in enumerate(found["journal"]):
        _check(entry, ("journal", number), _ENTRY, more=True)
    return found


def _check(found: object, path: Path, fields: Mapping[str, Kind], *, more: bool = False) -> None:
    """Raise NotAsDue unless it is an object of these fields; others may stand there where it may have `more`."""
    if not isinstance(found, dict):
        raise NotAsDue(path, "this has to be an object")
    for name, (is_due, due) in fields.items():
        if name not in found:
            raise NotAsDue(path, f"the field {name} is missing")
        if not is_due(found[name]):
            raise NotAsDue((*path, name), f"{name} has to be {due}")
    for name in found:
        if not more and name not in fields:
            raise NotAsDue((*path, name), f"the field {name[:40]!r} is unknown")


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable()


def _is_place(value: object) -> bool:
    return type(value) is int and 1 <= value <= LARGEST


_TEXT: Final[Kind] = (lambda value: isinstance(value, str), "a text")
_MAYBE_TEXT: Final[Kind] = (lambda value: value is None or isinstance(value, str), "a text or null")
_ID: Final[Kind] = (_is_id, f"an id: a printable text of 1 to {LONGEST_ID} characters")
_OWNER: Final[Kind] = (
    lambda value: value == "" or _is_id(value),
    f"an id of at most {LONGEST_ID} characters",
)
_COUNT: Final[Kind] = (_is_place, f"a whole number from 1 to {LARGEST}")
_LENGTH: Final[Kind] = (
    lambda value: _is_place(value) or (type(value) is int and value == 0),
    f"a whole number from 0 to {LARGEST}",
)
_HASH: Final[Kind] = (is_hash, f"{2 * SIZE} digits of 0-9 and a-f")
_MAYBE_HASH: Final[Kind] = (
    lambda value: value is None or is_hash(value),
    f"{2 * SIZE} digits of 0-9 and a-f, or null",
)
_HEAD: Final[Kind] = (
    lambda value: value == "" or is_hash(value),
    f"{2 * SIZE} digits of 0-9 and a-f, or empty",
)
_LIST: Final[Kind] = (lambda value: isinstance(value, list), "a list")
_OBJECT: Final[Kind] = (lambda value: isinstance(value, dict), "an object")


def _just(text: str) -> Kind:
    return lambda value: value == text, f'"{text}"'


_RECORD: Final[Mapping[str, Kind]] = {
    "format": _just(FORMAT),
    "learner": _ID,
    "pseudonym": _MAYBE_TEXT,
    "name": _MAYBE_TEXT,
    "made": _TEXT,
    "erased": _MAYBE_TEXT,
    "salt": _MAYBE_HASH,
    "length": _LENGTH,
    "head": _HEAD,
    "chain": _LIST,
    "sessions": _LIST,
    "journal": _LIST,
}
_PLACE: Final[Mapping[str, Kind]] = {
    "position": _COUNT,
    "session": _OWNER,
    "seq": _COUNT,
    "commitment": _HASH,
    "words": _MAYBE_HASH,
    "link": _HASH,
}
_SESSION: Final[Mapping[str, Kind]] = {"session": _ID, "events": _LIST}
_EVENT: Final[Mapping[str, Kind]] = {
    "format": _just(EVENT_FORMAT), "seq": _COUNT, "kind": _TEXT, "data": _OBJECT,
}  # fmt: skip
_ENTRY: Final[Mapping[str, Kind]] = {
    "format": _just(ENTRY_FORMAT), "number": _COUNT, "kind": _TEXT, "data": _OBJECT,
}  # fmt: skip
