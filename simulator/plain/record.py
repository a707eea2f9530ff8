"""A learner's record in sentences, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.plain.record_figures import calibration_of, citation_of, confusions_of, independence_of
from simulator.report.of_learner.words import (
    COUNT_AGAIN,
    MASTERY,
    change,
    counted,
    known,
    known_of_all,
    left_out,
    listed,
    sentence,
    share,
    signed,
)
from simulator.session.practising import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.plain.lines import Lines
    from simulator.session.record_view import (
        CaseRowView,
        ParagraphRowView,
        RecordView,
        RuleRowView,
        TestView,
    )


class Section(NamedTuple):
    """A part of the record; `told` is empty where there is nothing of it yet."""

    title: str
    told: tuple[str, ...]


def sections_of(view: RecordView) -> Iterator[Section]:
    """All of `view`, in the order in which it is told."""
    yield Section("The record", tuple(_standing(view)))
    yield Section("Wrong while sure", tuple(_confident(view)))
    yield Section("Rules", tuple(map(_rule, view.rules)))
    yield Section("Paragraphs", tuple(map(_paragraph, view.paragraphs)))
    yield Section("Chosen against called for", tuple(confusions_of(view.confusions)))
    yield Section("Kinds of mistake", tuple(_mistakes(view)))
    yield Section("Independence", tuple(independence_of(view.independence)))
    yield Section("Sureness", tuple(calibration_of(view.calibration)))
    yield Section("Paragraphs relied on", tuple(citation_of(view.cited)))
    yield Section("Tests", tuple(_tests(view)))
    yield Section("Last cases", tuple(map(_case, view.last_cases)))


def record_of(view: RecordView) -> Iterator[str]:
    """All of it in lines, an empty one before each section; what there is nothing of yet is named last."""
    nothing = []
    for section in sections_of(view):
        if section.told:
            yield from ("", f"{section.title}.", *section.told)
        else:
            nothing.append(section.title)
    if nothing:
        yield from ("", f"Nothing yet: {listed(nothing)}.")


def tell_record(view: RecordView, lines: Lines) -> None:
    """Tell the record; at a terminal each section waits for the reader, who may skip the rest."""
    with lines.in_screens():
        waits = False
        for line in record_of(view):
            if not line and waits:
                lines.wait()
            waits = True
            lines.say(line)


def _standing(view: RecordView) -> Iterator[str]:
    went = f"{counted(view.decisions, 'decision')}, {view.right} of them right"
    yield f"Learner {view.learner}, on {view.day}. {counted(view.cases, 'case')}, {went}."
    told = "nothing yet" if view.retention is None else known_of_all(view.retention, view.reviews)
    yield f"Known now, on average: {told}; the goal is {share(view.goal)}."
    yield f"Skill, by Elo: {signed(view.skill)}."
    if view.unread:
        ended = counted(view.unread, "case")
        yield f"{ended} ended before it was kept how they were judged, and count in no figure."
    if nothing_counts := left_out(view):
        yield f"{nothing_counts} To have one count again: {COUNT_AGAIN}"
    yield view.standing
    if view.head:
        yield f"Places in the record: {view.places}. Head of its chain: {view.head}."


def _confident(view: RecordView) -> Iterator[str]:
    for one in view.confident_errors:
        yield f"{sentence(one.title)} {counted(one.times, 'time')}, last on {one.last}. Rule {one.rule}."


def _rule(one: RuleRowView) -> str:
    told = f"{sentence(one.title)} {MASTERY[one.mastery].capitalize()}."
    if one.reviews or one.right:
        told += f" {one.right} of {counted(one.reviews, 'review')} right."
    if one.retention is not None:
        told += f" Known now: {known(one.retention, one.reviews)}."
    if one.due is not None:
        told += f" Due on {one.due}."
    if one.difficulty is not None:
        told += f" Difficulty {signed(one.difficulty)}."
    rests = f" Rests on {listed(one.paragraphs)}." if one.paragraphs else ""
    return f"{told} Rule {one.rule}.{rests}"


def _paragraph(one: ParagraphRowView) -> str:
    now = "" if one.retention is None else f"; known now: {known(one.retention, one.reviews)}"
    section = f" ({one.section})" if one.section else ""
    return f"{one.paragraph}{section}: {MASTERY[one.mastery]}{now}; {one.right} right, {one.wrong} wrong."


def _mistakes(view: RecordView) -> Iterator[str]:
    for one in view.mistakes:
        rests = f" It rests on {listed(one.paragraphs)}." if one.paragraphs else ""
        often = f"{counted(one.times, 'time')}, in {counted(one.cases, 'case')}"
        yield f"{sentence(one.text)} {often}; in {one.lately} of the last ten.{rests}"


def _tests(view: RecordView) -> Iterator[str]:
    yield from map(_test, view.tests)
    for one in view.changes:
        interval = f"{change(one.low)} to {change(one.high)}"
        moved = f"{change(one.change)} points ({interval})"
        yield f"From {STAGES[one.before]} to {STAGES[one.after]}: {moved}. {sentence(one.said)}"


def _test(one: TestView) -> str:
    mark = f"{share(one.mark)} ({share(one.low)} to {share(one.high)})"
    asked = f"{counted(one.cases, 'case')}, {counted(one.decisions, 'decision')}"
    difficulty = f"difficulty {signed(one.difficulty)}"
    return f"{STAGES[one.stage].capitalize()}, {one.day}: {mark}, from {asked}, {difficulty}."


def _case(one: CaseRowView) -> str:
    went = f"{one.right} of {counted(one.decisions, 'decision')} right"
    purpose = f" {sentence(one.purpose)}" if one.purpose else ""
    left_out = f" Left out of every figure: {sentence(one.left_out)}" if one.left_out else ""
    return f"{one.day}. {sentence(one.title)} {went}.{purpose}{left_out} Session {one.session}."
