"""Backups: of one moment, verified, ten kept, and wiped where a learner is erased."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from simulator.store import backup_files, backup_holding, backups
from simulator.store.backup_holding import holding_backups
from simulator.store.backups import back_up, backups_of, erase_in_backups
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.store.stores import event, make_version_1, raw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SECRET = "what a learner thought"


def filled(store: Store, times: int, path: Path) -> list[Path]:
    """That many backups, something changed before each."""
    made = []
    for number in range(1, times + 1):
        store.append("s", [event(number)])
        made.append(back_up(path))
    return [one for one in made if one is not None]


def test_a_backup_is_a_whole_store_in_one_file(store: Store, path: Path) -> None:
    store.append("s", [event(1), event(2)])
    made = back_up(path)
    assert made is not None
    assert made.parent == path.with_name(path.name + "-backups")
    assert [one.name for one in made.parent.iterdir()] == [made.name]
    with closing(Store(made)) as copy:
        assert copy.load("s") == [event(1), event(2)]
        assert copy.verify() == store.verify()


def test_nothing_is_made_where_nothing_changed(store: Store, path: Path) -> None:
    store.append("s", [event(1)])
    first = back_up(path)
    assert back_up(path) is None
    store.keep_fold("progress", 1, 1, "worked out anew at any time")
    assert back_up(path) is None
    assert [one.path for one in backups_of(path)] == [first]


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.append("s", [event(3)]),
        lambda store: store.keep_words("s"),
        lambda store: store.forget_words("s"),
        lambda store: store.discard("s"),
        lambda store: store.name("Ann"),
        lambda store: store.classes.append("c", [{"seq": 1, "kind": "class_begun", "data": {}}]),
    ],
    ids=["an event", "words kept", "words wiped", "a session discarded", "a name", "a class"],
)
def test_whatever_changes_makes_a_new_one(
    store: Store, path: Path, change: Callable[[Store], object]
) -> None:
    store.append("s", [event(1), event(2, "rationale_given", text=SECRET)])
    assert back_up(path)
    change(store)
    assert back_up(path)
    assert back_up(path) is None


def test_ten_are_kept_the_newest_first(store: Store, path: Path) -> None:
    made = filled(store, 13, path)
    assert [one.path for one in backups_of(path)] == made[:2:-1]


def test_a_clock_that_goes_back_changes_no_order(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [late] = filled(store, 1, path)

    class Back(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Back:
            return cls(1970, 1, 1, tzinfo=UTC)

    monkeypatch.setattr(backup_files, "datetime", Back)
    store.append("s", [event(2)])
    early = back_up(path)
    assert [one.path for one in backups_of(path)] == [early, late]


def test_others_cannot_read_them(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_a_store_in_use_is_copied_as_it_is_at_one_moment(store: Store, path: Path) -> None:
    store.append("s", [event(1)])
    writing = sqlite3.connect(path, isolation_level=None)
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("DELETE FROM words")
    made = back_up(path)
    writing.execute("ROLLBACK")
    writing.close()
    assert made is not None
    assert raw(made, "SELECT count(*) FROM events") == [(1,)]


def test_a_store_that_is_damaged_makes_no_backup_and_the_earlier_ones_stay(store: Store, path: Path) -> None:
    made = filled(store, 10, path)
    store.append("s", [event(11 + each, question="q" * 900) for each in range(40)])
    store.close()
    whole = bytearray(path.read_bytes())
    whole[-4096 * 3 :] = bytes(4096 * 3)
    path.write_bytes(whole)
    with pytest.raises(
        StoreFault, match=r"No backup of .* was made: .*The 10 earlier ones are still there\."
    ):
        back_up(path)
    assert [one.path for one in backups_of(path)] == made[::-1]
    assert sorted(made) == sorted(made[0].parent.iterdir())


def test_a_copy_that_is_not_as_the_store_is_gets_no_name(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.append("s", [event(1)])
    marks = iter(["as it was", "as it became"])
    monkeypatch.setattr(backups, "marks_of", lambda _: next(marks))
    with pytest.raises(StoreFault, match=r"the copy is not as the store is\. There is no earlier one"):
        back_up(path)
    assert list(path.with_name(path.name + "-backups").iterdir()) == []


def test_a_full_disk_leaves_the_earlier_ones_and_no_half(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = filled(store, 2, path)
    store.append("s", [event(3)])

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_files, "sync", full)
    with pytest.raises(StoreFault, match=r"no space left on device\. The 2 earlier ones are still there"):
        back_up(path)
    assert sorted(made[0].parent.iterdir()) == sorted(made)


def test_a_missing_store_is_not_made(path: Path) -> None:
    with pytest.raises(StoreFault, match="No backup"):
        back_up(path)
    assert not path.exists()


def test_what_a_sudden_end_left_is_swept_and_what_is_being_made_is_not(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)
    old, new = (made.with_name(f".backup-{one}.partial") for one in ("old", "new"))
    for one in (old, new):
        one.write_bytes(b"half")
    os.utime(old, (0, 0))
    store.append("s", [event(2)])
    back_up(path)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_damaged_backup_is_no_reason_to_make_none(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)
    made.write_bytes(made.read_bytes()[:-1] + b"x")
    assert not backups_of(path)[0].sound
    assert back_up(path) is not None


def test_other_files_in_the_folder_are_left_alone(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)
    for name in ("notes.txt", "sessions-000001-20269999T000000Z-0123456789abcdef.sqlite", "other-1.sqlite"):
        made.with_name(name).write_text("mine")
    store.append("s", [event(2)])
    again = back_up(path)
    assert [one.path for one in backups_of(path)] == [again, made]
    assert len(list(made.parent.iterdir())) == 5


def test_backups_of_a_link_lie_with_the_store(store: Store, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(path)
    store.append("s", [event(1)])
    assert back_up(path) is not None
    assert backup_files.folder_of(link) == backup_files.folder_of(path)
    assert backups_of(link) == backups_of(path)
    assert back_up(link) is None


def test_what_is_erased_by_a_link_of_another_name_is_gone_from_every_backup(
    store: Store, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(path)
    store.append("s", [event(1, question=SECRET)])
    back_up(path)
    erase_in_backups(link, erase)
    [left] = backups_of(path)
    assert SECRET.encode() not in left.path.read_bytes()


def test_an_earlier_version_can_be_backed_up_before_it_is_brought_on(path: Path) -> None:
    make_version_1(path, {"s": [event(1)]})
    made = back_up(path)
    assert made is not None
    assert back_up(path) is None
    assert raw(made, "PRAGMA user_version") == [(1,)]


def erase(path: Path) -> None:
    with closing(Store(path)) as copy:
        copy.erase()


def test_what_is_erased_is_gone_from_every_backup(store: Store, path: Path) -> None:
    store.append("s", [event(1, question=SECRET)])
    back_up(path)
    store.append("s", [event(2, "rationale_given", text=SECRET)])
    back_up(path)
    assert all(SECRET.encode() in one.path.read_bytes() for one in backups_of(path))
    assert erase_in_backups(path, erase) == []
    left = backups_of(path)
    assert [one.number for one in left] == [2, 1]
    assert all(one.sound and SECRET.encode() not in one.path.read_bytes() for one in left)
    assert len(list(left[0].path.parent.iterdir())) == 2


def test_a_damaged_backup_is_removed_with_a_sentence(store: Store, path: Path) -> None:
    first, second = filled(store, 2, path)
    second.write_bytes(second.read_bytes()[:-1] + b"x")
    [said] = erase_in_backups(path, erase)
    assert said.startswith(f"The backup {second.name} is removed")
    assert [one.number for one in backups_of(path)] == [1]
    assert not first.exists() or backups_of(path)[0].sound


def test_a_backup_from_which_nothing_can_be_wiped_is_removed(store: Store, path: Path) -> None:
    filled(store, 1, path)

    def fail(_: Path) -> None:
        raise StoreFault("it is held.")

    [said] = erase_in_backups(path, fail)
    assert "it is held." in said
    assert backups_of(path) == []


def test_one_that_can_be_neither_wiped_nor_removed_keeps_none_of_the_others(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.append("s", [event(1, question=SECRET)])
    back_up(path)
    store.append("s", [event(2)])
    newest = back_up(path)
    unlink = type(path).unlink

    def stuck(self: Path, *, missing_ok: bool = False) -> None:
        if self == newest:
            raise PermissionError(1, "Operation not permitted")
        unlink(self, missing_ok=missing_ok)

    def erase_but_one(copy: Path) -> None:
        if raw(copy, "SELECT count(*) FROM events") == [(2,)]:
            raise StoreFault("it is held.")
        erase(copy)

    monkeypatch.setattr(type(path), "unlink", stuck)
    with pytest.raises(StoreFault, match="cannot be removed either"):
        erase_in_backups(path, erase_but_one)
    [still, wiped] = backups_of(path)
    assert still.path == newest
    assert SECRET.encode() not in wiped.path.read_bytes()


def test_a_killed_wipe_leaves_the_backup_as_it_was(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)

    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        erase_in_backups(path, killed)
    assert [one.path for one in backups_of(path)] == [made]
    assert backups_of(path)[0].sound


HOLDS = (
    "import sys; from pathlib import Path; from simulator.store.backup_holding import holding_backups\n"
    "with holding_backups(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
)


@contextmanager
def another_program_with_the_backups(path: Path) -> Iterator[None]:
    words = [sys.executable, "-c", HOLDS, str(backup_files.folder_of(path))]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline().strip() == b"held"
        yield
        other.stdin.close()


@contextmanager
def this_program_with_the_backups(path: Path) -> Iterator[None]:
    with holding_backups(backup_files.folder_of(path)):
        yield


@pytest.mark.parametrize("who", [another_program_with_the_backups, this_program_with_the_backups])
def test_one_makes_backups_or_wipes_in_them_at_a_time(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, who: Callable[[Path], object]
) -> None:
    made = filled(store, 1, path)
    store.append("s", [event(2)])
    monkeypatch.setattr(backup_holding, "WAIT_SECONDS", 0)
    wiped: list[str] = []
    with who(path):  # type: ignore[attr-defined]
        with pytest.raises(StoreFault, match=r"Another program .*The earlier one is still there"):
            back_up(path)
        with pytest.raises(StoreFault, match="Another program is making backups"):
            erase_in_backups(path, lambda _: wiped.append("backup"), first=lambda: wiped.append("store"))
    assert (wiped, [one.path for one in backups_of(path)]) == ([], made)
    assert back_up(path)


def test_the_store_is_wiped_before_its_backups_and_none_is_made_in_between(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(store, 1, path)
    monkeypatch.setattr(backup_holding, "WAIT_SECONDS", 0)
    wiped: list[str] = []

    def wipe_store() -> None:
        with pytest.raises(StoreFault):
            back_up(path)
        wiped.append("store")

    assert erase_in_backups(path, lambda _: wiped.append("backup"), first=wipe_store) == []
    assert wiped == ["store", "backup"]


def test_who_waits_goes_on_when_the_other_is_done(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.append("s", [event(1)])
    other = another_program_with_the_backups(path)
    other.__enter__()
    monkeypatch.setattr(backup_holding.time, "sleep", lambda _: other.__exit__(None, None, None))  # type: ignore[attr-defined]
    assert back_up(path)


def test_wiping_removes_what_is_half_made_however_new(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)
    half = [made.with_name(f".backup-new.partial{ending}") for ending in ("", "-journal", "-wal")]
    half += [path.with_name(".salvage-new.partial")]
    for one in half:
        one.write_text(SECRET)
    path.with_name(".other.partial").write_text("mine")
    erase_in_backups(path, erase)
    assert not any(one.exists() for one in half)
    assert path.with_name(".other.partial").exists()


def test_what_is_half_made_and_cannot_be_removed_is_named(store: Store, path: Path) -> None:
    [made] = filled(store, 1, path)
    half = made.with_name(".backup-new.partial")
    half.mkdir()
    with pytest.raises(StoreFault, match=r"\.backup-new\.partial cannot be removed .*remove it yourself"):
        erase_in_backups(path, erase)
