"""How well each rule and each paragraph is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.few import known
from simulator.tui.telling.pieces import MUTED, line, lines, page
from simulator.tui.telling.record.words import (
    MASTERY,
    MASTERY_MEANS,
    difficulty,
    likely,
    right_and_wrong,
    share,
)
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import ParagraphRowView, RecordView, RuleRowView

RULES = (Column("What is asked, and called for"), Column("", 10), Column("Known now", 14), Column("Due", 10))
PARAGRAPHS = (Column("Paragraph"), Column("Right", 12), Column("", 10), Column("Known now", 14))
NO_RULES, NO_PARAGRAPHS = "The guidance has no rules to know.", "No decision has rested on a paragraph yet."


def rules_sheet(record: RecordView) -> Sheet:
    """A row for each rule, in the order of the guidance."""
    said = "Every rule of the guidance, in its order. b begins a new case for the one under the cursor."
    return Sheet(said if record.rules else NO_RULES, RULES, tuple(map(_rule, record.rules)))


def _rule(rule: RuleRowView) -> Row:
    def detail(width: int) -> Content:
        told = [line(f"{MASTERY[rule.mastery]}:", f"{MASTERY_MEANS[rule.mastery]}.")]
        if rule.retention is not None:
            told.append(likely(rule.retention, rule.reviews, width))
        told += [line("Reviews right:", share(rule.right, rule.reviews))]
        told += [line("Due:", rule.due)] if rule.due else []
        told += [line("Difficulty:", difficulty(rule.difficulty)), line("Rule:", rule.rule)]
        told += [line("Rests on:", ", ".join(rule.paragraphs))] if rule.paragraphs else []
        return page(rule.title, [lines(*told), shown("b begins a new case for it.", MUTED)])

    cells = (rule.title, MASTERY[rule.mastery], known(rule.retention, rule.reviews), rule.due or "")
    return Row(cells, detail, rule=rule.rule, paragraph=next(iter(rule.paragraphs), ""))


def paragraphs_sheet(record: RecordView) -> Sheet:
    """A row for each paragraph on which a decision rested."""
    said = "How the decisions went that rest on each paragraph. g opens the guidance at the one under the cursor."
    rows = tuple(map(_paragraph, record.paragraphs))
    return Sheet(said if rows else NO_PARAGRAPHS, PARAGRAPHS, rows)


def _paragraph(row: ParagraphRowView) -> Row:
    def detail(width: int) -> Content:
        told = [line(f"{MASTERY[row.mastery]}:", f"{MASTERY_MEANS[row.mastery]}.")]
        if row.right + row.wrong:
            told.append(right_and_wrong(row.right, row.wrong, width))
        if row.retention is not None:
            told.append(likely(row.retention, row.reviews, width))
        title = f"{row.paragraph}: {row.section}" if row.section else row.paragraph
        return page(title, [lines(*told), shown("g opens the guidance here.", MUTED)])

    name = f"{row.paragraph}  {row.section}" if row.section else row.paragraph
    decisions = f"{row.right} of {row.right + row.wrong}" if row.right + row.wrong else "none yet"
    cells = (name, decisions, MASTERY[row.mastery], known(row.retention, row.reviews))
    return Row(cells, detail, paragraph=row.paragraph)
