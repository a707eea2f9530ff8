"""How a session stands: to be gone on with, finished, or skipped without a result."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from simulator.store.faults import StoreFault
from tests.store.stores import event, left_in

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.store import Store

BEGUN = [event(1, "case_begun", title="a case that was skipped"), event(2)]


def unfinished(store: Store) -> list[str]:
    return [one.session for one in store.unfinished()]


def test_a_skipped_session_is_not_to_be_gone_on_with(store: Store) -> None:
    store.append("s", BEGUN)
    store.append("s", [event(3, "skipped")])
    assert unfinished(store) == []


def test_a_skipped_session_that_is_resumed_is_to_be_gone_on_with(store: Store) -> None:
    store.append("s", [*BEGUN, event(3, "skipped")])
    store.append("s", [event(4, "resumed")])
    assert unfinished(store) == ["s"]
    assert len(store.load("s")) == 4


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["skipped", "resumed", "finished"], []),
        (["skipped", "resumed", "skipped"], []),
        (["left", "resumed"], ["s"]),
        (["skipped", "resumed", "left"], ["s"]),
    ],
)
def test_the_last_of_what_happened_tells(store: Store, kinds: list[str], expected: list[str]) -> None:
    store.append("s", [event(seq, kind) for seq, kind in enumerate(kinds, 1)])
    assert unfinished(store) == expected


def test_appending_again_what_was_skipped_does_not_skip_it_again(store: Store) -> None:
    skipped = event(3, "skipped")
    store.append("s", [*BEGUN, skipped, event(4, "resumed")])
    store.append("s", [skipped])
    store.append("s", [skipped, event(4, "resumed"), event(5)])
    assert unfinished(store) == ["s"]


def test_a_sweep_discards_what_was_skipped_and_nothing_else(store: Store, path: Path) -> None:
    store.append("skipped", [*BEGUN, event(3, "rationale_given", text="a thought"), event(4, "skipped")])
    store.append("open", [event(1)])
    store.append("done", [event(1), event(2, "finished")])
    store.sweep()
    assert b"a case that was skipped" not in left_in(path)
    assert b"a thought" not in left_in(path)
    with pytest.raises(StoreFault, match="holds no session skipped"):
        store.load("skipped")
    assert store.load("open") == [event(1)]
    assert len(store.load("done")) == 2


def test_a_row_that_was_changed_has_nothing_swept(store: Store, path: Path) -> None:
    store.append("done", [event(1), event(2, "finished")])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE sessions SET standing = 'skipped'")
    store.sweep()
    assert len(store.load("done")) == 2


def test_going_on_with_what_another_program_swept_is_a_sentence(store: Store) -> None:
    store.append("s", [*BEGUN, event(3, "skipped")])
    store.sweep()
    with pytest.raises(StoreFault, match="open the session again"):
        store.append("s", [event(4, "resumed")])
    assert unfinished(store) == []
