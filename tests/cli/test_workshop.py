"""What a run learnt is not learnt again by the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cases import names
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_faker_is_asked_for_its_names_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path))
    first = Workshop().first_names
    assert first == names.every_first_name()
    monkeypatch.setattr(names, "every_first_name", lambda: pytest.fail("Faker was asked again"))
    assert Workshop().first_names == first
