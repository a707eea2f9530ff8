"""Reading the guidance as a book: by paragraph, by search, from a paragraph to its rules and cases."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.plain import book
from simulator.plain.numbered import number_in
from simulator.plain.wanting import PlayWanted
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from simulator.plain.lines import Lines
    from simulator.session.book_view import BookParagraphView, RuleView
    from simulator.session.case_packs import CaseRef
    from simulator.session.training import Training

PROMPT = "Guidance. Type read, search, rules or cases and what you look for, or help; back ends."
HELP = (
    "read X: read paragraph X. next: the paragraph after it. previous: the one before it.",
    "search WORDS: the paragraphs in which all these words stand.",
    "rules X: the rules that rest on paragraph X, by number. rule 2: rule number 2, whole.",
    "cases X: the cases that exercise paragraph X, by number. play 2: play case number 2.",
    "contents: the documents and their sections.",
    "notes: what has changed since. tensions: where paragraphs pull against each other.",
    "silent: where the guidance gives no answer.",
    "more: go on with a list of which only the first ten were told.",
    "support, pause and leave work here as well.",
    "back: go back to where you were.",
)
NOTHING = "There is nothing of this, or no more."
MORE = "There are more. Type more to hear them."
A_PART = 10
"""How much of a list is told at a time."""


class GuidanceReading:
    """Reads one guidance; `hears` does what may be asked for anywhere."""

    def __init__(self, training: Training, lines: Lines, hears: Callable[[str], bool]) -> None:
        self._training = training
        self._lines = lines
        self._hears = hears
        self._book = training.book()
        self._at = -1
        self._rules: Sequence[RuleView] = ()
        self._cases: Sequence[CaseRef] = ()
        self._untold: Iterator[str] = iter(())

    def until_back(self) -> None:
        """Ask until a line is empty or says so.

        Raises EOFError where the input ends or the person leaves, PlayWanted where a case is chosen.
        """
        self._lines.say()
        self._lines.say(f"{self._book.title}." if self._book.title else "The guidance.")
        while (said := self._lines.ask(PROMPT)).lower() not in {"", "back", "end"}:
            try:
                self._do(said)
            except (UsageFault, InputFault, StoreFault) as fault:
                self._lines.say(str(fault))

    def _do(self, said: str) -> None:
        word, _, rest = said.partition(" ")
        rest = rest.strip()
        match word.lower():
            case "read":
                self._read(self._index(rest))
            case "next":
                self._read(self._at + 1)
            case "previous":
                self._read(self._at - 1)
            case "search":
                self._search(rest)
            case "rules":
                self._tell_rules(self._paragraph(rest))
            case "rule":
                number = self._number(rest, len(self._rules), "rules")
                self._lines.say_all(book.rule_of(self._rules[number - 1]))
            case "cases":
                self._tell_cases(self._paragraph(rest))
            case "play":
                chosen = self._cases[self._number(rest, len(self._cases), "cases") - 1]
                raise PlayWanted(chosen.pack.name, chosen.which)
            case _:
                self._do_more(said.lower())

    def _do_more(self, said: str) -> None:
        match said:
            case "contents" | "guidance":
                self._say(book.contents_of(self._book))
            case "notes":
                self._say(book.notes_of(self._book))
            case "tensions":
                self._say(book.tensions_of(self._book))
            case "silent":
                self._say(book.silences_of(self._book))
            case "more":
                self._say_part()
            case "help":
                self._lines.say_all(HELP)
            case "leave":
                raise EOFError
            case _:
                if not self._hears(said):
                    self._read(self._index(said))

    def _search(self, words: str) -> None:
        if not words:
            raise UsageFault("Type search and the words that you look for.")
        found = book.found_in(self._book, words)
        self._lines.say(f"Paragraphs that have this: {len(found)}.")
        if found:
            self._say(found)

    def _tell_rules(self, paragraph: BookParagraphView) -> None:
        self._rules = [self._book.rules[rule] for rule in paragraph.rules if rule in self._book.rules]
        self._lines.say(f"Rules that rest on {paragraph.paragraph}: {len(self._rules)}.")
        if self._rules:
            self._say(book.rules_of(self._rules))

    def _tell_cases(self, paragraph: BookParagraphView) -> None:
        self._lines.say("Looking for cases.")
        self._cases = self._training.exercising(paragraph.paragraph)
        self._lines.say(f"Cases that exercise {paragraph.paragraph}: {len(self._cases)}.")
        if self._cases:
            self._say(book.cases_of(self._cases))

    def _read(self, at: int) -> None:
        if not 0 <= at < len(self._book.paragraphs):
            raise UsageFault("There is no further paragraph there.")
        self._at = at
        self._lines.say_all(book.paragraph_of(self._book, self._book.paragraphs[at]))

    def _paragraph(self, said: str) -> BookParagraphView:
        """The paragraph that was named, or the one that was read last."""
        return self._book.paragraphs[self._index(said) if said or self._at < 0 else self._at]

    def _index(self, said: str) -> int:
        keys = [one.paragraph for one in self._book.paragraphs]
        for at, key in enumerate(keys):
            if key.lower() == said.lower():
                return at
        known = f"Type read and a paragraph, from {keys[0]} to {keys[-1]}. " if keys else ""
        raise UsageFault(f"{known}Or type help.")

    def _number(self, said: str, largest: int, what: str) -> int:
        if not largest:
            raise UsageFault(f"Ask for {what} first: type {what} and a paragraph.")
        return number_in(said, largest)

    def _say(self, told: Iterable[str]) -> None:
        """Say the first lines of a list; `more` tells the others."""
        self._untold = iter(told)
        self._say_part()

    def _say_part(self) -> None:
        part = list(islice(self._untold, A_PART))
        self._lines.say_all(part or [NOTHING])
        following = next(self._untold, None)
        if following is not None:
            self._untold = chain([following], self._untold)
            self._lines.say(MORE)
