"""The cases that are begun and not finished, and for what each is played."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.practice.why_played import place_in_test
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.practising import Stage
    from simulator.store.store import Store


def left_in(store: Store, guidance: str) -> Mapping[str, Mapping[str, Any]]:
    """For what the unfinished cases of a guidance are played, by session, the one gone on with last first.

    One that does not say so, or is damaged, is passed over.
    """
    found = ((one.session, _purpose(store, one.session, guidance)) for one in store.unfinished())
    return {session: purpose for session, purpose in found if purpose}


def left_of_test(left: Mapping[str, Mapping[str, Any]], stage: Stage) -> str | None:
    """The session of a case of a test that is to be gone on with, of those that `left_in` gave."""
    for session, purpose in left.items():
        place = place_in_test(purpose)
        if place is not None and place.stage == stage:
            return session
    return None


def _purpose(store: Store, session: str, guidance: str) -> Mapping[str, Any]:
    try:
        data = store.load(session)[0]["data"]
        purpose = data.get("purpose") if data.get("guidance") == guidance else None
    except (StoreFault, ValueError, LookupError, TypeError, AttributeError):
        return {}
    return purpose if isinstance(purpose, dict) else {}
