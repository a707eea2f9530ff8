"""What a person can want in the middle of something else."""

from __future__ import annotations


class PlayWanted(Exception):
    """The person wants another case: `which` of `pack`, or to choose where there is none."""

    def __init__(self, pack: str = "", which: int | str | None = None) -> None:
        super().__init__(pack, which)
        self.pack = pack
        self.which = which
