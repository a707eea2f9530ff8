"""A place to train at with the library's lost property, whose debrief tells of every decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.session.view import CareView, FrameView
from simulator.store.store import Store
from tests.tui.lost_property import CASE, lost_property
from tests.tui.written import training_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.session.training import Training

FRAME = FrameView("The library's way", (("Look", "What is there?"), ("Ask", "Whose is it?")))
CARE = CareView("Talk to the librarian.", "Stop, and ring the bell.")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Training]:
    """A pack of one case that is made from seeds, with a frame for reasons and words on support."""
    store = Store(tmp_path / "library.sqlite")
    guide = replace(lost_property(), frame=FRAME)
    yield replace(training_of(guide, CASE, store), care=CARE)
    store.close()
