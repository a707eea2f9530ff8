"""Whose texts a learner is shown on support, and on what to do when something real comes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.view import CareView

OWN = "Stop: this is not a case; follow your force's procedure."


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings.yaml"
    monkeypatch.setenv("SIMULATOR_SETTINGS", str(file))
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "sessions.sqlite"))
    return file


def shown() -> CareView:
    training = training_of(Workshop(strangers=False))
    try:
        return training.care
    finally:
        training.store.close()


def test_without_settings_the_texts_are_those_of_the_guidance(settings: Path) -> None:
    care = shown()
    assert care.disclosure.startswith(OWN)
    assert "line manager" in care.support


def test_a_force_sets_its_own_texts(settings: Path) -> None:
    settings.write_text(
        'format: settings/1\ncare: {support: "Ring extension 4.", disclosure: "Tell the duty officer."}\n',
        encoding="utf-8",
    )
    care = shown()
    assert (care.support, care.disclosure) == ("Ring extension 4.", "Tell the duty officer.")


def test_one_text_of_a_force_leaves_the_other_as_it_was(settings: Path) -> None:
    settings.write_text('format: settings/1\ncare: {support: "Ring extension 4."}\n', encoding="utf-8")
    care = shown()
    assert care.support == "Ring extension 4."
    assert care.disclosure.startswith(OWN)
