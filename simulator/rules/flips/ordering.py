"""The order of a flip's changes, and of numbers only those that move no farther than they must."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.model.questions import Ruling
    from simulator.rules.flips.flip import Change

Changes = tuple["Change", ...]


def ordered(changes: Changes) -> Changes:
    """The changes as they can be made one after the other: elements are taken out last, from the end."""
    stay = [change for change in changes if not _takes_out(change)]
    gone = [change for change in changes if _takes_out(change)]
    return (*stay, *reversed(gone))


def _takes_out(change: Change) -> bool:
    return change.fact.endswith("]")


def nearest_only(found: Sequence[tuple[Changes, Ruling]]) -> list[tuple[Changes, Ruling]]:
    """Those in which no number moves farther than in another that is otherwise the same."""
    if not any(_is_number(change) for changes, _ in found for change in changes):
        return list(found)
    least: dict[object, int] = {}
    keys = [_without_distance(changes) for changes, _ in found]
    for key, (changes, _) in zip(keys, found, strict=True):
        least[key] = min(_distance(changes), least.get(key, _distance(changes)))
    return [each for key, each in zip(keys, found, strict=True) if _distance(each[0]) == least[key]]


def _distance(changes: Changes) -> int:
    return sum(abs(change.after - change.before) for change in changes if _is_number(change))


def _without_distance(changes: Changes) -> object:
    return tuple(
        (change.fact, change.after > change.before if _is_number(change) else repr(change.after))
        for change in changes
    )


def _is_number(change: Change) -> bool:
    return type(change.after) is int and type(change.before) is int
