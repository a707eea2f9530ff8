"""Sums over decisions: how they went, on which paragraphs they rest, and how sure the class was of them.

No sum tells of fewer than `poll_view.FEWEST` seats, nor depends on who voted what in which order.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from simulator.classroom.findings.findings import (
    CalibrationFindings,
    ParagraphFindings,
    SettledFindings,
    Sums,
    SureFindings,
    Tally,
)
from simulator.classroom.findings.marking import RIGHT
from simulator.classroom.showing.splits import split_of
from simulator.errors.text import clean
from simulator.session.commands import SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.classroom.class_view import DepartureView
    from simulator.classroom.findings.polled import Ballot, Cast, Polled
    from simulator.session.texts_view import ParagraphView

SPLIT = 0.5
"""From where on a class counts as split: of two options, about one in seven has chosen the other."""


def sums_of(
    decisions: Sequence[Polled], settled: SettledFindings, paragraphs: Mapping[str, ParagraphView]
) -> Sums:
    """What `decisions` come to; `settled` are the departures among them, and `paragraphs` all of the guidance."""
    return Sums(
        first=tally(cast for one in decisions for cast in one.told_first),
        last=tally(cast for one in decisions for cast in one.told_last),
        paragraphs=tuple(_paragraphs(decisions, paragraphs)),
        calibration=tuple(_calibration(decisions, level) for level in SURENESS),
        settled=settled,
    )


def tally(casts: Iterable[Cast]) -> Tally:
    """How some votes went."""
    every = tuple(casts)
    marks = [cast.mark for cast in every]
    return Tally(
        len(every),
        sum(mark in RIGHT for mark in marks),
        marks.count("mistake"),
        sum(cast.departs for cast in every),
    )


def split(polled: Polled, ballot: Ballot) -> float:
    """How split the seats of a ballot are, from 0 to 1."""
    counts = [sum(one.option in cast.given.chosen for cast in ballot) for one in polled.decision.key.options]
    return split_of(counts, len(ballot), several=polled.decision.several)


# Paragraphs


def _paragraphs(
    decisions: Sequence[Polled], paragraphs: Mapping[str, ParagraphView]
) -> Iterator[ParagraphFindings]:
    voted = [one for one in decisions if one.told_last]
    behind: dict[str, list[Polled]] = {}
    relied_on: dict[str, int] = {}
    for one in voted:
        for paragraph in one.decision.paragraphs:
            behind.setdefault(paragraph, []).append(one)
        for cast in one.told_last:
            for paragraph in set(cast.given.cites).difference(one.decision.paragraphs):
                relied_on[paragraph] = relied_on.get(paragraph, 0) + 1
    for key in dict.fromkeys((*paragraphs, *sorted(behind))):
        if key in behind or key in relied_on:
            section = paragraphs[key].section if key in paragraphs else ""
            yield _paragraph(clean(key), section, behind.get(key, []), relied_on.get(key, 0))


def _paragraph(key: str, section: str, behind: Sequence[Polled], relied_on: int) -> ParagraphFindings:
    scored = [one for one in behind if one.decision.key.silence is None]
    parted = [one for one in behind if split(one, one.told_first) >= SPLIT]
    again = [one for one in parted if one.told_first and one.told_again]
    return ParagraphFindings(
        paragraph=key,
        section=section,
        decisions=len(behind),
        last=tally(cast for one in scored for cast in one.told_last),
        before=_mean([split(one, one.told_first) for one in behind if one.told_first]),
        after=_mean([split(one, one.told_last) for one in behind if one.told_again]),
        split=len(parted),
        again=len(again),
        stayed=sum(split(one, one.told_last) >= SPLIT for one in again),
        relied_on=relied_on,
    )


def _mean(values: Sequence[float]) -> float | None:
    return round(fsum(values) / len(values), 3) if values else None


# Sureness and departures


def _calibration(decisions: Sequence[Polled], level: int) -> CalibrationFindings:
    return CalibrationFindings(
        level,
        _sure((cast for one in decisions for cast in one.told_first), level),
        _sure((cast for one in decisions for cast in one.told_last), level),
    )


def _sure(casts: Iterable[Cast], level: int) -> SureFindings:
    scored = RIGHT | {"mistake"}
    sure = [cast for cast in casts if cast.given.sureness == level and cast.mark in scored]
    return SureFindings(
        len(sure), sum(cast.mark in RIGHT for cast in sure), len({cast.seat for cast in sure})
    )


def settled_of(decisions: Iterable[Polled], departures: Iterable[DepartureView]) -> SettledFindings:
    """How the departures of one case were settled, where sums may tell of the last votes."""
    told = {(*one.decision.at, one.decision.key.subject) for one in decisions if one.told_last == one.last}
    ways = [one.accepted for one in departures if (one.phase, one.question, one.subject) in told]
    return SettledFindings(ways.count(True), ways.count(False), ways.count(None))


def added(settled: Iterable[SettledFindings]) -> SettledFindings:
    """The departures of several cases together."""
    every = tuple(settled)
    return SettledFindings(
        sum(one.accepted for one in every),
        sum(one.refused for one in every),
        sum(one.waiting for one in every),
    )
