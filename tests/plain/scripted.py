"""Lost property, played in plain text by a script."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from simulator.plain.play import NOTHING_ASKED, Asked, play_plain
from simulator.session.training import CasePack, Training
from simulator.store.store import Store
from tests.session.lost_property import CASE, LostProperty

if TYPE_CHECKING:
    from pathlib import Path


def training_at(path: Path) -> Training:
    """Lost property, kept at `path`."""
    pack = CasePack("monday", "Monday's cases", "Things were lost; nobody was hurt.", 10)
    return Training(LostProperty(), Store(path), [pack], lambda _pack, seed: {**CASE, "seed": seed})


def play(training: Training, *lines: str, asked: Asked = NOTHING_ASKED) -> str:
    """What is said to these lines, after which the input ends."""
    stdout = io.StringIO()
    stdin = io.StringIO("".join(f"{line}\n" for line in lines))
    assert play_plain(training, stdin, stdout, asked, draw_seed=lambda: 4) == 0
    return stdout.getvalue()
