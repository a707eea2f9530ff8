"""A learner's record as one page of HTML that needs nothing from outside and prints on A4.

The same view gives the same bytes. Every text is cleaned and escaped where it is written, whatever the template says of
it: as one line, or with the filter `block` as a text of several.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from simulator.errors.text import clean, clean_block
from simulator.report.of_learner import words
from simulator.report.of_learner.arranged import calibrations, confusion_table, mastered
from simulator.report.pages import TEMPLATES
from simulator.session.practising import STAGES
from simulator.session.record_view import FEWEST_ANSWERS, FEWEST_REVIEWS

if TYPE_CHECKING:
    from simulator.session.record_view import RecordView

OWN_TEMPLATES = Path(__file__).parent / "templates"
SIGNS = {"new": "○", "learning": "◐", "mastered": "●"}
"""What tells one stage of learning from another without colour, beside its word."""


def record_page(view: RecordView) -> str:
    """All of `view` as a whole HTML document."""
    return (
        _environment()
        .get_template("record.html.jinja")
        .render(
            record=view,
            mastered=mastered(view),
            confusions=[confusion_table(one) for one in view.confusions],
            calibrations=calibrations(view.calibration),
        )
    )


@cache
def _environment() -> Environment:
    """Templates in which every value is cleaned and escaped, save what is so already."""
    environment = Environment(
        loader=FileSystemLoader([OWN_TEMPLATES, TEMPLATES]),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else escape(clean(str(value))),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    styles = (TEMPLATES / "debrief.css", OWN_TEMPLATES / "learner.css")
    environment.globals |= {
        "style": Markup("\n".join(style.read_text(encoding="utf-8") for style in styles)),
        "signs": SIGNS,
        "mastery": words.MASTERY,
        "stages": STAGES,
        "reading": words.READING,
        "fewest": {"reviews": FEWEST_REVIEWS, "answers": FEWEST_ANSWERS},
        "left_out": words.left_out,
        "count_again": words.COUNT_AGAIN,
    }
    environment.filters |= {
        "block": lambda text: escape(clean_block(text)),
        "share": words.share,
        "known": words.known,
        "known_of_all": words.known_of_all,
        "signed": words.signed,
        "change": words.change,
        "index": words.index,
        "sureness": words.sureness,
        "leaning": words.leaning,
        "wide": lambda part: round(99 * min(max(part, 0), 1), 2),
    }
    return environment
