"""From the start of the program to the list of a pack's cases on a pseudo-terminal."""

from __future__ import annotations

import re
import shutil
import time
from typing import TYPE_CHECKING

from simulator.cli.workshop import Workshop
from tests.benchmarks.painting import seconds_until
from tests.benchmarks.processes import SIMULATOR

if TYPE_CHECKING:
    from pathlib import Path

ENTER = b"\r"
A_MOMENT = 2.5
"""Seconds after which a file counts as written a while ago, as those of an installed pack are."""
CHOICE, LAST = "Practise: ", "Esc goes back."
"""What the choice of a pack begins with, and what it and the list of cases end with."""


def list_rounds(scratch: Path, few: int, many: int, rounds: int) -> tuple[float, list[float]]:
    """The ratio of the first starts, which read every file, and those of later ones, a pack of many to one of few."""
    packs = [pack_of_copies(scratch / f"of-{count}", count) for count in (few, many)]
    _listed(packs[0], scratch)  # the guidance is read and checked
    shutil.rmtree(packs[0])
    pack_of_copies(packs[0], few)
    little, large = (_listed(pack, scratch) for pack in packs)
    first = large / little
    time.sleep(A_MOMENT)
    for pack in packs:
        _listed(pack, scratch)
    ratios = []
    before = _listed(packs[0], scratch)
    for _ in range(rounds):
        large = _listed(packs[1], scratch)
        after = _listed(packs[0], scratch)
        ratios.append(2 * large / (before + after))
        before = after
    return first, ratios


def pack_of_copies(folder: Path, count: int) -> Path:
    """A pack of as many written cases: those of the bundled packs again and again, each under an id of its own."""
    packs = [pack for pack in Workshop(strangers=False).found.of_kind("scenario") if pack.cases]
    texts = [(pack.folder / case.file).read_text("utf-8") for pack in packs for case in pack.cases]
    (folder / "cases").mkdir(parents=True)
    manifest = (packs[0].folder / "pack.yaml").read_text("utf-8")
    named = re.sub(r"(?m)^  name: .*$", f"  name: {folder.name}", manifest, count=1)
    (folder / "pack.yaml").write_text(named, encoding="utf-8")
    for number in range(count):
        text = re.sub(r"(?m)^case: .*$", f"case: case-{number}", texts[number % len(texts)], count=1)
        (folder / "cases" / f"case-{number:04}.yaml").write_text(text, encoding="utf-8")
    return folder


def _listed(pack: Path, scratch: Path) -> float:
    """Seconds until the cases are listed."""
    command = [*SIMULATOR, "play", "--pack", str(pack)]
    answers = {"Practise  ": ENTER, CHOICE: ENTER}
    return seconds_until(
        command, scratch, lambda _, shown: LAST in shown and CHOICE not in shown, answers=answers
    )
