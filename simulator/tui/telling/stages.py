"""What the three tests are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.session.practising import Stage

STAGES: dict[Stage, str] = {
    "before": "Test before practice",
    "after": "Test after practice",
    "delayed": "Test some time later",
}
