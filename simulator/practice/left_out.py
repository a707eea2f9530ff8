"""The cases that are left out of every figure, as the record lists them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from simulator.errors.text import clean
from simulator.practice.played import played_in
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.practice.played import Played
    from simulator.store.store import Store

LISTED: Final = 20
"""Cases that are listed, those that were left out last."""


def left_out_of(store: Store, guidance: str) -> list[tuple[Played, str]]:
    """The last ones of a guidance, the latest last, each with the reason; damaged ones are passed over."""
    return list(islice(_latest_first(store, guidance), LISTED))[::-1]


def _latest_first(store: Store, guidance: str) -> Iterator[tuple[Played, str]]:
    for session, reason in reversed(store.left_out().items()):
        try:
            begun, *_, ended = store.load(session)
        except (StoreFault, ValueError):  # damaged, or without an end
            continue
        data = begun.get("data")
        if isinstance(data, dict) and data.get("guidance") == guidance:
            yield played_in(session, begun, ended), reason


def guidance_of(store: Store, session: str) -> str:
    """The guidance under which a case was begun, cleaned; empty where it does not say, or is damaged."""
    try:
        begun = store.load(session)[0]
        name = begun["data"].get("guidance")
    except (StoreFault, ValueError, LookupError, TypeError, AttributeError):
        return ""
    return clean(name) if isinstance(name, str) else ""
