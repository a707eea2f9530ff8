"""What a person can want in the middle of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.runner import Runner


class PlayWanted(Exception):
    """The person wants another case: that of `runner`, which is begun, else `which` of `pack`, else to choose."""

    def __init__(self, pack: str = "", which: int | str | None = None, runner: Runner | None = None) -> None:
        super().__init__(pack, which)
        self.pack = pack
        self.which = which
        self.runner = runner
