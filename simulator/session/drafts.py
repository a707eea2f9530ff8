"""Sessions that were left or cut off, as a person may choose to go on with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors.text import clean

if TYPE_CHECKING:
    from simulator.store.store import Store

_UNTITLED = "A case"


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished session: its id, the title of its case, and when it began and was last gone on with."""

    session: str
    title: str
    begun: str
    last: str


def drafts_of(store: Store) -> tuple[Draft, ...]:
    """Every unfinished session, the latest first; raises StoreFault."""
    return tuple(
        Draft(one.session, _title(store, one.session), clean(one.begun or ""), clean(one.last or ""))
        for one in store.unfinished()
    )


def _title(store: Store, session: str) -> str:
    first = store.load(session)[0]
    try:
        return clean(first["data"]["case"]["title"])
    except (LookupError, TypeError):
        return _UNTITLED
