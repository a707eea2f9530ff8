"""The tables of a learner's record in sentences: confusion, independence, sureness and citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.of_learner.words import counted, index, leaning, listed, sentence, share, sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.session.record_view import (
        CalibrationRowView,
        CitedView,
        ConfusionView,
        IndependenceView,
        LevelView,
    )

SORTS = {"all": "", "option": "Option ", "paragraph": "Paragraph "}


def confusions_of(confusions: Iterable[ConfusionView]) -> Iterator[str]:
    """For each option that was called for, what was chosen and how often."""
    for one in confusions:
        yield f"Question: {sentence(one.title)}"
        for place, (called_for, counts) in enumerate(zip(one.called_for, one.counts, strict=True)):
            chosen = _chosen(one.chosen, counts, one.left_open(place))
            yield f"Called for: {sentence(called_for)} Chosen: {chosen}."


def _chosen(labels: Sequence[str], counts: Sequence[int], left_open: Sequence[int]) -> str:
    often = zip(labels, counts, left_open, strict=True)
    return "; ".join(f"{label}, {_times(times, free)}" for label, times, free in often if times) or "nothing"


def _times(times: int, free: int) -> str:
    if not free:
        return counted(times, "time")
    which = "" if free == times else f"{free} of them "
    return f"{counted(times, 'time')}, {which}left open by the guidance or to be discussed"


def independence_of(one: IndependenceView) -> Iterator[str]:
    """How often an answer moved that had no reason to."""
    if not one.drills and not one.compared:
        return
    went = f"{counted(one.compared, 'answer')} compared where nothing had changed; {one.moved} moved"
    yield f"{counted(one.drills, 'drill')}. {went}. Index {index(one.index, one.compared)}, where 1 is that none moved."
    if one.paragraphs:
        yield f"It rests on {listed(one.paragraphs)}."
    yield from map(sentence, one.examples)


def calibration_of(rows: Iterable[CalibrationRowView]) -> Iterator[str]:
    """Sureness against correctness, a line for each thing."""
    for row in rows:
        levels = "; ".join(map(_level, row.levels)) or "not said"
        words = leaning(row.surer_than_right, row.answers)
        yield f"{SORTS[row.sort]}{row.label}: {levels}.{f' On the whole {words}.' if words else ''}"


def _level(one: LevelView) -> str:
    claims = f"claims {share(one.claimed)} or more"
    return f"{sureness(one.level)} sure, which {claims}: {one.right} right, {one.wrong} wrong"


def citation_of(cited: CitedView) -> Iterator[str]:
    """How often the paragraphs that were named are those that decide."""
    if not (cited.relied or cited.unsaid or cited.missed):
        return
    yield f"{counted(cited.relied, 'paragraph')} named, of which {cited.deciding} decide."
    yield f"Decisions for which none was named: {cited.unsaid}."
    for paragraph, times in cited.missed:
        yield f"{paragraph} decided and was not named, {counted(times, 'time')}."
