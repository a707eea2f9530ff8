"""How the report of a class is to be read, in sentences."""

from __future__ import annotations

READING = (
    "Called for and within discretion are right; the signs are ✓ for right, ? for a departure, ✗ for contrary to the "
    "guidance, and ○ for what is not scored because the guidance is silent.",
    "At first is the first vote on a question. In the end is the last vote of every seat, after what was discussed: of "
    "a seat that did not vote again it is the first one, so that more votes count there than in the column of the "
    "second vote.",
    "A departure is no mistake where its reason names a paragraph, or where the facilitator accepted it. Every other "
    "departure counts as a mistake, though the tables of votes show it with ?.",
    "Where several options may be chosen, a decision is right only with nothing wrong chosen and nothing left out that "
    "is called for.",
    "In a picture of votes the bar with a broken frame is the first vote, and the full bar the last. In a picture of "
    "decisions the full part is right, and the part with a broken frame mistakes.",
    "Split goes from 0, all of one opinion, to 1, evenly parted; from 0.5 on a class counts as split.",
    "Relied on elsewhere says how often a paragraph was named as the reason in a decision that does not rest on it.",
    "A mistake counts for every paragraph behind what is called for. Questions that were skipped and answers that were "
    "not given are no mistakes.",
    "An error that only follows from an earlier one counts here as well: each vote stands alone.",
)
