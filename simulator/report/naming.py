"""Names for files that every system takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from datetime import date

    from simulator.session.view import View

LONGEST = 80
"""Characters of a whole name."""
_MOST_BYTES = 200


def suggested_name(view: View, day: date, suffix: str = ".html") -> str:
    """A name for the saved debrief of `view`: letters and digits of its title, and the day.

    It begins with a word of ours, so it is no name that a system keeps for itself, nor hidden.
    """
    words = re.findall(r"[^\W_]+", normalize("NFC", view.title))
    before, after = "debrief-", f"-{day.isoformat()}{suffix}"
    title = "-".join(words)[: LONGEST - len(before) - len(after)]
    title = title.encode()[: _MOST_BYTES - len(before) - len(after)].decode(errors="ignore").strip("-")
    return f"{before}{title}{after}" if title else f"debrief{after}"
