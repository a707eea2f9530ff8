"""Sentences that name keys, with the keys as they are bound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.tui.keys import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding

BINDING_ID = re.compile(r"\{([a-z]+\.[a-z-]+)\}")


def with_keys(sentence: str, bindings: Mapping[str, ActiveBinding]) -> str:
    """`sentence` with a key in place of each binding's id that stands in it as `{case.undo}`."""
    keys = {active.binding.id: key for key, active in reversed(list(bindings.items()))}
    return BINDING_ID.sub(lambda found: called(keys[found[1]]) if found[1] in keys else "no key", sentence)
