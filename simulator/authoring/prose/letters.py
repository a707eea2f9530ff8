"""Rules of letters: none that only looks like another, and none that cannot be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.authoring.prose.kinds import Span
    from simulator.authoring.prose.passage import Passage


class Letters(Kind):
    """Characters outside those that the language is written in.

    Settings: `ranges`, pairs of the first and the last of characters that may stand; `others`, single ones.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        ranges = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in settings["ranges"])
        self._strange = re.compile(f"[^\\n\\t{ranges}{re.escape(settings['others'])}]+")

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """Runs of such characters, as offsets in the text itself."""
        yield from (found.span() for found in self._strange.finditer(passage.text))
