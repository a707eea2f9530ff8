"""The debrief as lines of text: symbol and word, never colour."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from simulator.plain.numbered import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.plain.lines import Lines
    from simulator.plain.numbered import Numbered
    from simulator.session.view import (
        DebriefView,
        DecisionView,
        Mark,
        ParagraphView,
        RulingView,
        ScoreView,
    )

MARKS: dict[Mark, str] = {
    "right": "[+] Right",
    "acceptable": "[=] Within discretion",
    "discuss": "[?] A departure, to be discussed",
    "mistake": "[x] A mistake",
    "follows": "[>] Follows from an earlier mistake",
    "silent": "[-] The guidance gives no answer; not scored",
}


def tell_debrief(debrief: DebriefView, lines: Lines) -> None:
    """Tell all of `debrief`: decisions, how the case ended, paragraphs, points."""
    phase = None
    for one in numbered(debrief):
        if one.phase is not phase:
            phase = one.phase
            lines.say()
            lines.say(f"Debrief. {phase.title}.")
        tell_decision(one, lines)
    _tell_closing(debrief, lines)
    _tell_paragraphs(debrief.paragraphs, lines)
    lines.say()
    lines.say("Points:")
    for score in debrief.scores:
        lines.say(points_of(score), indent="  ")


def points_of(score: ScoreView) -> str:
    """What one scorer gives, with a share in whole per cent."""
    share = f" ({score.points / score.possible:.0%})" if score.possible else ""
    return f"{score.name}: {_figure(score.points)} of {_figure(score.possible)}{share}"


def _figure(points: float) -> str:
    """To one decimal, and never more than it is: what is not all shall not look like all."""
    return f"{floor(points * 10 + 1e-6) / 10:.1f}".removesuffix(".0")


def tell_decision(one: Numbered, lines: Lines) -> None:
    """Tell one decision of a debrief by its number."""
    lines.say()
    lines.say(f"{one.title}: {MARKS[one.decision.mark]}.")
    for line in _decision(one.decision):
        lines.say(line, indent="  ")


def _decision(decision: DecisionView) -> Iterator[str]:
    for ruling in decision.chosen:
        excused = ", excused by your reasons" if ruling.excused else ""
        yield f"You chose: {_ruling(ruling)}{excused}. {ruling.why}"
    for ruling in decision.called_for:
        if ruling not in decision.chosen:
            yield f"Called for: {ruling.label} ({ruling.basis_label}). {ruling.why}"
    also_open = [ruling.label for ruling in decision.also_open if ruling not in decision.chosen]
    if also_open:
        yield f"Also within discretion: {', '.join(also_open)}."
    if decision.silence:
        yield f"The guidance is silent: {decision.silence}"
    if decision.follows_from:
        yield decision.follows_from
    yield from _evidence(decision)
    for block in decision.untold:
        yield f"Not asked for, and so not told in time. {block.note or ''} It told: {block.text}"
    yield from _own_words(decision)
    for citation in decision.citations:
        yield f"{citation.paragraph}: “{citation.quote}”"
    for tension in decision.tensions:
        paragraphs = " and ".join(tension.paragraphs)
        yield f"{paragraphs} pull against each other: {tension.text} Settled here: {tension.settled}"


def _evidence(decision: DecisionView) -> Iterator[str]:
    for matter in decision.evidence:
        yield f"The evidence ({matter.label}):"
        for piece in matter.pieces:
            yield f"- {'; '.join(piece.is_evidence)}: {piece.text}"
        amounts = f": {'; '.join(matter.amounts_to)}" if matter.amounts_to else ""
        yield f"Together it carries “{matter.grade}”{amounts}."


def _own_words(decision: DecisionView) -> Iterator[str]:
    if decision.rationale:
        yield f"Your reasons: {decision.rationale}"
    if decision.cites:
        yield f"You cited: {', '.join(decision.cites)}."
    if decision.sureness is not None:
        yield f"You were sure: {decision.sureness} of 3."


def _ruling(ruling: RulingView) -> str:
    return f"{ruling.label} ({ruling.verdict_label}, {ruling.basis_label})"


def _tell_closing(debrief: DebriefView, lines: Lines) -> None:
    if debrief.closing:
        lines.say()
        lines.say("How the case ended.")
    for block in debrief.closing:
        lines.say(block.text)
    if debrief.discuss:
        lines.say()
        lines.say("To discuss:")
    lines.say_list(debrief.discuss)


def _tell_paragraphs(paragraphs: tuple[ParagraphView, ...], lines: Lines) -> None:
    if paragraphs:
        lines.say()
        lines.say("The paragraphs cited, whole:")
    for paragraph in paragraphs:
        lines.say(f"{paragraph.paragraph}. {paragraph.text}", indent="  ")
        for note in paragraph.notes:
            lines.say(f"Note, {note}", indent="    ")
