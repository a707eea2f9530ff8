"""Everything that the author of a code plugin imports."""

from __future__ import annotations

import pluggy

from simulator.plugins.hooks import PROJECT
from simulator.scoring.scorer import Scorer

__all__ = ["API_VERSION", "Scorer", "hookimpl"]

API_VERSION = 1
"""What the `api_version` of a record must be."""

hookimpl = pluggy.HookimplMarker(PROJECT)
