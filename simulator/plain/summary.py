"""The summary of a debrief, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.session.legend import MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.session.debrief_view import DebriefPhaseView
    from simulator.session.summary_view import (
        CaseloadView,
        EndingView,
        KnownParagraphView,
        Mark,
        SubjectRowView,
        SummaryView,
        SurenessRowView,
        WelfareView,
    )

SURE = {1: "less than 67% sure", 2: "more than 67% sure", 3: "more than 80% sure"}

MARKS: dict[Mark, str] = {
    "right": "[+] Right",
    "acceptable": "[=] Within discretion",
    "discuss": "[?] A departure, to be discussed",
    "mistake": "[x] A mistake",
    "follows": "[>] Follows from an earlier mistake",
    "silent": "[-] The guidance gives no answer; not scored",
}
COUNTED: dict[Mark, str] = {
    "right": "right",
    "acceptable": "within discretion",
    "discuss": "to be discussed",
    "mistake": "wrong",
    "follows": "wrong because of an earlier mistake",
    "silent": "without an answer in the guidance",
}
WRONG = {"mistake", "follows"}


MEANING = tuple(f"{word[:1].upper()}{word[1:]}: {meaning}." for word, meaning in MEANINGS)
"""What the words of a debrief mean, a sentence each."""


def summary_of(summary: SummaryView) -> Iterator[str]:
    """All of the summary but the welfare, which a debrief ends on; headings are lines of their own."""
    yield from _headed("How the matter ends for each:", map(_ending, summary.endings))
    yield from _headed("Done well:", map(_sentence, summary.well))
    yield from _headed("Done badly:", map(_sentence, summary.badly))
    yield from _headed("What only followed from an earlier mistake:", map(_sentence, summary.follows))
    yield from _headed("Departures to discuss:", map(_sentence, summary.discuss))
    yield from _headed("For each:", map(_subject, summary.subjects))
    yield from _paragraphs(summary.paragraphs)
    yield from _sureness(summary.sureness)
    if summary.caseload is not None:
        yield from _caseload(summary.caseload)


def welfare_of(welfare: Iterable[WelfareView]) -> Iterator[str]:
    """What was done for each, and whether the learner saw to it."""
    for one in welfare:
        yield f"{one.label}."
        for sentence, seen_to in one.done:
            who = "You saw to this." if seen_to else "You did not choose this; the case went on with it."
            yield f"{_sentence(sentence)} {who}"


def tally_of(phase: DebriefPhaseView) -> str:
    """How the decisions of a phase went, by number."""
    marks = [decision.mark for question in phase.questions for decision in question.decisions]
    return f"{_counted(len(marks), 'decision')}: {_tally(marks)}."


def _headed(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    told = list(sentences)
    if told:
        yield heading
        yield from told


def _ending(ending: EndingView) -> str:
    chosen = ", ".join(ending.chosen) or "nothing"
    told = f"{ending.label}. {ending.question}. {MARKS[ending.mark]}. You chose: {chosen}."
    if ending.called_for and set(ending.called_for) != set(ending.chosen):
        told += f" Called for: {', '.join(ending.called_for)}."
    others = [label for label in ending.also_open if label not in ending.chosen]
    return f"{told} Also within discretion: {', '.join(others)}." if others else told


def _subject(row: SubjectRowView) -> str:
    told = f"{row.label}. {_counted(len(row.marks), 'decision')}: {_tally([mark for _, mark in row.marks])}."
    wrong = [title for title, mark in row.marks if mark in WRONG]
    return f"{told} Wrong: {', '.join(wrong)}." if wrong else told


def _tally(marks: Iterable[Mark]) -> str:
    by_mark = Counter(marks)
    return ", ".join(f"{by_mark[mark]} {words}" for mark, words in COUNTED.items() if by_mark[mark])


def _paragraphs(paragraphs: tuple[KnownParagraphView, ...]) -> Iterator[str]:
    known = [one.paragraph for one in paragraphs if one.right and not one.wrong]
    unknown = [one.paragraph for one in paragraphs if one.wrong and not one.right]
    if known:
        yield f"Paragraphs that you applied rightly: {', '.join(known)}."
    for one in paragraphs:
        if one.right and one.wrong:
            yield f"Paragraph {one.paragraph}: {one.right} right and {one.wrong} wrong."
    if unknown:
        yield f"Paragraphs to read again: {', '.join(unknown)}."


def _sureness(rows: tuple[SurenessRowView, ...]) -> Iterator[str]:
    for row in rows:
        if row.right + row.wrong:
            yield f"Where you were {SURE[row.level]}: {row.right} right and {row.wrong} wrong."
        if row.neither:
            yield f"Where you were {SURE[row.level]}: {row.neither} neither right nor wrong."


def _caseload(caseload: CaseloadView) -> Iterator[str]:
    yield f"{_sentence(caseload.text)} Source: {_sentence(caseload.source)}"
    for share in caseload.shares:
        label = f"{share.label[:1].upper()}{share.label[1:]}"
        yield f"{label}: about {share.share:.0%} of real cases, and {share.here} in this one."


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ".”")) else f"{text}."
