"""The same script, through the terminal UI and through plain mode, makes the same events."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from simulator.plain.play import play_plain
from simulator.plain.starting import Asked
from simulator.store.store import Store
from tests.tui.lost_property import CASE, lost_property
from tests.tui.written import training_of

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.commands import Mode
    from tests.tui.conftest import Playing

# What is done, by keys after `Start` and in lines of text.
BEGUN = [
    (
        ("f", "w", "a", "s", "tab", "space", "tab", "tab", "space", "ctrl+s"),
        ("why as", "cite LP1", "sure 1"),
    ),
    (("enter", "2", "enter", "1"), ("2", "go 1", "1")),
    (("down", "enter", "1", "2", "enter", "c", "y", "q", "f"), ("1 2", "confirm")),
    (("enter", "2", "q"), ("2", "leave")),
]
IN_THE_FILE = [
    (("h",), ("mark 1",)),
    (("a", "s", "o", "ctrl+s"), ("note 1 so",)),
    (("u", "r"), ("undo", "redo")),
    (("h",), ("unmark 1",)),
    (("f", "enter", "1", "u", "r", "u"), ("1", "undo", "redo", "undo")),
    (("q",), ("leave",)),
]
GONE_ON = [
    (tuple(key for _ in range(6) for key in ("enter", "2", "down")), ("2",) * 6),
    (("c", "y"), ("confirm",)),
    (("enter", "1", "right", "enter", "1", "right", "enter", "2"), ("1", "1", "2")),
    (
        ("down", "left", "enter", "1", "enter", "right", "enter", "1", "enter", "c", "y", "q"),
        ("1", "1", "confirm"),
    ),
    (("f", "enter", "1", "right", "enter", "1", "right", "enter", "1", "c", "y"), ("1", "1", "1", "confirm")),
]


async def test_a_script_makes_the_same_events_through_both_faces(
    playing: Playing, store: Store, tmp_path: Path
) -> None:
    plain = Store(tmp_path / "plain.sqlite")
    play_in_lines(plain, [line for _, lines in BEGUN for line in lines])
    play_in_lines(plain, ["1", *(line for _, lines in GONE_ON for line in lines), "keep"])
    async with playing() as player:
        await player.press("enter", "enter", "enter", *(key for keys, _ in BEGUN for key in keys))
        await player.press("enter", *(key for keys, _ in GONE_ON for key in keys))
    assert happened(store)[-1][0] == "finished"
    assert happened(store) == happened(plain)
    plain.close()


@pytest.mark.parametrize("mode", ["practice", "assessment"])
async def test_marks_notes_and_what_is_undone_are_the_same_in_both_faces(
    playing: Playing, store: Store, tmp_path: Path, mode: Mode
) -> None:
    plain = Store(tmp_path / "plain.sqlite")
    play_in_lines(plain, [line for _, lines in IN_THE_FILE for line in lines], mode)
    async with playing() as player:
        to_mode = ("down",) if mode == "assessment" else ()
        keys = (key for keys, _ in IN_THE_FILE for key in keys)
        await player.press(*to_mode, "enter", "enter", "enter", *keys)
    assert happened(store)[-1][0] == "left"
    assert happened(store) == happened(plain)
    plain.close()


def play_in_lines(store: Store, lines: list[str], mode: Mode = "practice") -> None:
    training = training_of(lost_property(), CASE, store)
    asked = Asked(pack="little", seed=7, mode=mode)
    play_plain(training, StringIO("\n".join(lines) + "\n"), StringIO(), asked)


def happened(store: Store) -> list[tuple[str, Any]]:
    """Kind and data of every event of the one session in `store`."""
    [session] = all_sessions(store)
    return [(event["kind"], event["data"]) for event in store.load(session)]


def all_sessions(store: Store) -> list[str]:
    """The sessions in `store`, finished ones as well."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(store.place)) as connection:
        return [session for (session,) in connection.execute("SELECT session FROM sessions")]
