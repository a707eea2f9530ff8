"""The evidence behind a grade, and what was not told for not having been asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.errors.text import clean, clean_block
from simulator.session.debrief_view import MatterView, PieceView
from simulator.session.texts_view import BlockView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.rules.engine import Engine
    from simulator.scoring.marked import Marked

Case = Mapping[str, Any]
Piece = Mapping[str, Any]


def matters_of(engine: Engine, case: Case, one: Marked) -> tuple[MatterView, ...]:
    """What bears on the subject of a decision about grades, by what was told until its phase."""
    guidance = engine.guidance
    own, standard = guidance.own_reading, guidance.evidence
    if own is None or standard is None or one.decision.question != own.graded_by:
        return ()
    told = _blocks_until(case, one.phase)
    by_matter: dict[str, list[Piece]] = {}
    for piece in case["evidence"]:
        if piece["bears_on"].get(own.graded_field) == one.decision.subject and piece["id"] in told:
            rest = {name: value for name, value in piece["bears_on"].items() if name != own.graded_field}
            by_matter.setdefault(_label(case, rest), []).append(piece)
    labels = _grade_labels(engine)
    return tuple(
        MatterView(
            label=label,
            grade=clean(labels.get(engine.grade(pieces), engine.grade(pieces))),
            amounts_to=tuple(map(clean, engine.reasons(pieces))),
            pieces=tuple(_told(case, pieces, told)),
        )
        for label, pieces in by_matter.items()
    )


def _blocks_until(case: Case, phase: str | None) -> Mapping[str, str]:
    """The texts of the blocks that carry pieces until the end of a phase, by piece."""
    told: dict[str, str] = {}
    for part in case["phases"]:
        for block in part["narrative"]:
            for name in block.get("evidence", ()):
                told.setdefault(name, block["text"])
        if part["phase"] == phase:
            break
    return told


def _told(case: Case, pieces: Sequence[Piece], told: Mapping[str, str]) -> Iterator[PieceView]:
    by_text: dict[str, list[str]] = {}
    for piece in pieces:
        by_text.setdefault(told[piece["id"]], []).append(_in_words(case, piece))
    for text, words in by_text.items():
        yield PieceView(clean_block(text), tuple(words))


def _in_words(case: Case, piece: Piece) -> str:
    whose = case.get("names", {}).get(piece["whose"], piece["whose"])
    hand = ", first-hand" if piece.get("first_hand") else ""
    side = "" if piece.get("for", True) else ", against it"
    return clean(f"{piece['kind'].replace('_', ' ')} ({whose}{hand}{side})")


def _label(case: Case, bears_on: Mapping[str, Any]) -> str:
    """Whom a matter is about, by name."""
    names: Mapping[str, str] = case.get("names", {})

    def called(value: Any) -> str:
        if isinstance(value, list):
            return " and ".join(called(each) for each in value)
        return names.get(value, str(value))

    return clean(
        ", ".join(f"{name.replace('_', ' ')} {called(value)}" for name, value in bears_on.items() if value)
    )


def _grade_labels(engine: Engine) -> Mapping[str, str]:
    """The words for grades: those of the options that mean them."""
    own = engine.guidance.own_reading
    if own is None:
        return {}
    question = engine.guidance.questions[own.graded_by]
    return {grade: question.label(option) for option, grade in own.grades.items()}


def untold_of(case: Case, one: Marked, went_on: Callable[[str, str], str]) -> tuple[BlockView, ...]:
    """The blocks that options which were called for and not chosen would have brought to light."""
    missed = [option for option in one.missed if option in one.decision.with_verdict("expected")]
    return tuple(
        BlockView(clean_block(block["text"]), clean(went_on(one.decision.question, option)))
        for option in missed
        for part in case["phases"]
        for block in part["narrative"]
        if block.get("after") == f"{one.decision.question}={option}"
    )
