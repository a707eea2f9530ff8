"""The case file as numbered sentences, with what the learner marked and noted in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.session.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.plain.lines import Lines
    from simulator.session.texts_view import AnnotationView, BlockView
    from simulator.session.view import View


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the case file, and where it stands: `number` counts over the whole file."""

    number: int
    title: str
    block: BlockView
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def annotations(self) -> tuple[AnnotationView, ...]:
        """What the learner said about any of it."""
        return tuple(one for one in self.block.annotations if one.start < self.end and one.end > self.start)

    @property
    def own(self) -> AnnotationView | None:
        """What begins where it begins."""
        return next((one for one in self.block.annotations if one.start == self.start), None)

    @property
    def marked(self) -> bool:
        return any(one.highlighted for one in self.annotations)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that begin in it; one that goes on into the next sentence is not told twice."""
        return tuple(one.note for one in self.annotations if one.note and one.start >= self.start)


def case_file(view: View) -> list[Sentence]:
    """Every sentence that has come to light; a later one never changes an earlier one's number."""
    return [
        Sentence(number, title, block, start, end)
        for number, (title, block, start, end) in enumerate(_spans(view), 1)
    ]


def _spans(view: View) -> Iterator[tuple[str, BlockView, int, int]]:
    for phase in view.phases:
        for block in phase.narrative:
            for start, end in sentences(block.text):
                yield phase.title, block, start, end


def tell_case_file(file: Sequence[Sentence], lines: Lines) -> None:
    """Tell the whole file; a title goes before what belongs to it."""
    title, block = "", None
    for sentence in file:
        if sentence.title != title:
            title = sentence.title
            lines.say()
            lines.say(f"{title}.")
        if sentence.block is not block:
            block = sentence.block
            lines.say()
            if block.note:
                lines.say(block.note)
        tell_sentence(sentence, lines)


def tell_sentence(sentence: Sentence, lines: Lines) -> None:
    """Tell a sentence with its number, and what the learner said about it."""
    lines.say(f"{sentence.number}. {sentence.text}")
    if sentence.marked:
        lines.say(f"You marked sentence {sentence.number}.")
    for note in sentence.notes:
        lines.say(f"Your note to sentence {sentence.number}: {note}")
