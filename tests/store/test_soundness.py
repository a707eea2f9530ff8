"""What is wrong with a store, said before anything is done to it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from simulator.store.backups import back_up
from simulator.store.looking import looking_at
from simulator.store.schema import APPLICATION_ID, VERSION
from simulator.store.soundness import look_at
from simulator.store.store import Store
from tests.store.stores import event, make_version_1, make_version_2, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def kept(path: Path) -> Path:
    """A closed store with a session of thirty events."""
    store = Store(path)
    store.append("s", [event(seq, question="q" * 300) for seq in range(1, 31)])
    store.close()
    return path


def codes(path: Path) -> set[str]:
    return {fault.code for fault in look_at(path).faults}


def everything(path: Path) -> dict[str, tuple[bytes, int]]:
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.parent.iterdir()}


def edited(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def header(at: int, value: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[at : at + len(value)] = value
        path.write_bytes(whole)

    return write


def halve(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "emptied": (lambda path: path.write_bytes(b""), "empty"),
    "halved": (halve, "cut"),
    "cut within a page": (lambda path: os.truncate(path, path.stat().st_size - 7), "cut"),
    "cut within its header": (lambda path: os.truncate(path, 50), "cut"),
    "all zeros": (lambda path: path.write_bytes(bytes(path.stat().st_size)), "zeroed"),
    "another text": (lambda path: path.write_text("words " * 99), "not-a-store"),
    "another program's": (header(68, b"abcd"), "foreign"),
    "of a newer version": (header(60, (VERSION + 1).to_bytes(4, "big")), "newer"),
    "a page of zeros": (header(4096 * 5, bytes(4096)), "pages"),
    "an event that is none": (
        lambda path: edited(path, "UPDATE events SET event = '{' WHERE seq = 3"),
        "event",
    ),
    "a gap": (lambda path: edited(path, "DELETE FROM events WHERE seq = 3"), "gap"),
    "a changed event": (
        lambda path: edited(
            path, "UPDATE events SET event = replace(event, 'answer', 'otherw') WHERE seq = 3"
        ),
        "chain",
    ),
    "a folder": (a_folder, "no-file"),
}


@pytest.mark.parametrize(("damage", "code"), DAMAGE.values(), ids=DAMAGE)
def test_each_damage_is_found_and_nothing_is_changed(
    kept: Path, damage: Callable[[Path], object], code: str
) -> None:
    damage(kept)
    for one in kept.parent.glob("*-wal"):
        one.unlink()
    before = everything(kept) if kept.is_file() else None
    looked = look_at(kept)
    assert code in {fault.code for fault in looked.faults}
    assert all(fault.said and fault.remedy for fault in looked.faults)
    assert before is None or everything(kept) == before


def test_a_sound_store_has_no_faults_and_its_chain_holds(kept: Path) -> None:
    before = everything(kept)
    looked = look_at(kept)
    assert (looked.there, looked.sound, looked.version) == (True, True, VERSION)
    assert [chain.places for chain in looked.chains] == [30]
    assert everything(kept) == before


def test_a_store_that_is_not_there_is_not_made(path: Path) -> None:
    looked = look_at(path)
    assert (looked.there, looked.sound) == (False, True)
    assert not path.parent.exists()


def test_a_log_without_its_store_is_told_of(kept: Path) -> None:
    kept.unlink()
    kept.with_name(kept.name + "-wal").write_bytes(b"frames")
    assert codes(kept) == {"log-without-store"}


def test_a_store_in_use_is_sound_and_left_alone(store: Store, path: Path) -> None:
    store.append("s", [event(1)])
    assert path.with_name(path.name + "-wal").stat().st_size
    before = everything(path)
    assert look_at(path).sound
    assert [chain.places for chain in look_at(path).chains] == [1]
    assert {**everything(path), path.name + "-shm": None} == {**before, path.name + "-shm": None}


@pytest.mark.parametrize("index", [True, False])
def test_what_a_sudden_end_left_in_the_log_is_seen_and_stays_there(
    store: Store, path: Path, tmp_path: Path, index: bool
) -> None:
    store.append("s", [event(1)])
    left = tmp_path / "left"
    shutil.copytree(path.parent, left)
    copied = left / path.name
    if not index:
        copied.with_name(path.name + "-shm").unlink()
    before = everything(copied)
    looked = look_at(copied)
    assert looked.sound
    assert [chain.places for chain in looked.chains] == [1]
    changing = path.name + "-shm"
    assert copied.with_name(changing).exists() == index
    assert {**everything(copied), changing: None} == {**before, changing: None}


@pytest.mark.parametrize("make", [make_version_1, make_version_2])
def test_a_store_of_an_earlier_version_is_sound(
    path: Path, make: Callable[[Path, dict[str, list[dict[str, object]]]], None]
) -> None:
    make(path, {"s": [event(1), event(2)]})
    assert look_at(path).sound
    edited(path, "DELETE FROM events WHERE seq = 1")
    assert codes(path) == {"gap"}


def test_what_to_do_names_the_newest_backup_that_is_sound(kept: Path) -> None:
    first = back_up(kept)
    assert first is not None
    store = Store(kept)
    store.append("s", [event(31)])
    store.close()
    second = back_up(kept)
    assert second is not None
    halve(kept)
    assert str(second) in look_at(kept).faults[0].remedy
    header(5000, b"xx")(second)
    assert str(first) in look_at(kept).faults[0].remedy
    assert f"simulator salvage {kept}" in look_at(kept).faults[0].remedy


def test_many_faults_of_a_kind_are_counted(kept: Path) -> None:
    edited(kept, "UPDATE events SET event = '{'")
    said = [fault.said for fault in look_at(kept).faults if fault.code == "event"]
    assert len(said) == 21
    assert said[-1].startswith("10 more such faults")


def test_nothing_can_be_written_by_a_look(kept: Path) -> None:
    with looking_at(kept) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM events")
    assert raw(kept, "PRAGMA application_id") == [(APPLICATION_ID,)]


def test_a_path_with_braces_is_named_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "{path}{0}?x=1#y%20.sqlite"
    store = Store(path)
    store.append("s", [event(1)])
    store.close()
    assert look_at(path).sound
    halve(path)
    assert str(path) in look_at(path).faults[0].said
