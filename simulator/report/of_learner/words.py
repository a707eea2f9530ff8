"""A learner's figures in words, the same in lines of text and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.signs import SURENESS
from simulator.session.record_view import FEWEST_ANSWERS, FEWEST_REVIEWS
from simulator.session.shares import hundredths, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.session.record_view import Mastery, RecordView

MINUS = "\N{MINUS SIGN}"
MASTERY: Mapping[Mastery, str] = {"new": "new", "learning": "being learnt", "mastered": "mastered"}
READING = (
    "Retention is how likely a rule is known on the day of this record. The goal is what practice keeps it at.",
    "A rule is mastered when it was right on at least three different days, and never wrong since the first of them, "
    "and it takes at least 21 days to fade below 90%.",
    "Skill and difficulty are estimated by Elo, in points. Where both are the same, a decision is as likely right as "
    "wrong; with 100 points more of skill it goes right 1.8 times as often as wrong.",
    "In a table of confusion ✓ is what was called for, and ~ what the guidance leaves open or is to be discussed: "
    "neither is a confusion. Where one of several options would do, the one that was chosen counts alone; where "
    "several are called for together, each that was missed counts once for each that was chosen instead.",
    "Independence goes from 0, where every answer moved that had no reason to, to 1, where none did.",
    f"Where a figure rests on fewer than {FEWEST_REVIEWS} reviews of a rule or paragraph, or on fewer than "
    f"{FEWEST_ANSWERS} answers, these are too few to say anything; the tables for a spreadsheet keep every figure, "
    "with its count.",
    "An interval holds the true figure with a likelihood of about 95%. A change whose interval holds 0 may be chance.",
)
"""How the record is to be read, in sentences."""
TOO_FEW = "too few to say"
COUNT_AGAIN = "simulator progress --count-again SESSION --reason WHY"


def share(part: float | None) -> str:
    """A share from 0 to 1 in whole per cent, as every face tells it."""
    return "–" if part is None else percent(part)


def signed(points: float) -> str:
    """Points with their sign, to whole ones."""
    whole = round(points)
    return f"{MINUS}{-whole}" if whole < 0 else f"+{whole}" if whole else "0"


def change(part: float) -> str:
    """A difference of two shares in points of per cent."""
    return signed(100 * part)


def known(retention: float | None, reviews: int, fewest: int = FEWEST_REVIEWS) -> str:
    """How likely something is known, and on how many reviews that rests; of too few only how many there were."""
    if retention is None:
        return "–"
    return _from(share(retention), reviews, "review", fewest)


def known_of_all(retention: float | None, reviews: int) -> str:
    """How much of all that was learnt is known."""
    return known(retention, reviews, FEWEST_ANSWERS)


def index(figure: float | None, compared: int) -> str:
    """The index of independence to two digits; of too few answers only that they are."""
    if figure is None:
        return "–"
    return hundredths(figure) if compared >= FEWEST_ANSWERS else TOO_FEW


def sureness(level: int) -> str:
    """What a level of sureness says."""
    return SURENESS.get(level, f"level {level}")


def leaning(surer_than_right: float | None, answers: int) -> str:
    """Whether somebody was surer than right, in a few words; empty where they did not say how sure.

    Of few answers it is said that they are too few.
    """
    if surer_than_right is None:
        return ""
    return _from(_leaning(surer_than_right), answers, "answer", FEWEST_ANSWERS)


def _from(told: str, number: int, word: str, fewest: int) -> str:
    """With what it rests on; of too little that alone."""
    on = counted(number, word)
    return f"{told}, from {on}" if number >= fewest else f"{TOO_FEW} ({on})"


def _leaning(surer_than_right: float) -> str:
    points = abs(round(100 * surer_than_right))
    if not points:
        return "as sure as right"
    return f"{'surer than' if surer_than_right > 0 else 'less sure than'} right by {counted(points, 'point')}"


def counted(number: int, word: str) -> str:
    """So many of something."""
    return f"1 {word}" if number == 1 else f"{number} {word}s"


def left_out(view: RecordView) -> str:
    """That nothing counts, for all cases are left out, and how one counts again; empty where something counts."""
    if view.cases or view.unread or not view.cases_left_out:
        return ""
    if view.cases_left_out == 1:
        return (
            "The one case that you finished is left out of every figure; it is listed under the last cases."
        )
    return f"All {view.cases_left_out} cases that you finished are left out of every figure; the last cases list them."


def sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if not text or text.endswith((".", "!", "?", ".”")) else f"{text}."


def listed(texts: Iterable[str]) -> str:
    """Texts in a row."""
    return ", ".join(texts)
