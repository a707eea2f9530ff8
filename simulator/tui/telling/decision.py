"""One decision explained: what was chosen, what is called for, why, in which words of which paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.changes import leading_on
from simulator.tui.telling.evidence import evidence_told
from simulator.tui.telling.levels import LEVELS
from simulator.tui.telling.paragraphs import cited
from simulator.tui.telling.pieces import HEADING, line, lines, page, section
from simulator.tui.telling.signs import MEANING, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content

    from simulator.session.debrief_view import DebriefView, DecisionView, RulingView
    from simulator.session.texts_view import TensionView
    from simulator.tui.looking import Explained

CONSEQUENCES = "What it would have led to"
LED_TO = "What followed from this"
OTHERS = "Why not the others"


def explained(
    question: str, decision: DecisionView, debrief: DebriefView, known: Explained, *, paragraphs: bool = True
) -> Content:
    """The whole explanation; `question` is the question's title, `known` what was looked up already.

    The paragraphs are left out where they have a place of their own.
    """
    sign = SIGNS[decision.mark]
    parts = [
        line(f"{sign.symbol} {sign.word}", MEANING[decision.mark], f"bold ${sign.colour}"),
        *_follows(decision),
        *_chosen(decision),
        *_called_for(decision),
        *leading_on(decision, known),
        *_also_open(decision),
        *_silence(decision),
        *section(CONSEQUENCES, map(shown, decision.consequences)),
        *_led_to(decision),
        *evidence_told(decision),
        *(_tension(tension) for tension in decision.tensions),
        *(cited(decision.citations, debrief) if paragraphs else ()),
        *section(OTHERS, _others(decision)),
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


def _led_to(decision: DecisionView) -> Iterable[Content]:
    if decision.led_to:
        yield lines(shown(LED_TO, HEADING), *(shown(f"• {later}") for later in decision.led_to))


def _others(decision: DecisionView) -> Iterator[Content]:
    """What holds of several options in the same words is said of all of them at once."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for ruling in decision.others:
        alike.setdefault((ruling.verdict_label, ruling.basis_label, ruling.why), []).append(ruling.label)
    for (verdict, basis, why), labels in alike.items():
        yield lines(line("; ".join(labels), f"({verdict}; {basis})"), shown(why))


def _silence(decision: DecisionView) -> Iterable[Content]:
    if decision.silence is not None:
        yield line("The guidance is silent.", decision.silence, HEADING)


def _tension(tension: TensionView) -> Content:
    between = shown(f"A tension: {', '.join(tension.paragraphs)}", HEADING)
    return lines(between, shown(f"{tension.text} {tension.settled}"))


def _own_words(decision: DecisionView) -> Iterable[Content]:
    if decision.rationale:
        yield lines(shown("Your reason", HEADING), shown(decision.rationale))
    said = [line("You relied on:", ", ".join(decision.cites), HEADING)] if decision.cites else []
    if decision.sureness is not None:
        said.append(line("How sure you were:", LEVELS[decision.sureness].words, HEADING))
    if said:
        yield lines(*said)
