"""`simulator pack new`: begins a pack."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from simulator.authoring.making.beginning import begin_pack
from simulator.cli.output import print_lines
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Makes the folder, and says what to do next."""
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance)
    folder = Path(asked.folder)
    title = asked.title if asked.title is not None else folder.name.replace("-", " ").capitalize()
    engine = workshop.engine()
    files = begin_pack(folder, title, engine, workshop.guidance_folder)
    named = asked.folder.rstrip("/")
    here = quote(named if "/" in named else f"./{named}")
    print_lines(
        [
            *(f"{folder / file}" for file in files),
            "",
            f"simulator pack lint {here}        checks it",
            f"simulator pack preview {here}     shows it as a learner sees it",
            f"simulator play --plain --pack {here}",
        ]
    )
    return 0
