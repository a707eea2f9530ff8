"""The same script through plain mode and through the terminal UI makes the same events."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from tests.end_to_end.by_keys import Keys
from tests.end_to_end.by_lines import play_in_lines
from tests.end_to_end.kept import sessions_in
from tests.end_to_end.script import Done, script_of

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.training import Training

SIZES = {11: (80, 24), 12: (120, 40), 13: (80, 24)}


@pytest.mark.parametrize("seed", SIZES)
async def test_a_script_makes_the_same_events_through_both_faces(
    training: Training, tmp_path: Path, seed: int
) -> None:
    with closing(Store(tmp_path / "core.sqlite")) as core:
        script = script_of(replace(training, store=core).begin("core", seed), seed)
        expected = happened(core)
    with closing(Store(tmp_path / "plain.sqlite")) as plain:
        play_in_lines(replace(training, store=plain), seed, script)
        assert happened(plain) == expected
    with closing(Store(tmp_path / "screens.sqlite")) as screens:
        await play_by_keys(replace(training, store=screens), seed, script)
        assert happened(screens) == expected
    kinds = {kind for kind, _ in expected}
    assert kinds >= {"answer_changed", "rationale_given", "citations_given", "sureness_given", "finished"}
    assert {"left", "resumed"} <= kinds


async def play_by_keys(training: Training, seed: int, script: list[Done]) -> None:
    app = SimulatorApp(lambda: training)
    async with app.run_test(size=SIZES[seed]) as pilot:
        keys = Keys(pilot)
        await keys.start(seed)
        await keys.play(script)
    if app.desk is not None:
        app.desk.close()


def happened(store: Store) -> list[tuple[str, Any]]:
    """Kind and data of every event of the one session in `store`."""
    [session] = sessions_in(store)
    return [(event["kind"], event["data"]) for event in store.load(session)]
