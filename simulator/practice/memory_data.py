"""A memory as plain JSON data, and back; what is not its own is refused."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from simulator.practice.cards import Card
from simulator.practice.elo import Rating
from simulator.practice.falls import Fall
from simulator.practice.known import Error, Known
from simulator.practice.moments import moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.practice.memory import Memory


def memory_data(memory: Memory) -> dict[str, Any]:
    """`known` holds a list for each rule: its card, its difficulty, how it went, and its last error."""
    return {
        "known": _all_data(memory.known),
        "skill": [memory.skill.points, memory.skill.games],
        "latest": memory.latest.isoformat() if memory.latest is not None else None,
        "practised": memory.practised,
        "falls": [[one.latest.isoformat(), one.to.isoformat(), _all_data(one.known)] for one in memory.falls],
    }


def memory_parts(data: object) -> dict[str, Any]:
    """The fields of a memory; raises ValueError where `data` is none."""
    try:
        return _parts(data)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
        raise ValueError(f"this is no memory: {fault}") from fault


def _all_data(known: Mapping[str, Known]) -> dict[str, Any]:
    return {rule: _known_data(one) for rule, one in known.items()}


def _known_data(one: Known) -> list[Any]:
    card, error = one.card, one.error
    return [
        [card.stability, card.difficulty, card.reviewed.isoformat(), card.due.isoformat()],
        [one.difficulty.points, one.difficulty.games],
        [one.reviews, one.right, one.streak, one.sure_errors, one.right_on],
        None if error is None else [error.sureness, error.at.isoformat(), list(error.instead)],
    ]


def _parts(data: Any) -> dict[str, Any]:
    latest = data["latest"]
    return {
        "known": _all(data["known"]),
        "skill": _rating(data["skill"]),
        "latest": moment_of(latest) if latest is not None else None,
        "practised": _text(data["practised"]),
        "falls": tuple(map(_fall, data["falls"])),
    }


def _all(data: Any) -> dict[str, Known]:
    return {_text(rule): _known(one) for rule, one in data.items()}


def _fall(data: Any) -> Fall:
    latest, to, known = data
    fall = Fall(moment_of(latest), moment_of(to), _all(known))
    if fall.latest <= fall.to:
        raise ValueError(f"{latest!r} to {to!r} is no fall")
    return fall


def _known(data: Any) -> Known:
    card, difficulty, counts, error = data
    reviews, right, streak, sure_errors, right_on = map(_count, counts)
    if reviews < 1 or max(right, streak, sure_errors) > reviews or (streak == 0 and error is None):
        raise ValueError(f"{counts!r} cannot be counts of reviews")
    if right_on > streak or (streak > 0 and right_on == 0):
        raise ValueError(f"{counts!r} cannot be counts of reviews")
    return Known(
        _card(card), _rating(difficulty), reviews, right, streak, sure_errors, right_on, _error(error)
    )


def _card(data: Any) -> Card:
    stability, difficulty, reviewed, due = data
    if not (_number(stability) > 0 and 1 <= _number(difficulty) <= 10):
        raise ValueError(f"{data!r} is no card")
    return Card(float(stability), float(difficulty), moment_of(reviewed), moment_of(due))


def _rating(data: Any) -> Rating:
    points, games = data
    return Rating(_number(points), _count(games))


def _error(data: Any) -> Error | None:
    if data is None:
        return None
    sureness, at, instead = data
    if sureness not in (None, 1, 2, 3):
        raise ValueError(f"{sureness!r} is no level of sureness")
    return Error(sureness, moment_of(at), tuple(_text(option) for option in instead))


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is no count")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value
