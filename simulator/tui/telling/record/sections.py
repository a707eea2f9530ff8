"""The sections of the record, each by its key."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from simulator.tui.telling.record.calibration import calibration_sheet
from simulator.tui.telling.record.citation import citation_sheet
from simulator.tui.telling.record.confusion import confusion_sheet
from simulator.tui.telling.record.independence import independence_sheet
from simulator.tui.telling.record.mistakes import mistakes_sheet
from simulator.tui.telling.record.played import cases_sheet
from simulator.tui.telling.record.rules import paragraphs_sheet, rules_sheet
from simulator.tui.telling.record.summary import summary_sheet
from simulator.tui.telling.record.tested import tests_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.record_view import RecordView
    from simulator.tui.telling.sheet import Sheet


class Section(Enum):
    """A section by its key, and its title."""

    SUMMARY = ("1", "Summary")
    RULES = ("2", "Rules")
    PARAGRAPHS = ("3", "Paragraphs")
    CONFUSION = ("4", "Confusion")
    MISTAKES = ("5", "Mistakes")
    INDEPENDENCE = ("6", "Independence")
    CALIBRATION = ("7", "Calibration")
    CITATION = ("8", "Citation")
    TESTS = ("9", "Tests")
    CASES = ("0", "Cases")

    @property
    def key(self) -> str:
        """The key that opens it."""
        return self.value[0]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.value[1]


SHEETS: dict[Section, Callable[[RecordView], Sheet]] = {
    Section.SUMMARY: summary_sheet,
    Section.RULES: rules_sheet,
    Section.PARAGRAPHS: paragraphs_sheet,
    Section.CONFUSION: confusion_sheet,
    Section.MISTAKES: mistakes_sheet,
    Section.INDEPENDENCE: independence_sheet,
    Section.CALIBRATION: calibration_sheet,
    Section.CITATION: citation_sheet,
    Section.TESTS: tests_sheet,
    Section.CASES: cases_sheet,
}


def sheet_of(record: RecordView, section: Section) -> Sheet:
    """What a section shows."""
    return SHEETS[section](record)
