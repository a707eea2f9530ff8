"""All that is folded over a learner's finished cases: what they remember, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from simulator.practice.figures import NO_FIGURES, Figures
from simulator.practice.memory import Memory

if TYPE_CHECKING:
    from simulator.practice.played import Played

NAME: Final = "progress"
"""As which the fold is kept."""
VERSION: Final = 3
"""Goes up whenever what is kept or how it is counted changes: what was kept before is then worked out anew."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The fold; cases are given in the order in which they ended, and none that is left out."""

    memory: Memory
    figures: Figures

    def after(self, played: Played) -> Progress:
        """With one more case."""
        return Progress(self.memory.after(played), self.figures.after(played))

    def as_data(self) -> dict[str, Any]:
        """As plain JSON data, whose size does not grow with the number of decisions."""
        return {"version": VERSION, "memory": self.memory.as_data(), "figures": self.figures.as_data()}

    @classmethod
    def from_data(cls, data: object) -> Progress:
        """What `as_data` gave; raises ValueError for everything else."""
        match data:
            case {"version": int(version), "memory": memory, "figures": figures, **more}:
                if version == VERSION and not isinstance(version, bool) and not more:
                    return cls(Memory.from_data(memory), Figures.from_data(figures))
        raise ValueError(f"this is no progress of version {VERSION}")


NO_PROGRESS: Final = Progress(Memory(), NO_FIGURES)
"""Before the first case."""
