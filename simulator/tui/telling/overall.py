"""All decisions together: how it should have ended beside what was chosen, and what went well and badly."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.session.legend import COUNTING, COUNTING_HEADING, MEANINGS, MEANINGS_HEADING
from simulator.tui.safety import shown
from simulator.tui.telling.case import marks_counted
from simulator.tui.telling.pictures import pictured
from simulator.tui.telling.pieces import line, lines, page, section
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content

    from simulator.session.debrief_view import DebriefView
    from simulator.session.summary_view import EndingView, Mark

SUMMARY = "Summary"
ENDINGS, WELL, BADLY = "What was right, and what you chose", "Done well on the way", "Done badly on the way"
FOLLOWED, DISCUSS = "What only followed from an earlier mistake", "Departures to discuss"


def summed(debrief: DebriefView, width: int, *, pictures: bool) -> Content:
    """The summary, for `width` cells; with the pictures below it where they have no place of their own."""
    drawn = pictured(debrief.summary, width) if pictures else ()
    return page(SUMMARY, [*_overall(debrief), *drawn, *_counting(debrief), *_meanings()])


def _overall(debrief: DebriefView) -> Iterator[Content]:
    marks = [
        decision.mark
        for phase in debrief.phases
        for question in phase.questions
        for decision in question.decisions
    ]
    yield marks_counted(marks, "   ")
    by_question = groupby(debrief.summary.endings, lambda ending: ending.question)
    yield from section(ENDINGS, (_endings(title, each) for title, each in by_question))
    yield from section(WELL, _listed("✓", "success", debrief.summary.well))
    yield from section(BADLY, _listed("✗", "error", debrief.summary.badly))
    yield from section(FOLLOWED, _signed("follows", debrief.summary.follows))
    yield from section(DISCUSS, _signed("discuss", debrief.summary.discuss))


def _endings(title: str, endings: Iterable[EndingView]) -> Content:
    return lines(shown(title, "bold"), *map(_ending, endings))


def _ending(ending: EndingView) -> Content:
    sign = SIGNS[ending.mark]
    told = [shown(f"{sign.symbol} {sign.word}: {ending.label}", f"bold ${sign.colour}")]
    right = "; ".join(ending.called_for) or "the guidance calls for nothing here"
    told.append(line("  Right:", right))
    if ending.also_open:
        told.append(line("  Also within discretion:", "; ".join(ending.also_open)))
    if ending.chosen and set(ending.chosen) == set(ending.called_for):
        told.append(shown("  You chose this."))
    else:
        told.append(line("  You chose:", "; ".join(ending.chosen) or "nothing"))
    return lines(*told)


def _counting(debrief: DebriefView) -> Iterable[Content]:
    return section(COUNTING_HEADING, [shown(COUNTING)] if debrief.scores else [])


def _meanings() -> Iterable[Content]:
    return section(
        MEANINGS_HEADING, [lines(*(line(f"{word}:", f"{meaning}.") for word, meaning in MEANINGS))]
    )


def _signed(mark: Mark, sentences: Iterable[str]) -> Iterator[Content]:
    return _listed(SIGNS[mark].symbol, SIGNS[mark].colour, sentences)


def _listed(symbol: str, colour: str, sentences: Iterable[str]) -> Iterator[Content]:
    told = [line(symbol, sentence, f"bold ${colour}") for sentence in sentences]
    if told:
        yield lines(*told)
