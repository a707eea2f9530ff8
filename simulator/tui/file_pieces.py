"""The case file as pieces of text, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from simulator.errors.text import clean_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.texts_view import AnnotationView
    from simulator.session.view import PhaseView, StepView, SubjectView, View

Kind: TypeAlias = Literal["title", "phase", "went-on", "told", "decided", "from", "given"]
"""`told` is the case's own text; `went-on` says before it from which choice the case went on.

`given` is further information; `from` says above it who gave it.
"""

READ: frozenset[Kind] = frozenset({"went-on", "told", "decided", "given"})
"""What a cursor goes through, and what is searched: all but headings."""

DECIDED = "What you decided"
NOT_ANSWERED = "not answered"
GIVEN = "From the facilitator"
ASIDE = "»"
"""Stands before what is no part of the case's own text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a heading."""

    kind: Kind
    text: str
    passage: str = ""
    """What `Annotate` calls it; empty where it cannot be annotated."""
    marks: tuple[AnnotationView, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """What a class is told besides: a note before the case, and further information after it."""

    note: str = ""
    given: tuple[str, ...] = ()


def pieces_of(view: View, more: More | None = None) -> tuple[Piece, ...]:
    """Everything that has come to light in `view`, with what was decided on the way, and what else is told."""
    phases = (piece for phase in view.phases for piece in _phase(phase))
    note = (Piece("went-on", f"{ASIDE} {more.note}"),) if more and more.note else ()
    return Piece("title", view.title), *note, *phases, *_given(more.given if more else ())


def phases_told(view: View) -> int:
    """How many phases have come to light."""
    return sum(bool(phase.narrative) for phase in view.phases)


def _given(given: Sequence[str]) -> Iterator[Piece]:
    if given:
        yield Piece("from", GIVEN)
    yield from (Piece("given", clean_block(text)) for text in given)


def _phase(phase: PhaseView) -> Iterator[Piece]:
    if not phase.narrative:
        return
    yield Piece("phase", phase.title)
    for block in phase.narrative:
        if block.note is not None:
            yield Piece("went-on", f"{ASIDE} {block.note}")
        yield Piece("told", clean_block(block.text), block.passage, block.annotations)
    yield from (Piece("decided", _decided(step)) for step in phase.committed)


def _decided(step: StepView) -> str:
    lines = [f"{DECIDED}: {step.title}"]
    for question in step.questions:
        said = ". ".join(f"{subject.label}: {_chosen(subject)}" for subject in question.subjects)
        if len(question.subjects) == 1:
            said = _chosen(question.subjects[0])
        lines.append(f"{question.title} – {said}")
    return "\n".join(lines)


def _chosen(subject: SubjectView) -> str:
    return "; ".join(subject.chosen_labels) or NOT_ANSWERED
