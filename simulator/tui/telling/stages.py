"""What the three tests are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.practising import STAGES

if TYPE_CHECKING:
    from simulator.session.practising import Stage


def test_called(stage: Stage) -> str:
    """What a test is called at the beginning of a line."""
    return f"Test {STAGES[stage]}"
