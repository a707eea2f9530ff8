"""A finished session's debrief as one page: HTML that needs nothing from outside, or Markdown.

The same view gives the same bytes. In both formats every text is cleaned and escaped where it is written, whatever
the template says of it: as one line, or with the filter `block` as a text of several.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from re import sub
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from simulator.errors.text import clean, clean_block
from simulator.report.faults import ReportFault
from simulator.report.figures import figure, percent
from simulator.report.markdown_text import markdown, markdown_stretches
from simulator.report.quoting import Stretch
from simulator.report.signs import SIGNS
from simulator.report.told import report_of
from simulator.session.legend import COUNTING, MEANINGS, MEANINGS_HEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from simulator.report.decisions import Explanations
    from simulator.report.told import Report
    from simulator.session.view import View

TEMPLATES = Path(__file__).parent / "templates"


def html_page(view: View, explanations: Explanations, own_words: bool) -> str:
    """The debrief of `view` as a whole HTML document; raises ReportFault before the session is finished."""
    return _html().get_template("debrief.html.jinja").render(report=_report(view, explanations, own_words))


def markdown_page(view: View, explanations: Explanations, own_words: bool) -> str:
    """The debrief of `view` as CommonMark; raises ReportFault before the session is finished."""
    report = _report(view, explanations, own_words)
    page = _markdown().get_template("debrief.md.jinja").render(report=report)
    return sub(r"\n{3,}", "\n\n", page).strip("\n") + "\n"


def _report(view: View, explanations: Explanations, own_words: bool) -> Report:
    if view.debrief is None:
        raise ReportFault("A debrief can be saved once its case is finished.")
    return report_of(view, view.debrief, explanations, own_words)


@cache
def _html() -> Environment:
    environment = _environment(lambda text: escape(clean(text)))
    environment.filters["block"] = lambda text: escape(clean_block(text))
    environment.globals["style"] = Markup((TEMPLATES / "debrief.css").read_text(encoding="utf-8"))
    return environment


@cache
def _markdown() -> Environment:
    environment = _environment(lambda text: Markup(markdown(clean(text))))
    environment.filters["block"] = lambda text, indent="": Markup(markdown(clean_block(text), indent))
    environment.filters["quoting"] = lambda parts, indent="": Markup(
        markdown_stretches(_clean(parts), indent)
    )
    return environment


def _clean(parts: Iterable[Stretch]) -> list[Stretch]:
    return [Stretch(clean_block(part.text), part.quoted) for part in parts]


def _environment(written: Callable[[str], Markup]) -> Environment:
    """Templates in which every value goes through `written`, save what is written already."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else written(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "signs": SIGNS,
        "counting": COUNTING,
        "meanings": MEANINGS,
        "meanings_heading": MEANINGS_HEADING,
    }
    environment.filters |= {"percent": percent, "figure": figure}
    return environment
