"""The table of example facts: every row and every cell of every question of the decision model."""

from __future__ import annotations

from . import rows_assessment, rows_children, rows_closing, rows_outcome, rows_report, rows_route

EXAMPLES = [
    *rows_report.EXAMPLES,
    *rows_assessment.EXAMPLES,
    *rows_route.EXAMPLES,
    *rows_children.EXAMPLES,
    *rows_outcome.EXAMPLES,
    *rows_closing.EXAMPLES,
]
