"""One thing that a learner chose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for one question about one subject.

    `phase` only with a case; `confidence` from 1, unsure, to 3, sure; `cites` the paragraphs relied on.
    """

    phase: str | None
    question: str
    subject: str
    chosen: tuple[str, ...]
    rationale: str = ""
    confidence: int | None = None
    cites: tuple[str, ...] = ()

    @property
    def excuses(self) -> bool:
        """Is a departure no mistake here: has it a rationale, and a paragraph that it relies on?"""
        return bool(self.rationale.strip() and self.cites)
