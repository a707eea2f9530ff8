"""The salt lies in one row: where that is damaged, what can be checked without it is, and the rest is said."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from simulator.store.faults import StoreFault
from simulator.store.schema import LEARNERS
from simulator.store.server_soundness import look_at_server
from simulator.store.soundness import look_at
from simulator.store.store import Store
from tests.store.stores import event, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAMAGED = ["", "zz", "00", "0" * 63, "0" * 65, "0" * 400, "Z" * 64, "A" * 64, "é" * 64]
EVENTS = [event(1, "case_begun", case={"id": "one"}), event(2, "rationale_given", text="mine"), event(3)]


def salted(place: Path | str, salt: str) -> Store:
    """A store of which the salt is another."""
    store = Store(place, "ann")
    store.append("a", EVENTS)
    with store.access.transaction() as connection:
        connection.execute(update(LEARNERS).values(salt=salt))
    return store


@pytest.mark.parametrize("salt", DAMAGED)
def test_a_damaged_salt_is_said_and_that_nothing_can_be_checked(place: Path | str, salt: str) -> None:
    with closing(salted(place, salt)) as store:
        broken = store.verify(store.learner).broken
        assert broken is not None
        assert broken.row is not None
        assert (broken.row.table, broken.row.column) == ("learners", "salt")
        assert "cannot be checked" in broken.said
        assert "hold." in broken.said
        looked = look_at_server(place) if isinstance(place, str) else look_at(place)
        assert "The salt of this record is damaged" in looked.faults[0].said


def test_another_salt_is_told_from_one_event_that_was_changed(place: Path | str) -> None:
    with closing(salted(place, "0" * 64)) as store:
        broken = store.verify().broken
        assert broken is not None
        assert "No event of this record fits its salt" in broken.said


def test_what_can_be_checked_without_a_salt_is(path: Path) -> None:
    with closing(salted(path, "zz")) as store:
        raw(path, "UPDATE chain SET link = '00' WHERE position = 2")
        broken = store.verify().broken
        assert broken is not None
        assert (
            "do not hold either (Place 2 of the record: event 2 of the session a was changed)" in broken.said
        )


@pytest.mark.parametrize("salt", DAMAGED)
def test_nothing_is_added_under_a_damaged_salt_and_all_can_be_read_and_exported(
    place: Path | str, salt: str
) -> None:
    with closing(salted(place, salt)) as store:
        doings: tuple[Callable[[], object], ...] = (
            lambda: store.append("a", [event(4)]),
            lambda: store.discard("a"),
            lambda: store.forget_words("a"),
        )
        for do in doings:
            with pytest.raises(StoreFault, match="The salt of this record is damaged"):
                do()
        assert store.fold("progress", 1) is None
        assert store.load("a") == EVENTS
        record = store.export()
        assert record["sessions"] == [{"session": "a", "events": EVENTS}]
        store.erase()
        assert store.verify(store.learner).broken is None
