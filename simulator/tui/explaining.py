"""The debrief's texts: each decision explained, each phase counted, and how the case ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.session.view import (
        CitationView,
        DebriefPhaseView,
        DebriefView,
        DecisionView,
        Mark,
        RulingView,
        TensionView,
    )


class Sign(NamedTuple):
    """A mark for the eye: symbol, word, and the theme's colour."""

    symbol: str
    word: str
    colour: str


SIGNS: dict[Mark, Sign] = {
    "right": Sign("✓", "right", "success"),
    "acceptable": Sign("✓", "acceptable", "success"),
    "discuss": Sign("?", "to discuss", "warning"),
    "mistake": Sign("✗", "mistake", "error"),
    "follows": Sign("↳", "follows", "warning"),
    "silent": Sign("○", "not scored", "secondary"),
}
MEANING: dict[Mark, str] = {
    "right": "This is what the guidance calls for.",
    "acceptable": "This is within the discretion that the guidance leaves.",
    "discuss": "A departure for which you gave a reason: to be discussed.",
    "mistake": "Not, or not wholly, what the guidance calls for.",
    "follows": "An error that follows from an earlier one, and costs nothing more.",
    "silent": "The guidance gives no answer here: discussed, not scored.",
}

HEADING = "bold $primary"
MUTED = "$text-muted"


def explained(question: str, decision: DecisionView, debrief: DebriefView) -> Content:
    """One decision: what was chosen, what is called for, why, in which words of which paragraph."""
    sign = SIGNS[decision.mark]
    parts = [
        shown(f"{question} – {decision.label}", "bold $accent"),
        _line(f"{sign.symbol} {sign.word}", MEANING[decision.mark], f"bold ${sign.colour}"),
        *_follows(decision),
        *_chosen(decision),
        *_called_for(decision),
        *_also_open(decision),
        *_silence(decision),
        *(_tension(tension) for tension in decision.tensions),
        *_paragraphs(decision.citations, debrief),
        *_own_words(decision),
    ]
    return Content("\n\n").join(parts)


def counted(phase: DebriefPhaseView) -> Content:
    """How the decisions of a phase went, by mark."""
    marks = [decision.mark for question in phase.questions for decision in question.decisions]
    lines = [
        shown(f"{sign.symbol} {sign.word}: {marks.count(mark)}", f"${sign.colour}")
        for mark, sign in SIGNS.items()
        if mark in marks
    ]
    return Content("\n").join([shown(phase.title, "bold $accent"), Content(""), *lines])


def scored(debrief: DebriefView) -> Content:
    """The scorers' results side by side."""
    scores = [
        _line(score.name, f"{score.points:.4g} of {score.possible:.4g}", HEADING) for score in debrief.scores
    ]
    return Content("   ").join(scores)


def ended(title: str, debrief: DebriefView) -> Content:
    """How the case ended."""
    blocks = [
        shown(text, style)
        for block in debrief.closing
        for text, style in ((block.note, f"italic {MUTED}"), (block.text, ""))
        if text is not None
    ]
    return Content("\n\n").join([shown(title, "bold $accent"), *blocks])


def _line(head: str, text: str, style: str) -> Content:
    return Content(" ").join([shown(head, style), shown(text)])


def _follows(decision: DecisionView) -> Iterable[Content]:
    if decision.follows_from is not None:
        yield shown(decision.follows_from, "$warning")


def _chosen(decision: DecisionView) -> Iterable[Content]:
    yield shown("You chose", HEADING)
    if not decision.chosen:
        yield shown("nothing")
    yield from (_ruling(ruling) for ruling in decision.chosen)


def _called_for(decision: DecisionView) -> Iterable[Content]:
    chosen = {ruling.option for ruling in decision.chosen}
    others = [ruling for ruling in decision.called_for if ruling.option not in chosen]
    if others:
        yield shown(
            "Also called for, and not chosen" if decision.missed else "The guidance calls for", HEADING
        )
        yield from (_ruling(ruling) for ruling in others)


def _also_open(decision: DecisionView) -> Iterable[Content]:
    chosen = {ruling.option for ruling in decision.chosen}
    others = [ruling.label for ruling in decision.also_open if ruling.option not in chosen]
    if others:
        yield _line("Also within its discretion:", "; ".join(others), "bold")


def _ruling(ruling: RulingView) -> Content:
    verdict = f"({ruling.verdict_label}; {ruling.basis_label})"
    return Content("\n").join([_line(ruling.label, verdict, "bold"), shown(ruling.why)])


def _silence(decision: DecisionView) -> Iterable[Content]:
    if decision.silence is not None:
        yield _line("The guidance is silent.", decision.silence, HEADING)


def _tension(tension: TensionView) -> Content:
    between = shown(f"A tension: {', '.join(tension.paragraphs)}", HEADING)
    return Content("\n").join([between, shown(f"{tension.text} {tension.settled}")])


def _paragraphs(citations: tuple[CitationView, ...], debrief: DebriefView) -> Iterable[Content]:
    quotes: dict[str, list[str]] = {}
    for citation in citations:
        quotes.setdefault(citation.paragraph, []).append(citation.quote)
    if quotes:
        yield shown("In the guidance", HEADING)
    for key, quoted in quotes.items():
        yield _paragraph(key, quoted, debrief)


def _paragraph(key: str, quotes: list[str], debrief: DebriefView) -> Content:
    paragraph = debrief.paragraph(key)
    text = shown(paragraph.text)
    for quote in (shown(quote).plain for quote in quotes):
        start = text.plain.find(quote)
        if start >= 0:
            text = text.stylize("bold $accent", start, start + len(quote))
    head = _line(key, paragraph.section, "bold")
    notes = [shown(f"Note, {note}", f"italic {MUTED}") for note in paragraph.notes]
    return Content("\n").join([head, text, *notes])


def _own_words(decision: DecisionView) -> Iterable[Content]:
    if decision.rationale:
        yield Content("\n").join([shown("Your reason", HEADING), shown(decision.rationale)])
