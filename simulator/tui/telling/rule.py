"""A rule whole: what it decides and when, and what it then says of each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE, line, lines
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from simulator.session.book_view import RuleView, VerdictView
    from simulator.session.summary_view import Mark

AS_MARKED: dict[str, Mark] = {
    "expected": "right",
    "acceptable": "acceptable",
    "departure": "discuss",
    "contrary": "mistake",
}
"""The mark whose symbol and colour a verdict has."""
SILENT = "Here the guidance is silent: what is decided is discussed, and not scored."


def rule_told(rule: RuleView, paragraph: str) -> Content:
    """The rule; what rests on `paragraph` is emphasised."""
    silence = [lines(line("○", SILENT, HEADING), shown(rule.silence))] if rule.silence is not None else []
    parts = [
        lines(shown(rule.question, TITLE), shown(rule.asks), shown(rule.rule, MUTED)),
        shown(rule.when),
        *silence,
        *(_verdict(verdict, paragraph) for verdict in rule.verdicts),
    ]
    return Content("\n\n").join(parts)


def _verdict(verdict: VerdictView, paragraph: str) -> Content:
    sign = SIGNS[AS_MARKED[verdict.verdict]]
    when = f", {verdict.when}" if verdict.when else ""
    head = [
        shown(f"{sign.symbol} {verdict.verdict_label}:", f"bold ${sign.colour}"),
        shown(f"{verdict.label}{when}", "bold"),
    ]
    return lines(Content(" ").join(head), shown(verdict.why), _rests_on(verdict, paragraph))


def _rests_on(verdict: VerdictView, paragraph: str) -> Content:
    keys = [shown(key, "bold $accent" if key == paragraph else MUTED) for key in verdict.paragraphs]
    by = shown(
        f"{verdict.basis_label.capitalize()}:" if keys else f"{verdict.basis_label.capitalize()}.", MUTED
    )
    return Content(" ").join([by, Content(", ").join(keys)]) if keys else by
