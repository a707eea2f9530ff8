"""What is kept of a person when their first case is finished takes nothing away that they chose meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.commands.play import _Person
from simulator.preferences.keeping import keep_minutes, read_preferences

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_minutes_that_were_chosen_meanwhile_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "preferences.json"))
    person = _Person()
    assert keep_minutes(17) == ""
    assert person.introduce() == ""
    kept = read_preferences().preferences
    assert (kept.minutes, kept.introduced) == (17, True)
