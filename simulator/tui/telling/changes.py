"""What would change a decision: for the answer that was given, and for each of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.near import nearby
from simulator.tui.telling.pieces import HEADING, lines
from simulator.tui.telling.summary import LOOKING, muted, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.content import Content

    from simulator.session.debrief_view import DecisionView, ExplanationView, FlipsView
    from simulator.tui.looking import Explained, Nearby

MOST = 5
"""How many of the ways that are equally small are shown."""
OTHERS = "What would have called for another answer"


def changing(question: str, decision: DecisionView, explained: Explained, near: Nearby) -> Content:
    """The changes and, below them, near misses; `question` is the question's title."""
    return titled(question, decision, _changes(decision, explained, near))


def leading_on(decision: DecisionView, explained: Explained) -> Iterator[Content]:
    """After the explanation of a mistake, the line that leads on to these changes."""
    called_for = {ruling.option for ruling in decision.called_for}
    if decision.mark not in _WRONG or all(ruling.option in called_for for ruling in decision.chosen):
        return
    if explained is None or isinstance(explained, Trouble):
        yield muted("What would have made it right: press 3.")
        return
    ways = [len(flips.sentences) for flips in explained.flips if flips.chosen]
    if all(ways):
        yield muted(f"What would have made it right: press 3 ({_counted(sum(ways))}).")
    else:
        yield muted("No change of what there is in this case would have made it right.")


_WRONG = {"mistake", "follows"}


def _changes(decision: DecisionView, explained: Explained, near: Nearby) -> Iterator[Content]:
    if explained is None:
        yield muted(LOOKING)
    elif isinstance(explained, Trouble):
        yield shown(explained.sentence, "$error")
    else:
        if not explained.flips:
            yield muted("There is no other answer that could be called for.")
        yield from _own(decision, explained)
        yield from _others([flips for flips in explained.flips if not flips.chosen])
        yield nearby(near)


def _own(decision: DecisionView, explained: ExplanationView) -> Iterator[Content]:
    right = "right" if decision.mark in _WRONG else "called for"
    for flips in explained.flips:
        if not flips.chosen:
            continue
        answer = f"“{flips.label}”" if len(decision.chosen) > 1 else "Your answer"
        if flips.sentences:
            heading = shown(f"{answer} would have been {right}", HEADING)
            yield lines(heading, *_sentences(flips.sentences))
        else:
            never = f"No change of what there is in this case would have made it {right}."
            yield lines(shown(answer, HEADING), shown(never))


def _others(others: Sequence[FlipsView]) -> Iterator[Content]:
    """The options to which some change leads, and those to which none does in one sentence."""
    ways = [flips for flips in others if flips.sentences]
    if ways:
        yield shown(OTHERS, HEADING)
    for flips in ways:
        yield lines(shown(flips.label, "bold"), *_sentences(flips.sentences))
    never = [f"“{flips.label}”" for flips in others if not flips.sentences]
    if never:
        yield muted(f"No change of what there is in this case would call for {' or '.join(never)}.")


def _sentences(sentences: Sequence[str]) -> Iterable[Content]:
    for sentence in sentences[:MOST]:
        yield shown(f"• {sentence}")
    more = len(sentences) - MOST
    if more > 0:
        yield muted(f"and {more} more that {'are' if more > 1 else 'is'} as small.")


def _counted(ways: int) -> str:
    return "1 way" if ways == 1 else f"{ways} ways"
