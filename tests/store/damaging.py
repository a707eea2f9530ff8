"""Stores with much in them, and what can happen to their files."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.store.backups import back_up
from simulator.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

Key = tuple[str, int]
PAGE = 4096


@dataclass(frozen=True)
class Original:
    """A closed store with one backup in `closed`, one as if its program were killed in `killed`, and all it held."""

    closed: Path
    killed: Path
    events: dict[Key, str]
    words: dict[Key, str]
    classes: dict[Key, str]


def played(session: str, length: int, random: Random) -> list[dict[str, Any]]:
    """A session: a long case, answers, words, and an end."""

    def one(seq: int, kind: str, **data: Any) -> dict[str, Any]:
        at = f"2026-01-01T00:{seq:02}"
        return {"format": "event/1", "session": session, "seq": seq, "kind": kind, "at": at, "data": data}

    begun = one(1, "case_begun", case={"id": f"case of {session}", "text": "x" * random.randrange(100, 9000)})
    middle = [
        one(seq, "rationale_given", text=f"words {seq} " * random.randrange(1, 60))
        if random.random() < 0.15
        else one(seq, "answer_given", chosen=["a" * random.randrange(1, 200)])
        for seq in range(2, length)
    ]
    return [begun, *middle, one(length, "finished", judged=[])]


def make_original(folder: Path, random: Random) -> Original:
    path = folder / "closed" / "sessions.sqlite"
    words: dict[Key, str] = {}
    store = Store(path, "ann")
    for number in range(8):
        events = played(f"{number:032x}", random.randrange(8, 25), random)[: -1 if number % 4 == 3 else None]
        for each in events:
            store.append(each["session"], [each])
            if each["kind"] == "rationale_given":
                words[each["session"], each["seq"]] = json.dumps(each["data"]["text"])
        if number % 2:
            store.keep_words(f"{number:032x}")
        if number == 3:
            back_up(path)
    store.discard(f"{5:032x}")
    store.sweep()
    at_class: list[dict[str, Any]] = [
        {"format": "class-event/1", "seq": seq, "kind": "class_begun" if seq == 1 else "told", "data": {}}
        for seq in range(1, 30)
    ]
    store.classes.append("c", at_class)
    shutil.copytree(path.parent, folder / "killed")
    store.close()
    return Original(path.parent, folder / "killed", *held(path, words))


def held(path: Path, words: dict[Key, str]) -> tuple[dict[Key, str], dict[Key, str], dict[Key, str]]:
    events, _, classes = rows(path)
    return events, words, classes


def rows(path: Path) -> tuple[dict[Key, str], dict[Key, str | None], dict[Key, str]]:
    """Events, words and events of classes, by where they stand."""
    with closing(sqlite3.connect(path)) as connection:
        events, words, classes = (
            {(name, seq): text for name, seq, text in connection.execute(f"SELECT * FROM {table}")}
            for table in ("events", "words", "class_events")
        )
    return events, words, classes


def damage(path: Path, random: Random) -> str:
    """Damage the file at `path` in one way; what was done."""
    whole = bytearray(path.read_bytes())
    ways = ["bits", "pages", "noise", "cut", "header", "zeros", "empty", "shifted", "none"]
    way = random.choice(ways)
    at = random.randrange(len(whole))
    match way:
        case "bits":
            for _ in range(random.choice([1, 3, 20, 200])):
                whole[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        case "pages":
            for _ in range(random.choice([1, 2, 6])):
                start = random.randrange(len(whole) // PAGE) * PAGE
                whole[start : start + PAGE] = bytes(PAGE)
        case "noise":
            length = min(random.randrange(1, 9000), len(whole) - at)
            whole[at : at + length] = random.randbytes(length)
        case "cut":
            del whole[at:]
        case "header":
            length = random.choice([16, 100, PAGE])
            whole[:length] = bytes(length)
        case "zeros":
            whole = bytearray(len(whole))
        case "empty":
            whole.clear()
        case "shifted":
            whole.insert(at, 0)
    path.write_bytes(whole)
    return way


def damage_log(log: Path, random: Random) -> str:
    """Damage the log, if there is one; what was done."""
    way = random.choice(["kept", "kept", "lost", "bits", "cut"])
    if not log.exists() or not log.stat().st_size or way == "kept":
        return "kept"
    whole = bytearray(log.read_bytes())
    if way == "lost":
        log.unlink()
        return way
    if way == "bits":
        for _ in range(20):
            whole[random.randrange(len(whole))] ^= 1 << random.randrange(8)
    else:
        del whole[random.randrange(len(whole)) :]
    log.write_bytes(whole)
    return way
