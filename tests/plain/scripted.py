"""Lost property, played in plain text by a script."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from simulator.plain.play import play_plain
from simulator.plain.starting import NOTHING_ASKED, Asked
from simulator.session.case_packs import CasePack
from simulator.session.training import Training
from simulator.store.store import Store
from tests.session.lost_property import CASE, LostProperty

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def training_at(path: Path) -> Training:
    """Lost property, kept at `path`."""
    pack = CasePack("monday", "Monday's cases", "Things were lost; nobody was hurt.", 10)
    return Training(LostProperty(), Store(path), [pack], lambda _pack, seed: {**CASE, "seed": seed})


class Officer(io.StringIO):
    """Types at the prompts of `stdout`: `chooses` picks a number up to the largest that is offered."""

    def __init__(self, stdout: io.StringIO, chooses: Callable[[int], int] = lambda _count: 1) -> None:
        super().__init__()
        self._stdout = stdout
        self._chooses = chooses

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        """A number at a question, `confirm` at the end of a step, and nothing after the debrief."""
        *said, prompt = self._stdout.getvalue().rstrip("\n").split("\n")
        if prompt.startswith("Type confirm"):
            return "confirm\n"
        if not prompt.startswith(("Type a number, or help.", "Type one or more numbers")):
            return ""
        question = next(at for at in range(len(said) - 1, 0, -1) if said[at].startswith("Question "))
        offered = [line for line in said[question:] if line.partition(". ")[0].isdigit()]
        return f"{self._chooses(len(offered))}\n"


def play(training: Training, *lines: str, asked: Asked = NOTHING_ASKED) -> str:
    """What is said to these lines, after which the input ends."""
    stdout = io.StringIO()
    stdin = io.StringIO("".join(f"{line}\n" for line in lines))
    assert play_plain(training, stdin, stdout, asked, draw_seed=lambda: 4) == 0
    return stdout.getvalue()
