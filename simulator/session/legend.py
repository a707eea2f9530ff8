"""What the words of a debrief mean, and what its points count: the same for every face and every guidance."""

from __future__ import annotations

COUNTING_HEADING = "How the points are counted"
COUNTING = (
    "Each question has one point, shared where it is asked about several. What only follows from an earlier mistake "
    "counts as right. A departure whose reason names a paragraph counts half; where several options may be chosen, "
    "it takes nothing off. Where the guidance is silent, nothing is counted. The signs count decisions, one by one."
)
"""What is said of the points."""

MEANINGS: tuple[tuple[str, str], ...] = (
    ("called for", "what the guidance says is to be done; it counts in full"),
    ("within discretion", "left open by the guidance; it counts in full as well"),
    (
        "a departure",
        "not called for, but it can be defended; with a reason that names a paragraph, no mistake",
    ),
    ("contrary to the guidance", "the guidance says otherwise; a mistake"),
    ("stated in words", "a paragraph says so itself"),
    ("inferred", "it follows from the paragraphs, though none says it in words"),
    ("silent", "the guidance gives no answer; what you choose is discussed, and not scored"),
)
"""The words for what the guidance says of an option and where it says so, each with what it means."""
MEANINGS_HEADING = "What the words mean"
