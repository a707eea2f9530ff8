"""What comes back of a damaged store: all that can be read and is proven, and never anything else."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

import simulator.store
from simulator.store import backup_holding, salvaging
from simulator.store.backups import back_up, erase_in_backups
from simulator.store.faults import StoreFault
from simulator.store.ruins import writing
from simulator.store.salvaging import salvage
from simulator.store.soundness import look_at
from simulator.store.store import Store
from tests.store.damaging import PAGE, Original, damage, damage_log, make_original, rows
from tests.store.stores import event, raw

SCHEMA = json.loads((Path(simulator.store.__file__).parent / "schemas" / "salvage.json").read_text())


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return make_original(tmp_path_factory.mktemp("original"), Random(7))


@pytest.fixture
def copied(original: Original, tmp_path: Path) -> Path:
    """A copy of the closed store, without its backups."""
    shutil.copytree(original.closed, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy" / "sessions.sqlite-backups")
    return tmp_path / "copy" / "sessions.sqlite"


def filled(path: Path, sessions: int = 6, length: int = 12) -> Store:
    store = Store(path)
    for number in range(sessions):
        events = [event(seq, question="q" * 400) for seq in range(1, length)]
        session = f"s{number}"
        store.append(session, [{**each, "session": session} for each in [*events, event(length, "finished")]])
    return store


def page_of(path: Path, text: bytes) -> int:
    """Where the page begins in which `text` lies last."""
    return path.read_bytes().rindex(text) // PAGE * PAGE


def zeroed(path: Path, at: int, length: int = PAGE) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + length] = bytes(length)
    path.write_bytes(whole)


def told(path: Path, **asked: Any) -> dict[str, Any]:
    found = salvage(path, **asked).as_data()
    Draft202012Validator(SCHEMA).validate(found)
    return found


def told_or_nothing(path: Path) -> dict[str, Any] | None:
    """What is told; None where a sentence says that nothing can be brought back."""
    try:
        return told(path)
    except StoreFault as fault:
        if "can be brought back" not in str(fault):
            raise
        return None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_damage_nothing_is_raised_and_nothing_is_invented(
    original: Original, tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    for number in range(20):
        folder = tmp_path / str(number)
        shutil.copytree(random.choice([original.closed, original.killed]), folder)
        path = folder / "sessions.sqlite"
        if random.random() < 0.5:
            shutil.rmtree(folder / "sessions.sqlite-backups")
        ways = damage(path, random), damage_log(folder / "sessions.sqlite-wal", random)
        before = path.read_bytes()
        found = told_or_nothing(path)
        assert path.read_bytes() == before
        if found is None:
            continue
        events, words, classes = rows(Path(found["into"]))
        assert events.items() <= original.events.items(), ways
        assert {key: text for key, text in words.items() if text}.items() <= original.words.items(), ways
        assert classes.items() <= original.classes.items(), ways
        assert not found["whole"] or events.keys() == original.events.keys(), ways
        assert look_at(Path(found["into"])).sound, ways
        shutil.rmtree(folder)


def test_of_a_store_that_is_whole_everything_comes_back_with_the_same_head(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(filled(path)) as store:
        store.discard("s2")
        store.name("Ann")
        head = store.verify().head
    found = told(path)
    assert found["whole"]
    with closing(Store(Path(found["into"]))) as new:
        assert new.verify().head == head
        assert new.named() == {new.learner: "Ann"}
        assert [one.session for one in new.ended()] == ["s0", "s1", "s3", "s4", "s5"]
        assert new.load("s1")[0] == {**event(1, question="q" * 400), "session": "s1"}


@pytest.mark.parametrize("length", [16, 100, PAGE])
def test_without_its_header_all_is_still_there(copied: Path, original: Original, length: int) -> None:
    zeroed(copied, 0, length)
    assert rows(Path(told(copied)["into"]))[0] == original.events


def test_what_is_only_in_the_log_is_read_from_it(tmp_path: Path) -> None:
    path = tmp_path / "killed" / "sessions.sqlite"
    with closing(filled(tmp_path / "sessions.sqlite", 2)) as store:
        store.sweep()
        store.append("later", [event(1)])
        shutil.copytree(tmp_path, path.parent, ignore=lambda *_: ["killed"])
    assert ("later", 1) in rows(Path(told(path)["into"]))[0]
    path.with_name(path.name + "-wal").unlink()
    events = rows(Path(told(path)["into"]))[0]
    assert len(events) == 24
    assert ("later", 1) not in events


def test_what_a_backup_holds_fills_what_is_missing_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(filled(path)) as store:
        backup = back_up(path)
        head = store.verify().head
    assert backup is not None
    zeroed(path, page_of(path, b'"seq":7,'))
    found = told(path)
    assert found["whole"]
    assert len(rows(Path(found["into"]))[0]) == 72
    assert sum(one["from_backups"].get(backup.name, 0) for one in found["sessions"]) > 0
    with closing(Store(Path(found["into"]))) as new:
        assert new.verify().head == head


def test_without_a_backup_what_is_lost_is_told_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    filled(path).close()
    before = rows(path)[0]
    zeroed(path, page_of(path, b'"seq":7,'))
    found = told(path)
    after = rows(Path(found["into"]))[0]
    lost = {
        (one["session"], seq)
        for one in found["sessions"]
        for first, last in one["lost"]
        for seq in range(first, last + 1)
    }
    assert not found["whole"]
    assert lost
    assert lost == before.keys() - after.keys()
    assert look_at(Path(found["into"])).sound  # the journal says what is missing


def test_an_unfinished_session_is_cut_before_what_is_lost_and_can_be_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(Store(path)) as store:
        store.append("s", [event(seq, question="q" * 900) for seq in range(1, 30)])
    zeroed(path, page_of(path, b'"seq":15,'))
    found = told(path)
    [session] = found["sessions"]
    [[first, last]] = session["events"]
    assert first == 1
    assert session["lost"][0][0] == last + 1
    assert session["set_aside"][-1][1] == 29
    with closing(Store(Path(found["into"]))) as new:
        new.append("s", [event(last + 1)])
        assert new.verify().broken is None


def test_a_changed_letter_is_not_brought_back(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(Store(path)) as store:
        store.append("s", [event(1, question="the right one"), event(2, "finished")])
    path.write_bytes(path.read_bytes().replace(b"the right one", b"the wrong one"))
    for unproven in (False, True):
        found = told(path, unproven=unproven)
        assert ("s", 1) not in rows(Path(found["into"]))[0]
        assert found["sessions"][0]["lost"] == [[1, 1]]


@pytest.mark.parametrize("salt", ["0" * 64, "z" * 64])
def test_without_the_salt_nothing_is_proven_and_comes_back_only_when_asked(tmp_path: Path, salt: str) -> None:
    path = tmp_path / "sessions.sqlite"
    before = without_salt(path, salt)
    with pytest.raises(StoreFault, match="72 events that nothing proves come back with --unproven"):
        salvage(path)
    found = told(path, unproven=True)
    assert rows(Path(found["into"]))[0] == before
    assert look_at(Path(found["into"])).sound


def without_salt(path: Path, other: str) -> dict[tuple[str, int], str]:
    """A store in which another salt stands; its events."""
    with closing(filled(path)) as store:
        [[salt]] = raw(path, "SELECT salt FROM learners")
        store.sweep()
    path.write_bytes(path.read_bytes().replace(salt.encode(), other.encode()))
    return rows(path)[0]


def test_that_the_salt_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    without_salt(path, "z" * 64)
    with pytest.raises(StoreFault, match=r"the salt of learner-.* cannot be read; 72 events"):
        salvage(path)


@pytest.mark.parametrize("salt", ["0" * 64, "z" * 64])
def test_a_backup_that_has_the_salt_proves_everything(tmp_path: Path, salt: str) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(filled(path)):
        back_up(path)
    [[own]] = raw(path, "SELECT salt FROM learners")
    path.write_bytes(path.read_bytes().replace(own.encode(), salt.encode()))
    before = rows(path)[0]
    found = told(path)
    assert found["whole"]
    assert rows(Path(found["into"]))[0] == before
    assert look_at(Path(found["into"])).sound


def test_while_something_is_wiped_nothing_is_salvaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what was read before it was wiped would come back."""
    path = tmp_path / "sessions.sqlite"
    filled(path).close()
    back_up(path)
    monkeypatch.setattr(backup_holding, "WAIT_SECONDS", 0)

    def wipe(_: Path) -> None:
        with pytest.raises(StoreFault, match="wiping something from them"):
            salvage(path)

    assert erase_in_backups(path, wipe) == []
    assert [*tmp_path.glob("*salvaged*")] == []


def test_while_something_is_salvaged_nothing_is_wiped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sessions.sqlite"
    filled(path).close()
    monkeypatch.setattr(backup_holding, "WAIT_SECONDS", 0)
    wiped: list[Path] = []
    write = writing.write_store

    def writes(*given: Any) -> None:
        with pytest.raises(StoreFault, match="Another program is making backups"):
            erase_in_backups(path, wiped.append, first=lambda: wiped.append(path))
        write(*given)

    monkeypatch.setattr(salvaging, "write_store", writes)
    assert told(path)["whole"]
    assert wiped == []


def test_where_nothing_can_be_made_beside_a_store_it_is_salvaged_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sessions.sqlite"
    filled(path).close()

    def read_only(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(backup_holding, "holding", read_only)
    assert told(path, into=tmp_path / "new.sqlite")["whole"]


def test_what_a_session_writes_while_it_is_read_leaves_no_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is moved into the file, and begun anew, between the reading of the one and of the other."""
    path = tmp_path / "sessions.sqlite"
    read, lengths = Path.read_bytes, iter((12, 13, 14))
    with closing(filled(path, 2)) as store:

        def read_meanwhile(self: Path) -> bytes:
            found = read(self)
            if self == path and (length := next(lengths, None)) is not None:
                store.append("later", [event(seq) for seq in range(1, length)])
                store.access.wipe_log("")
            return found

        monkeypatch.setattr(Path, "read_bytes", read_meanwhile)
        found = told(path)
        assert found["whole"]
        assert [one["events"] for one in found["sessions"]] == [[[1, 13]], [[1, 12]], [[1, 12]]]


def test_what_is_written_to_without_an_end_is_not_salvaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sessions.sqlite"
    read = Path.read_bytes
    with closing(filled(path, 1)) as store:

        def read_meanwhile(self: Path) -> bytes:
            store.keep_fold("x", 1, 0, f"{len(read(self))} {next(numbers)}")
            return read(self)

        numbers = iter(range(1000))
        monkeypatch.setattr(Path, "read_bytes", read_meanwhile)
        with pytest.raises(StoreFault, match=r"Another program writes to .* all the time"):
            salvage(path)


def test_an_erased_learner_gets_no_name_back(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(filled(path)) as store:
        store.name("Somebody Real")
        back_up(path)
        store.erase()
    into = Path(told(path)["into"])
    assert raw(into, "SELECT count(*) FROM names") == [(0,)]
    assert look_at(into).sound


def test_classes_come_back_as_far_as_a_sound_backup_proves_them(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    logged = [
        {"format": "class-event/1", "seq": seq, "kind": "class_begun", "data": {}} for seq in range(1, 9)
    ]
    with closing(filled(path, 1)) as store:
        store.classes.append("c", logged[:5])
        backup = back_up(path)
        store.classes.append("c", logged[5:])
    assert backup is not None
    [class_] = told(path)["classes"]
    assert (class_["events"], class_["left_out"]) == ([[1, 5]], [[6, 8]])
    [class_] = told(path, unproven=True)["classes"]
    assert class_["events"] == [[1, 8]]
    backup.write_bytes(backup.read_bytes()[:-1] + b"x")
    [class_] = told(path)["classes"]
    assert class_["left_out"] == [[1, 8]]


def test_what_was_discarded_wiped_or_erased_does_not_come_back_from_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    with closing(filled(path)) as store:
        store.append("w", [event(1, "rationale_given", text="secret")])
        back_up(path)
        store.discard("s3")
        store.forget_words("w")
    zeroed(path, page_of(path, b'"seq":7,'))
    into = Path(told(path)["into"])
    events, words, _ = rows(into)
    assert not [key for key in events if key[0] == "s3"]
    assert words == {("w", 1): None}


def test_an_erased_learner_stays_erased(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"

    def erase(each: Path) -> None:
        with closing(Store(each)) as store:
            store.erase()

    filled(path).close()
    back_up(path)
    erase_in_backups(path, erase)
    erase(path)
    into = Path(told(path)["into"])
    assert rows(into)[0] == {}
    assert raw(into, "SELECT salt, length FROM learners WHERE erased IS NOT NULL") == [(None, 72)]
    assert raw(into, "SELECT count(*) FROM chain") == [(72,)]


def test_a_file_that_says_nothing_is_made_from_its_backup_but_not_called_whole(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    filled(path).close()
    back_up(path)
    path.write_bytes(bytes(path.stat().st_size))
    found = told(path)
    assert len(rows(Path(found["into"]))[0]) == 72
    assert (found["whole"], found["learners"][0]["end_known"]) == (False, False)


def test_nothing_is_written_over_and_a_name_is_found_beside(tmp_path: Path, copied: Path) -> None:
    taken = tmp_path / "mine"
    taken.write_text("mine")
    with pytest.raises(StoreFault, match="there already"):
        salvage(copied, taken)
    with pytest.raises(StoreFault, match="there already"):
        salvage(copied, copied)
    assert taken.read_text() == "mine"
    assert [Path(told(copied)["into"]).name for _ in range(2)] == [
        "sessions-salvaged.sqlite",
        "sessions-salvaged-2.sqlite",
    ]


@pytest.mark.parametrize("left", [b"", b"words", bytes(9000), b"SQLite format 3\0" * 400])
def test_of_what_is_no_store_nothing_comes_back_and_nothing_is_made(tmp_path: Path, left: bytes) -> None:
    path = tmp_path / "sessions.sqlite"
    path.write_bytes(left)
    with pytest.raises(StoreFault, match=r"Nothing of .* can be brought back"):
        salvage(path)
    assert {each.name for each in tmp_path.iterdir()} == {path.name, f"{path.name}-backups-held"}


def test_a_new_file_that_cannot_be_written_is_a_sentence(copied: Path) -> None:
    with pytest.raises(StoreFault, match="could not be written"):
        salvage(copied, copied / "in" / "a file.sqlite")


def test_a_session_that_was_being_kept_keeps_its_words(copied: Path, original: Original) -> None:
    kept = {f"{number:032x}" for number in (1, 3, 7)}
    into = Path(told(copied)["into"])
    with closing(Store(into)) as store:
        store.sweep()
    words = rows(into)[1]
    assert {key[0] for key, text in words.items() if text} <= kept
    assert any(text for text in words.values())
