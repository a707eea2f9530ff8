"""What is asked at given facts, and what an entry of `choices/1` has wrong about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.scoring.parts import decisions_at

if TYPE_CHECKING:
    from simulator.model.document import Path
    from simulator.model.questions import Question
    from simulator.rules.engine import Engine
    from simulator.scoring.parts import Parts

Entry = Mapping[str, Any]
"""An entry as it was read; its values may be of any type."""

_LONGEST = 60
_MOST_LISTED = 12


class Finding(NamedTuple):
    """One thing wrong with an entry, and where in it."""

    path: Path
    what: str
    right: str
    code: str


class Asked:
    """The questions of each part's phase, with the subjects about whom each is asked."""

    def __init__(self, engine: Engine, parts: Parts) -> None:
        self._questions = engine.guidance.questions
        self._paragraphs = engine.guidance.paragraphs
        self._subjects: dict[str | None, dict[str, list[str]]] = {}
        for phase, facts in parts:
            of_phase = self._subjects.setdefault(phase, {})
            for question, subject in decisions_at(engine, facts, phase):
                of_phase.setdefault(question, []).append(subject)

    def findings(self, entry: Entry) -> Iterator[Finding]:
        """Everything that `entry` names and that there is not, or not there."""
        yield from self._of_phase(entry)
        asked = _text(entry, "question")
        question = self._questions.get(asked) if asked is not None else None
        if question is not None:
            yield from self._of_subject(entry, question)
            yield from _of_options(entry, question)
        elif asked is not None:
            right = f"the questions are {_listed(self._questions)}"
            yield Finding(("question",), f"there is no question {_named(asked)}", right, "unknown-question")
        yield from self._of_citations(entry)

    def _of_phase(self, entry: Entry) -> Iterator[Finding]:
        if None in self._subjects:
            if "phase" in entry:
                right = "leave `phase` out, or score against a case"
                yield Finding(("phase",), "these facts have no phases", right, "needless-phase")
            return
        right = f"its phases are {_listed(filter(None, self._subjects))}"
        phase = _text(entry, "phase")
        if "phase" not in entry:
            yield Finding((), "with a case, a choice names its `phase`", right, "missing-phase")
        elif phase is not None and phase not in self._subjects:
            yield Finding(("phase",), f"this case has no phase {_named(phase)}", right, "unknown-phase")

    def _of_subject(self, entry: Entry, question: Question) -> Iterator[Finding]:
        phase, subject = None if None in self._subjects else _text(entry, "phase"), _text(entry, "subject")
        of_phase = self._subjects.get(phase)
        if of_phase is None:
            return
        name, subjects = _named(question.question), of_phase.get(question.question)
        if phase is not None and phase not in question.phases:
            right = f"it is asked in {_listed(question.phases)}"
            yield Finding(
                ("question",), f"{name} is not asked in the phase {_named(phase)}", right, "not-asked"
            )
        elif subjects is None:
            yield Finding(("question",), f"{name} is not asked at these facts", "leave it out", "not-asked")
        elif subject is not None and subject not in subjects:
            what = f"{name} is not asked about {_named(subject)} at these facts"
            yield Finding(("subject",), what, f"it is asked about {_listed(subjects)}", "unknown-subject")

    def _of_citations(self, entry: Entry) -> Iterator[Finding]:
        for index, paragraph in _texts(entry, "cites"):
            if paragraph not in self._paragraphs:
                what = f"there is no paragraph {_named(paragraph)}"
                right = f"the paragraphs are {_listed(self._paragraphs)}"
                yield Finding(("cites", index), what, right, "unknown-paragraph")


def _of_options(entry: Entry, question: Question) -> Iterator[Finding]:
    options = {each.option for each in question.options}
    name = _named(question.question)
    chosen = _texts(entry, "chosen")
    for index, option in chosen:
        if option not in options:
            right = f"its options are {_listed(each.option for each in question.options)}"
            what = f"{name} has no option {_named(option)}"
            yield Finding(("chosen", index), what, right, "unknown-option")
    if len({option for _, option in chosen}) < 2:
        return
    if not question.several:
        second = ("chosen", chosen[1][0])
        yield Finding(second, f"{name} takes one option", "keep one of them", "several-options")
    for index, option in chosen:
        if option == question.excluding:
            right = "choose it alone, or leave it out"
            yield Finding(
                ("chosen", index), f"{_named(option)} excludes the other options", right, "excluded"
            )


def _text(entry: Entry, key: str) -> str | None:
    value = entry.get(key)
    return value if isinstance(value, str) else None


def _texts(entry: Entry, key: str) -> list[tuple[int, str]]:
    """The texts of a list, each with its index."""
    value = entry.get(key)
    listed = value if isinstance(value, list) else ()
    return [(index, each) for index, each in enumerate(listed) if isinstance(each, str)]


def _named(text: str) -> str:
    return f"`{text}`" if len(text) <= _LONGEST else f"`{text[:_LONGEST]}…`"


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    shown = [_named(name) for name in every[:_MOST_LISTED]]
    return ", ".join(shown) + (f" and {len(every) - len(shown)} more" if len(every) > len(shown) else "")
