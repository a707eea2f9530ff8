"""Saving a debrief as a page of its own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.plain.numbered import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.debrief_view import DebriefView, ExplanationView
    from simulator.session.runner import Runner

WITH_WORDS = " with words"


def save(runner: Runner, debrief: DebriefView, said: str) -> str:
    """Save the debrief as `said` names it, a path that `with words` may follow; the sentence that tells of it.

    Raises UsageFault where no path is named or nothing can be saved there.
    """
    from simulator.report.saving import save_debrief

    own_words = f" {said.lower()}".endswith(WITH_WORDS)
    named = said[: -len(WITH_WORDS)].strip() if own_words else said.strip()
    if not named:
        raise UsageFault("Type save and a path that ends in .html or .md, as in: save debrief.html")
    path = save_debrief(runner.view, _explanations(runner, debrief), Path(named), own_words)
    return f"Saved to {clean(str(path))}, {'with' if own_words else 'without'} your own words."


def _explanations(runner: Runner, debrief: DebriefView) -> Mapping[tuple[str, str, str], ExplanationView]:
    """What would have changed each decision, as far as it is found: by phase, question and subject."""
    found = {}
    for one in numbered(debrief):
        key = one.phase.phase, one.question.question, one.decision.subject
        with suppress(UsageFault):
            found[key] = runner.explanation(*key)
    return found
