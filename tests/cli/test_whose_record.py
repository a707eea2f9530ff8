"""Whose record it is, where a store serves many, and what the place is called to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cli.main import main
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.store.place import place_called

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "postgresql://ann:s3cret@db.example:5432/records"


def test_a_store_on_a_server_has_to_be_told_whose_record_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", ADDRESS)
    monkeypatch.delenv("SIMULATOR_LEARNER", raising=False)
    with pytest.raises(UsageFault, match="SIMULATOR_LEARNER has to say whose record"):
        _ = Workshop().store


@pytest.mark.parametrize(
    ("address", "called"),
    [(ADDRESS, "db.example"), ("postgresql://ann:s3cret@db:port/x", "a server")],
    ids=["a server", "an address that is none"],
)
def test_what_opens_a_server_is_told_to_nobody(address: str, called: str) -> None:
    told = place_called({"SIMULATOR_STORE": address})
    assert called in told
    assert "s3cret" not in told


def test_looking_at_progress_makes_no_learner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "sessions.sqlite"
    monkeypatch.setenv("SIMULATOR_STORE", str(place))
    monkeypatch.setenv("SIMULATOR_LEARNER", "ALCIE")
    assert main(["progress"]) == 2
    assert "There is no store yet at" in capsys.readouterr().err
    assert not place.exists()
