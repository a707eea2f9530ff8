"""Which cases a learner has met, looked up one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.store.store import Store


class MetIn:
    """The ids of the cases that the store's learner ever began; raises StoreFault."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, case: object) -> bool:
        return isinstance(case, str) and self._store.met(case)
