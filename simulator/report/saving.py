"""Saving a debrief as a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.report.faults import ReportFault
from simulator.report.new import save_new

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.report.decisions import Explanations
    from simulator.session.view import View

SUFFIXES = (".html", ".md")
"""How the name of a saved debrief ends: it says in which format it is saved."""


def save_debrief(view: View, explanations: Explanations, path: Path, own_words: bool) -> Path:
    """Save the debrief of `view` at `path`, as HTML or Markdown by how its name ends; returns where it lies.

    `~` is the home folder. The file appears whole or not at all. Raises ReportFault with a sentence, and changes
    nothing then: where something is there already (a link, too), where the suffix is another, and where the
    folder or the disk does not take it.
    """
    return save_new(_page(view, explanations, path, own_words).encode(), path)


def _page(view: View, explanations: Explanations, path: Path, own_words: bool) -> str:
    from simulator.report.pages import html_page, markdown_page

    match path.suffix.lower():
        case ".html":
            return html_page(view, explanations, own_words)
        case ".md":
            return markdown_page(view, explanations, own_words)
    raise ReportFault(
        clean(f"{path.name or path} ends neither in .html nor in .md; end the name in one of them.")
    )
