"""The terminal UI and the player of its own tests, before whom everything is hostile."""

from __future__ import annotations

from tests.tui.conftest import _own_preferences, make_app, playing, store

__all__ = ["_own_preferences", "make_app", "playing", "store"]
