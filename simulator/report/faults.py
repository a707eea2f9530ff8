"""What can go wrong with a debrief or a report that is to be saved, as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from pathlib import Path


class ReportFault(UsageFault):
    """It is not saved, and nothing on the disk is changed. The text is one sentence."""


class TakenFault(ReportFault):
    """Something is at `path` already, and is left as it is."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path
