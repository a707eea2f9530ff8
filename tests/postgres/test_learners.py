"""A learner whose record's server goes in mid-answer and comes back: told soon, and the answer is kept exactly once."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from simulator.plain.asking_words import AGAIN as TRY_AGAIN
from simulator.plain.play import play_plain
from simulator.store import access
from simulator.store import postgres as driver
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.trying import AGAIN
from tests.hostile_screens.test_failing_store import answers, told
from tests.plain.test_unsaved import Script
from tests.tui.conftest import Player, _own_preferences, make_app, playing
from tests.tui.lost_property import CASE, lost_property
from tests.tui.written import training_of
from tests.waiting import Later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.session.training import Training
    from tests.postgres.server import Database
    from tests.tui.conftest import Playing

__all__ = ["_own_preferences", "make_app", "playing"]
GONE = "does not answer"


@pytest.fixture
def store(postgres: Database) -> Iterator[Store]:
    """On a server; overrides that of the terminal UI's own tests."""
    made = Store(postgres.address)
    yield made
    made.close()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    monkeypatch.setattr(access, "BRIEF_SECONDS", 0.1)
    return Later(monkeypatch)


def check(store: Store, *expected: list[str]) -> None:
    """Each answer is there once, and the record verifies."""
    assert answers(store) == [*expected]
    assert store.verify().broken is None


async def test_in_the_terminal_ui_the_answer_is_tried_again_until_the_server_is_back(
    playing: Playing, store: Store, postgres: Database, later: Later
) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1")
        assert "Saved." in player.text()
        postgres.server.stop("immediate")
        await player.press("enter", "2")
        assert "! Your answer is not saved yet, and tried again until then" in told(player)
        assert GONE in told(player)
        assert postgres.server.password not in player.text()
        await player.press("f1")
        assert isinstance(player.app.screen, HelpScreen)
        await player.press("f1")
        later.passes(AGAIN)
        await player.settle()
        assert "not saved yet" in told(player)
        postgres.server.start()
        later.passes(AGAIN)
        await player.settle()
        assert "Saved." in player.text()
    check(store, ["now"], ["later"])


async def test_one_leaves_while_the_server_is_gone_and_goes_on_when_it_is_back(
    playing: Playing, store: Store, postgres: Database, later: Later
) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1")
        postgres.server.stop("immediate")
        await player.press("enter", "2", "ctrl+l")
        assert isinstance(player.app.screen, HomeScreen)
        assert "Your last answer is not saved. Every answer before is kept." in told(player)
        assert GONE in told(player)
        postgres.server.start()
        later.passes(AGAIN)
        await player.settle()
        assert "Go on" in player.text()
        assert GONE not in told(player)
        await player.press("enter")
        assert "1 of 2 answered" in player.text()
    check(store, ["now"])


async def test_where_it_is_gone_at_the_start_it_is_told_and_begins_when_it_is_there(
    postgres: Database, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "AT_START", 0.1)
    stores: list[Store] = []

    def load() -> Training:
        stores.append(Store(postgres.address))
        return training_of(lost_property(), CASE, stores[0])

    postgres.server.stop()
    app = SimulatorApp(load)
    async with app.run_test() as pilot:
        player = Player(pilot)
        await player.settle()
        assert GONE in told(player)
        assert "It is tried again until that is over." in told(player)
        postgres.server.start()
        later.passes(AGAIN)
        await player.settle()
        assert GONE not in told(player)
        assert "Practise" in player.text()
    assert app.desk is not None
    app.desk.close()
    stores[0].close()


def test_at_the_start_it_is_tried_for_a_second(postgres: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[float] = []

    def once(work: Any, *, seconds: float) -> Any:
        tried.append(seconds)
        return work()

    monkeypatch.setattr(driver, "retrying", once)
    postgres.server.stop()
    with pytest.raises(StoreFault, match=GONE) as found:
        Store(postgres.address)
    assert found.value.passes
    assert tried == [1.0]
    assert driver.CONNECT_SECONDS == 3


def test_in_plain_text_enter_tries_again_until_the_server_is_back(
    store: Store, postgres: Database, later: Later
) -> None:
    stdout = io.StringIO()
    training = training_of(lost_property(), CASE, store)
    server = postgres.server
    lines = Script("7", "1", lambda: server.stop("immediate"), "1", "", server.start, "", "leave")
    assert play_plain(training, lines, stdout) == 0
    said = " ".join(stdout.getvalue().split())
    assert said.count(f"Not saved yet. {driver.called(postgres.address)} {GONE}") == 2
    assert said.count(TRY_AGAIN) == 2
    assert said.count("Saved.") == 2
    assert server.password not in said
    check(store, ["now"], ["desk"])
