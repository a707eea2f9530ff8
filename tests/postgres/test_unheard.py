"""The server keeps an answer, and goes before it can say so: tried again it is there once, and the case goes on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from simulator.plain.play import play_plain
from simulator.store import access
from simulator.store.store import Store
from simulator.tui.trying import AGAIN
from tests.hostile_screens.test_failing_store import answers, told
from tests.plain.test_unsaved import Script
from tests.postgres.cable import cable_to
from tests.postgres.test_gone import COMMIT
from tests.tui.conftest import _own_preferences, make_app, playing
from tests.tui.lost_property import CASE, lost_property
from tests.tui.written import training_of
from tests.waiting import Later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres.cable import Cable
    from tests.postgres.server import Database
    from tests.tui.conftest import Playing

__all__ = ["_own_preferences", "make_app", "playing"]
MANY = 10**6


@pytest.fixture
def cable(postgres: Database) -> Iterator[Cable]:
    with cable_to(postgres.server.port) as made:
        yield made


@pytest.fixture
def store(postgres: Database, cable: Cable) -> Iterator[Store]:
    made = Store(cable.address(postgres.address))
    yield made
    made.close()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    monkeypatch.setattr(access, "BRIEF_SECONDS", 0.1)
    return Later(monkeypatch)


async def test_in_the_terminal_ui(playing: Playing, store: Store, cable: Cable, later: Later) -> None:
    async with playing() as player:
        await player.start()
        cable.cut(after=COMMIT, times=MANY)
        await player.press("enter", "1")
        assert "not saved yet" in told(player)
        assert cable.cuts > 1
        cable.cut(times=0)
        later.passes(AGAIN)
        await player.settle()
        assert "Saved." in player.text()
        await player.press("enter", "2", "q")
    assert answers(store) == [["now"], ["later"]]
    assert store.verify().broken is None


async def test_who_leaves_without_it_finds_it_there(
    playing: Playing, store: Store, cable: Cable, later: Later
) -> None:
    async with playing() as player:
        await player.start()
        cable.cut(after=COMMIT, times=MANY)
        await player.press("enter", "1")
        cable.cut(times=0)
        await player.press("q", "enter")
        assert "1 of 2 answered" in player.text()
    assert answers(store) == [["now"]]


def test_in_plain_text(store: Store, cable: Cable, later: Later) -> None:
    stdout = io.StringIO()
    training = training_of(lost_property(), CASE, store)
    lines = Script(
        "7",
        lambda: cable.cut(after=COMMIT, times=MANY),
        "1",
        lambda: cable.cut(times=0),
        "",
        "1",
        "leave",
    )
    assert play_plain(training, lines, stdout) == 0
    said = " ".join(stdout.getvalue().split())
    assert said.count("Not saved yet.") == 1
    assert said.count("Saved.") == 2
    assert answers(store) == [["now"], ["desk"]]
    assert store.verify().broken is None
