"""Mistakes in the words in which changes are told, and what is to be said of each."""

from __future__ import annotations

from tests.guidance.broken import broken

CHANGES = "changes.yaml"

CHANGE_WORDS = (
    broken(
        "words for changes of an entity that is not there",
        (CHANGES, "\n  people:\n", "\n  persons:\n"),
        "invalid", "persons:", "'persons' is no entity", "people",
    ),
    broken(
        "words for changes of a field that is not there",
        (CHANGES, "      agrees:\n", "      agreed:\n"),
        "unknown-word", "agreed:\n", "'agreed' is no field", "agrees",
    ),
    broken(
        "words for a value that the field does not have",
        (CHANGES, "          full_concluded:", "          full_conclude:"),
        "unknown-word", "full_conclude:", "'full_conclude' is no value that is told here", "full_concluded",
    ),
    broken(
        "words chosen by what a change does not tell",
        (CHANGES, "      consensual:\n        of: to", "      consensual:\n        of: too"),
        "unknown-word", "of: too", "'too' is no name to choose by", "to",
    ),
    broken(
        "a placeholder that stands for nothing",
        (CHANGES, "Had {changes},", "Had {change},"),
        "invalid", "Had {change}", r"'\{change\}' is no placeholder", r"\{changes\}",
    ),
    broken(
        "one text for a field of several values",
        (CHANGES, "      acts:\n        added:", "      acts: changed\n      home_acts:\n        added:"),
        "invalid", "acts: changed", "acts holds several values", "added",
    ),
)  # fmt: skip
