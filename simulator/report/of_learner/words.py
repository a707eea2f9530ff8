"""A learner's figures in words, the same in lines of text and on paper."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from simulator.report.signs import SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.session.practising import Stage
    from simulator.session.record_view import Mastery

MINUS = "\N{MINUS SIGN}"
MASTERY: Mapping[Mastery, str] = {"new": "new", "learning": "being learnt", "mastered": "mastered"}
STAGES: Mapping[Stage, str] = {
    "before": "before practice",
    "after": "after practice",
    "delayed": "some time after practice",
}
READING = (
    "Retention is how likely a rule is known on the day of this record. The goal is what practice keeps it at.",
    "A rule is mastered when its last three reviews were right and it takes at least 21 days to fade below 90%.",
    "Skill and difficulty are estimated by Elo, in points. Where both are the same, a decision is as likely right as "
    "wrong; with 100 points more of skill it goes right 1.8 times as often as wrong.",
    "A decision for which several options are called for, or of which several were chosen, counts once in a table of "
    "confusion for each pair of them.",
    "Independence goes from 0, where every answer moved that had no reason to, to 1, where none did.",
    "An interval holds the true figure with a likelihood of 95%. A change whose interval holds 0 may be chance.",
)
"""How the record is to be read, in sentences."""


def share(part: float | None) -> str:
    """A share from 0 to 1 in whole per cent, and never more than it is: what is not all shall not look like all."""
    return "–" if part is None else f"{floor(100 * part + 1e-9)}%"


def signed(points: float) -> str:
    """Points with their sign, to whole ones."""
    whole = round(points)
    return f"{MINUS}{-whole}" if whole < 0 else f"+{whole}" if whole else "0"


def change(part: float) -> str:
    """A difference of two shares in points of per cent."""
    return signed(100 * part)


def index(figure: float | None) -> str:
    """The index of independence to two digits, never more than it is."""
    return "–" if figure is None else f"{floor(100 * figure + 1e-9) / 100:.2f}"


def sureness(level: int) -> str:
    """What a level of sureness says."""
    return SURENESS.get(level, f"level {level}")


def leaning(surer_than_right: float | None) -> str:
    """Whether somebody was surer than right, in a few words; empty where they did not say how sure."""
    if surer_than_right is None:
        return ""
    points = abs(round(100 * surer_than_right))
    if not points:
        return "as sure as right"
    return f"{'surer than' if surer_than_right > 0 else 'less sure than'} right by {counted(points, 'point')}"


def counted(number: int, word: str) -> str:
    """So many of something."""
    return f"1 {word}" if number == 1 else f"{number} {word}s"


def sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if not text or text.endswith((".", "!", "?", ".”")) else f"{text}."


def listed(texts: Iterable[str]) -> str:
    """Texts in a row."""
    return ", ".join(texts)
