"""The debrief as lines of text: symbol and word, never colour."""

from __future__ import annotations

from itertools import groupby
from math import floor
from typing import TYPE_CHECKING

from simulator.plain.numbered import numbered
from simulator.plain.summary import MARKS, MEANING, SURE, summary_of, tally_of, welfare_of
from simulator.session.legend import COUNTING, MEANINGS_HEADING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from simulator.plain.lines import Lines
    from simulator.plain.numbered import Numbered
    from simulator.session.debrief_view import DebriefView, DecisionView, RulingView, ScoreView
    from simulator.session.texts_view import ParagraphView

MORE = "Type feedback to hear this again in full, or help for what else you can ask. The case goes on."
BRIEF = "Where you were right, type the number of a decision to hear why the others were not."


def tell_debrief(
    debrief: DebriefView, lines: Lines, told: Collection[str] = (), *, whole: bool = False
) -> None:
    """Tell `debrief`, and last the welfare; the decisions of the phases `told` were told before.

    Without `whole`, what is to be said of decisions can be left to who asks: why not the others, where one was right,
    and what was just said of another one.
    """
    with lines.in_screens():
        _tell_whole(debrief, lines, told, whole=whole)


def _tell_whole(debrief: DebriefView, lines: Lines, told: Collection[str], *, whole: bool) -> None:
    tell_summary(debrief, lines)
    _tell_phases("Debrief", debrief, lines, told, whole=whole)
    if not whole:
        lines.say()
        lines.say(BRIEF)
    before = [phase.title for phase in debrief.phases if phase.phase in told]
    if before:
        lines.say()
        lines.say(
            f"Told before, with their phases: {', '.join(before)}. Type a number to hear a decision again."
        )
    _tell_paragraphs(debrief.paragraphs, lines)
    points = [points_of(score) for score in debrief.scores]
    _tell_headed("Points:", [*points, COUNTING] if points else [], lines)
    if debrief.discuss:
        lines.say()
        lines.say("To discuss:")
        lines.say_list(debrief.discuss)
    _tell_headed("How the case ended.", (block.text for block in debrief.closing), lines)
    _tell_headed("What was done for the welfare of each:", welfare_of(debrief.summary.welfare), lines)


def tell_summary(debrief: DebriefView, lines: Lines) -> None:
    """Tell how it went as a whole, and what the words mean that are used of it."""
    told = list(summary_of(debrief.summary))
    with lines.in_screens():
        _tell_headed("Summary.", told, lines)
        _tell_headed(f"{MEANINGS_HEADING}.", MEANING if told else (), lines)


def tell_feedback(
    debrief: DebriefView, lines: Lines, told: Collection[str] = (), *, whole: bool = False
) -> None:
    """Tell the decisions of the phases that were not `told`, as `tell_debrief` does; the case goes on after them."""
    with lines.in_screens():
        if _tell_phases("Feedback", debrief, lines, told, whole=whole):
            lines.say()
            lines.say(MORE)
            lines.wait()


def points_of(score: ScoreView) -> str:
    """What one scorer gives, with a share in whole per cent."""
    share = f" ({score.points / score.possible:.0%})" if score.possible else ""
    return f"{score.name}: {_figure(score.points)} of {_figure(score.possible)}{share}"


def _figure(points: float) -> str:
    """To one decimal, and never more than it is: what is not all shall not look like all."""
    return f"{floor(points * 10 + 1e-6) / 10:.1f}".removesuffix(".0")


def tell_decision(one: Numbered, lines: Lines) -> None:
    """Tell one decision of a debrief by its number, whole."""
    _tell_heading(one, lines)
    for line in _whole(one.decision):
        lines.say(line, indent="  ")


def _tell_heading(one: Numbered, lines: Lines) -> None:
    lines.say()
    lines.say(f"{one.title}: {MARKS[one.decision.mark]}.")


def _tell_phases(
    word: str, debrief: DebriefView, lines: Lines, told: Collection[str], *, whole: bool
) -> bool:
    """Whether there was any phase to tell."""
    phases = [phase.phase for phase in debrief.phases if phase.phase not in told]
    for key, of_phase in groupby(numbered(debrief), key=lambda one: one.phase.phase):
        if key not in phases:
            continue
        decisions = list(of_phase)
        lines.say()
        lines.say(f"{word}. {decisions[0].phase.title}. {tally_of(decisions[0].phase)}")
        if whole:
            for one in decisions:
                tell_decision(one, lines)
        else:
            _tell_briefly(decisions, lines)
    return bool(phases)


def _tell_briefly(decisions: Iterable[Numbered], lines: Lines) -> None:
    """Tell decisions so that nothing is said twice, and nothing that only matters to who asks."""
    said: dict[tuple[str, ...], int] = {}
    for one in decisions:
        right = one.decision.mark == "right"
        words = tuple(_decision(one.decision) if right else _whole(one.decision))
        _tell_heading(one, lines)
        if words in said:
            lines.say(f"The same is to be said as of number {said[words]}.", indent="  ")
            continue
        said[words] = one.number
        for line in words:
            lines.say(line, indent="  ")


def _whole(decision: DecisionView) -> Iterator[str]:
    yield from _decision(decision)
    yield from _why_not(decision.others)


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
    yield from _following(decision)
    yield from _evidence(decision)
    for block in decision.untold:
        yield f"Not asked for, and so not told in time. {block.note or ''} It told: {block.text}"
    yield from _own_words(decision)
    for citation in decision.citations:
        yield f"{citation.paragraph}: “{citation.quote}”"
    for tension in decision.tensions:
        paragraphs = " and ".join(tension.paragraphs)
        yield f"{paragraphs} pull against each other: {tension.text} Settled here: {tension.settled}"


def _following(decision: DecisionView) -> Iterator[str]:
    """What it followed from, and what followed from it."""
    if decision.follows_from:
        yield decision.follows_from
    yield from decision.consequences
    if decision.led_to:
        yield f"From this followed later: {', '.join(decision.led_to)}. That costs nothing more."


def _why_not(others: Iterable[RulingView]) -> Iterator[str]:
    """Options of which the same is to be said are named together."""
    labels: dict[str, list[str]] = {}
    for ruling in others:
        labels.setdefault(ruling.why, []).append(ruling.label)
    for why, together in labels.items():
        yield f"Why not {' or '.join(together)}: {why}"


def _evidence(decision: DecisionView) -> Iterator[str]:
    for matter in decision.evidence:
        yield f"The evidence ({matter.label}):"
        for number, piece in enumerate(matter.pieces, 1):
            yield f"Piece {number}, {'; '.join(piece.is_evidence)}: {piece.text}"
        amounts = f": {'; '.join(matter.amounts_to)}" if matter.amounts_to else ""
        yield f"Together it carries “{matter.grade}”{amounts}."


def _own_words(decision: DecisionView) -> Iterator[str]:
    if decision.rationale:
        yield f"Your reasons: {decision.rationale}"
    if decision.cites:
        yield f"You cited: {', '.join(decision.cites)}."
    if decision.sureness is not None:
        yield f"You were {SURE[decision.sureness]}."


def _ruling(ruling: RulingView) -> str:
    return f"{ruling.label} ({ruling.verdict_label}, {ruling.basis_label})"


def _tell_headed(heading: str, sentences: Iterable[str], lines: Lines) -> None:
    """Tell a heading and what stands under it; nothing where nothing does."""
    told = list(sentences)
    if told:
        lines.say()
        lines.say(heading)
    lines.say_all(told)


def _tell_paragraphs(paragraphs: tuple[ParagraphView, ...], lines: Lines) -> None:
    if paragraphs:
        lines.say()
        lines.say("The paragraphs cited, whole:")
    for paragraph in paragraphs:
        lines.say(f"{paragraph.paragraph}. {paragraph.text}", indent="  ")
        for note in paragraph.notes:
            lines.say(f"Note, {note}", indent="  ")
