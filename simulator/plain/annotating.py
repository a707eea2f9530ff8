"""Searching the case file, marking sentences of it and writing notes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.plain.case_file import case_file, tell_case_file, tell_sentence
from simulator.plain.numbered import number_in
from simulator.session.commands import Annotate

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.plain.case_file import Sentence
    from simulator.plain.lines import Lines
    from simulator.session.commands import Command
    from simulator.session.runner import Runner


class Annotating:
    """The learner's own hand in the case file; `keep` carries a command out and says so."""

    def __init__(self, runner: Runner, lines: Lines, keep: Callable[[Command], None]) -> None:
        self._runner = runner
        self._lines = lines
        self._keep = keep

    def text(self) -> None:
        """The whole file, its sentences numbered."""
        tell_case_file(self._file(), self._lines)

    def find(self, words: str) -> None:
        """Tell the sentences in which, or in whose notes, all `words` stand."""
        wanted = words.casefold().split()
        if not wanted:
            raise UsageFault("Type find and the words that you look for.")
        found = [one for one in self._file() if _holds(one, wanted)]
        if not found:
            self._lines.say("No sentence of the case has this.")
            return
        self._lines.say("One sentence has this." if len(found) == 1 else f"{len(found)} sentences have this.")
        for sentence in found:
            tell_sentence(sentence, self._lines)

    def mark(self, said: str) -> None:
        """Highlight a sentence; its note stays."""
        sentence = self._sentence(said, "mark 3")
        self._annotate(sentence, True, sentence.own.note if sentence.own else "")

    def unmark(self, said: str) -> None:
        """Take back every highlight that touches a sentence; notes stay."""
        sentence = self._sentence(said, "unmark 3")
        marked = [one for one in sentence.annotations if one.highlighted]
        if not marked:
            raise UsageFault(f"Sentence {sentence.number} is not marked.")
        for one in marked:
            self._keep(Annotate(sentence.block.passage, one.start, one.end, False, one.note))

    def note(self, said: str) -> None:
        """Write a note to a sentence, or take it back where no words follow the number."""
        number, _, text = said.partition(" ")
        sentence = self._sentence(number, "note 3 and your words")
        self._annotate(sentence, sentence.own is not None and sentence.own.highlighted, text.strip())

    def notes(self) -> None:
        """Tell every sentence that is marked or has a note."""
        said = [one for one in self._file() if one.marked or one.notes]
        if not said:
            self._lines.say("You have marked nothing and written no notes.")
        for sentence in said:
            tell_sentence(sentence, self._lines)

    def _annotate(self, sentence: Sentence, highlighted: bool, note: str) -> None:
        own = sentence.own
        end = own.end if own else sentence.end
        self._keep(Annotate(sentence.block.passage, sentence.start, end, highlighted, note))

    def _file(self) -> list[Sentence]:
        return case_file(self._runner.view)

    def _sentence(self, said: str, example: str) -> Sentence:
        file = self._file()
        if not said:
            raise UsageFault(
                f"Type for example: {example}. The word text tells the numbers of the sentences."
            )
        sentence = file[number_in(said, len(file)) - 1]
        if not sentence.block.passage:
            raise UsageFault(f"Sentence {sentence.number} cannot be marked.")
        return sentence


def _holds(sentence: Sentence, wanted: list[str]) -> bool:
    text = " ".join((sentence.text, *sentence.notes)).casefold()
    return all(word in text for word in wanted)
