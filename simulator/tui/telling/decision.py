"""One decision explained: what was chosen, what is called for, why, in which words of which paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.changes import leading_on
from simulator.tui.telling.evidence import evidence_told
from simulator.tui.telling.pieces import HEADING, MUTED, line, lines, page, section
from simulator.tui.telling.signs import MEANING, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

    from simulator.session.view import CitationView, DebriefView, DecisionView, RulingView, TensionView
    from simulator.tui.looking import Explained


def explained(question: str, decision: DecisionView, debrief: DebriefView, known: Explained) -> Content:
    """The whole explanation; `question` is the question's title, `known` what was looked up already."""
    sign = SIGNS[decision.mark]
    parts = [
        line(f"{sign.symbol} {sign.word}", MEANING[decision.mark], f"bold ${sign.colour}"),
        *_follows(decision),
        *_chosen(decision),
        *_called_for(decision),
        *leading_on(decision, known),
        *_also_open(decision),
        *_silence(decision),
        *evidence_told(decision),
        *(_tension(tension) for tension in decision.tensions),
        *_paragraphs(decision.citations, debrief),
        *_own_words(decision),
    ]
    return page(f"{question} – {decision.label}", parts)


def _follows(decision: DecisionView) -> Iterable[Content]:
    if decision.follows_from is not None:
        yield shown(decision.follows_from, "$warning")


def _chosen(decision: DecisionView) -> Iterable[Content]:
    return section("You chose", [_ruling(ruling) for ruling in decision.chosen] or [shown("Nothing.")])


def _called_for(decision: DecisionView) -> Iterable[Content]:
    others = _not_chosen(decision.called_for, decision)
    heading = "Also called for, and not chosen" if decision.missed else "The guidance calls for"
    return section(heading, map(_ruling, others))


def _also_open(decision: DecisionView) -> Iterable[Content]:
    others = [ruling.label for ruling in _not_chosen(decision.also_open, decision)]
    if others:
        yield line("Also within its discretion:", "; ".join(others))


def _not_chosen(rulings: Iterable[RulingView], decision: DecisionView) -> list[RulingView]:
    chosen = {ruling.option for ruling in decision.chosen}
    return [ruling for ruling in rulings if ruling.option not in chosen]


def _ruling(ruling: RulingView) -> Content:
    verdict = f"({ruling.verdict_label}; {ruling.basis_label})"
    return lines(line(ruling.label, verdict), shown(ruling.why))


def _silence(decision: DecisionView) -> Iterable[Content]:
    if decision.silence is not None:
        yield line("The guidance is silent.", decision.silence, HEADING)


def _tension(tension: TensionView) -> Content:
    between = shown(f"A tension: {', '.join(tension.paragraphs)}", HEADING)
    return lines(between, shown(f"{tension.text} {tension.settled}"))


def _paragraphs(citations: tuple[CitationView, ...], debrief: DebriefView) -> Iterable[Content]:
    quotes: dict[str, list[str]] = {}
    for citation in citations:
        quotes.setdefault(citation.paragraph, []).append(citation.quote)
    return section("In the guidance", [_paragraph(key, quoted, debrief) for key, quoted in quotes.items()])


def _paragraph(key: str, quotes: list[str], debrief: DebriefView) -> Content:
    paragraph = debrief.paragraph(key)
    text = shown(paragraph.text)
    for quote in (shown(quote).plain for quote in quotes):
        start = text.plain.find(quote)
        if start >= 0:
            text = text.stylize("bold $accent", start, start + len(quote))
    notes = [shown(f"Note, {note}", f"italic {MUTED}") for note in paragraph.notes]
    return lines(line(key, paragraph.section), text, *notes)


def _own_words(decision: DecisionView) -> Iterable[Content]:
    if decision.rationale:
        yield lines(shown("Your reason", HEADING), shown(decision.rationale))
