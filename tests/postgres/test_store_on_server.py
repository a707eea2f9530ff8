"""The store itself on a server that goes away, and with many programs at once."""

from __future__ import annotations

import threading
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from simulator.store import postgres
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.postgres.cable import cable_to
from tests.postgres.terminating import Terminator
from tests.postgres.together import together

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.postgres.server import Database


@pytest.fixture
def server(postgres: Database) -> Database:
    return postgres


def event(seq: int, kind: str = "answer_given") -> dict[str, Any]:
    return {"format": "event/1", "session": "s", "seq": seq, "kind": kind, "at": None, "data": {}}


def test_ended_at_random_moments_a_session_has_every_answer_once_and_its_chain_holds(
    server: Database,
) -> None:
    store, terminator = Store(server.address), Terminator(server)
    terminator.start()
    for seq in count(1):
        store.append("s", [event(seq)])
        terminator.done()
        if not terminator.is_alive():
            break
    assert store.load("s") == [event(each) for each in range(1, seq + 1)]
    found = store.verify()
    assert (found.broken, found.places) == (None, seq)
    store.close()


@pytest.mark.parametrize("where", ["before", "after"])
def test_where_the_way_is_cut_at_commit_an_answer_is_kept_once(server: Database, where: str) -> None:
    with cable_to(server.server.port) as cable:
        store = Store(cable.address(server.address))
        cable.cut(**{where: b"COMMIT\0"}, times=2)
        store.append("s", [event(1)])
        assert cable.cuts == 2
        assert store.load("s") == [event(1)]
        assert store.verify().places == 1
        store.close()


def test_a_learner_is_told_that_the_server_is_gone_and_goes_on_when_it_is_back(
    server: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SECONDS", 0.1)
    store = Store(server.address)
    store.append("s", [event(1)])
    server.server.stop()
    with pytest.raises(StoreFault, match="does not answer") as told:
        store.append("s", [event(2)])
    assert server.server.password not in str(told.value)
    with pytest.raises(StoreFault, match="does not answer"):
        store.load("s")
    server.server.start()
    store.append("s", [event(2)])
    assert store.load("s") == [event(1), event(2)]
    store.close()


def test_programs_that_start_at_once_have_one_learner(server: Database) -> None:
    def start(_: int) -> str:
        store = Store(server.address)
        learner = store.learner
        store.close()
        return learner

    assert len(set(together(8, start))) == 1


def test_programs_that_write_at_once_lose_nothing_and_none_is_refused(server: Database) -> None:
    Store(server.address).close()

    def write(number: int) -> None:
        store = Store(server.address)
        for seq in range(1, 11):
            store.append(f"s{number}", [event(seq)])
            store.classes.append(f"c{number}", [event(seq)])
        store.close()

    together(16, write)
    store = Store(server.address)
    assert [len(store.load(f"s{number}")) for number in range(16)] == [10] * 16
    assert [len(store.classes.load(f"c{number}")) for number in range(16)] == [10] * 16
    found = store.verify()
    assert (found.broken, found.places) == (None, 160)
    store.close()


def test_programs_that_go_on_with_one_session_or_class_at_once_are_refused_in_a_sentence(
    server: Database,
) -> None:
    Store(server.address).close()
    ready = threading.Barrier(8)

    def write(number: int) -> list[str]:
        store = Store(server.address)
        said = []
        for append in (store.append, store.classes.append):
            mine = [{**event(1), "data": {"by": number}}]
            ready.wait()
            try:
                append("one", mine)
                said.append("kept")
            except StoreFault as fault:
                said.append(str(fault))
        store.close()
        return said

    for said in zip(*together(8, write), strict=True):
        assert said.count("kept") == 1
        assert all("Another program has gone on with" in each for each in said if each != "kept")


@pytest.mark.parametrize("where", ["before", "after"])
def test_where_the_way_is_cut_at_commit_what_a_class_did_is_kept_once(server: Database, where: str) -> None:
    with cable_to(server.server.port) as cable:
        store = Store(cable.address(server.address))
        cable.cut(**{where: b"COMMIT\0"}, times=2)
        store.classes.append("c", [event(1)])
        assert cable.cuts == 2
        assert store.classes.load("c") == [event(1)]
        store.close()


def test_what_waits_for_an_answer_that_never_comes_can_be_hung_up_and_is_kept_once(server: Database) -> None:
    with cable_to(server.server.port) as cable:
        store = Store(cable.address(server.address))
        store.append("s", [event(1)])
        cable.dead = True
        appending = threading.Thread(target=store.append, args=("s", [event(2)]), daemon=True)
        appending.start()
        assert cable.swallowed.wait(60)
        cable.dead = False
        store.access.hang_up()
        appending.join(60)
        assert not appending.is_alive()
        assert store.load("s") == [event(1), event(2)]
        store.access.hang_up()
        store.close()
        store.access.hang_up()


def test_who_tries_again_by_himself_is_told_soon(
    server: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waited: list[float] = []

    def brief(work: Callable[[], Any], *, seconds: float) -> Any:
        waited.append(seconds)
        return work()

    monkeypatch.setattr(postgres, "retrying", brief)
    store, in_file = Store(server.address), Store(tmp_path / "store.sqlite")
    for each in (store, in_file):
        each.access.be_brief()
        each.append("s", [event(1)])
        each.access.hang_up()
        each.close()
    assert waited == [1.0, 0.8]


def test_what_is_erased_is_in_no_file_of_a_table(server: Database) -> None:
    store, another = Store(server.address, "ann"), Store(server.address, "ben")
    for seq in range(1, 4):
        store.append("s", [{**event(seq), "data": {"rationale": f"quite unmistakable {seq}"}}])
        another.append("t", [{**event(seq), "session": "t"}])
    assert b"quite unmistakable 2" in in_tables(server)
    store.erase()
    assert b"quite unmistakable" not in in_tables(server)
    assert len(another.load("t")) == 3
    store.close()
    another.close()


def in_tables(server: Database) -> bytes:
    """All that lies in the files of the database's tables, once the server has written out what it holds."""
    with server.server.admin() as admin:
        admin.execute("CHECKPOINT")
        found = admin.execute("SELECT oid FROM pg_database WHERE datname = %s", (server.name,)).fetchone()
    assert found is not None
    folder = server.server.folder / "data" / "base" / str(found[0])
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())
