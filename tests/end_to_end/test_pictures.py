"""The committed pictures show the program as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.end_to_end.class_pictures import ADDRESS
from tests.end_to_end.pictures import COMMAND, FOLDER, pictures

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.training import Training


async def test_the_committed_pictures_are_those_that_playing_makes(
    training: Training, tmp_path: Path
) -> None:
    made = await pictures(training, tmp_path)
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    differ = sorted(name for name in made.keys() | committed.keys() if made.get(name) != committed.get(name))
    assert not differ, (
        f"docs/pictures no longer shows the program ({', '.join(differ)}); look at it, and run: {COMMAND}"
    )
    assert not any("http" in _without_names(drawn) for drawn in made.values())


def _without_names(drawn: str) -> str:
    """The picture without the name of its format and the address of the class, of which nothing is loaded."""
    return drawn.replace("http://www.w3.org/", "").replace(ADDRESS, "")
