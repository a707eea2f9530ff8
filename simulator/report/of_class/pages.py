"""The report of a class as pages that need nothing from outside: one for everybody, one for its facilitator.

The same findings give the same bytes. Every text is cleaned and escaped where it is written, whatever the template says
of it: as one line, or with the filter `block` as a text of several.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from simulator.classroom.poll_view import FEWEST
from simulator.errors.text import clean, clean_block
from simulator.report.of_class.arranged import (
    by_mistakes,
    departure_sums,
    most_mistaken,
    most_wrong,
    name_of_round,
    tables_of,
)
from simulator.report.of_class.reading import READING
from simulator.report.of_class.sureness import learner_rows, sure_rows
from simulator.report.pages import TEMPLATES
from simulator.session.legend import MEANINGS, MEANINGS_HEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.findings.findings import ClassFindings, LearnerCourseFindings, LearnerFindings
    from simulator.report.of_class.sureness import SureRow

OWN_TEMPLATES = Path(__file__).parent / "templates"
SETTLED_WORDS = {None: "Not settled.", True: "Accepted.", False: "Not accepted."}


@dataclass(frozen=True, slots=True)
class LearnerPage:
    """What the page of one seat tells."""

    name: str
    team: str
    people: int
    courses: Sequence[LearnerCourseFindings]
    sureness: Sequence[SureRow]


def public_page(findings: ClassFindings) -> str:
    """What everybody may read: it names nobody, and tells no distribution of fewer than `FEWEST` votes."""
    return _rendered(
        "report.html.jinja",
        findings=findings,
        cases=[tables_of(course, private=False) for course in findings.courses],
        most_wrong=most_wrong(findings),
        most_mistaken=most_mistaken(findings.sums.paragraphs),
        behind=by_mistakes(findings.sums.paragraphs),
        only_relied_on=[one for one in findings.sums.paragraphs if not one.decisions],
        sureness=sure_rows(findings.sums.calibration),
        reading=READING,
        meanings=MEANINGS,
        meanings_heading=MEANINGS_HEADING,
    )


def facilitators_page(findings: ClassFindings) -> str:
    """What the facilitator alone may read, with a page for each learner."""
    small = [tables_of(course, private=True) for course in findings.courses]
    return _rendered(
        "facilitator.html.jinja",
        findings=findings,
        small=[case for case in small if case.questions],
        learners=[_learner(one) for one in findings.learners],
        settled_words=SETTLED_WORDS,
        departures=departure_sums(findings),
    )


def _learner(one: LearnerFindings) -> LearnerPage:
    return LearnerPage(one.name, one.team, one.people, one.courses, learner_rows(one.sureness))


def _rendered(template: str, **told: Any) -> str:
    return _environment().get_template(template).render(told)


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
    styles = (TEMPLATES / "debrief.css", OWN_TEMPLATES / "class.css")
    environment.globals |= {
        "style": Markup("\n".join(style.read_text(encoding="utf-8") for style in styles)),
        "fewest": FEWEST,
    }
    environment.filters |= {
        "block": lambda text: escape(clean_block(text)),
        "share": lambda share: f"{100 * share:.0f}%",
        "split": lambda split: "–" if split is None else f"{split:.2f}",
        "vote": lambda number: name_of_round(number - 1).lower(),
        "minute": lambda minute: "–" if minute is None else f"{minute:.1f}",
        "time": lambda at: "–" if at is None else at[11:19],
        "moment": lambda at: "–" if at is None else f"{at[:10]}, {at[11:19]} UTC",
    }
    return environment
