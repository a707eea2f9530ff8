"""The records that commands are asked about: the store that is there, and the learner who is named."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.store.learners import Learner
    from simulator.store.records import Records

NO_STORE = "There is no store yet at {path}; it is made when the first case is begun."


NOBODY = "There is no learner in this store yet."
WHICH = (
    "Several learners are in this store, or were; say which one is meant with --learner, by pseudonym or id. "
    "`simulator export --list` names them."
)
EMPTY = "--learner names nobody; give a pseudonym or an id, which `simulator export --list` names."


@contextmanager
def store_there() -> Iterator[Records]:
    """The records of the store for the block; neither it nor a learner is made. Raises UsageFault."""
    from simulator.store.place import store_place
    from simulator.store.records import Records

    place = store_place()
    if isinstance(place, Path) and not place.exists() and not place.is_symlink():
        raise UsageFault(clean(NO_STORE.format(path=place)))
    with closing(Records(place)) as store:
        yield store


def learner_of(store: Records, named: str | None) -> Learner:
    """The learner of that pseudonym or id, of whom there may be only the chain; where none is named, the person's.

    That is whom SIMULATOR_LEARNER names, else the only living one, else the one whom nobody named, if there is only
    one of them. Raises UsageFault where it is nobody, or cannot be told.
    """
    every = store.learners()
    wanted = _wanted(named)
    if wanted is not None:
        return _named(every, wanted)
    from simulator.store.learners import is_made_up

    living = [one for one in every if one.erased is None]
    unnamed = [one for one in living if is_made_up(one.pseudonym)]
    return _single(unnamed) if len(unnamed) == 1 else _single(living or every)


def learner_to_erase(store: Records, named: str | None) -> Learner:
    """As `learner_of`; but where none is named, nobody else may be in the store, or have been.

    What wipes must not go on to the next learner where it is asked for once more.
    """
    wanted = _wanted(named)
    every = store.learners()
    return _single(every) if wanted is None else _named(every, wanted)


def _wanted(named: str | None) -> str | None:
    from simulator.store.place import learner_named

    if named is None:
        return learner_named()
    if not named.strip():
        raise UsageFault(EMPTY)
    return named


def _named(every: Sequence[Learner], wanted: str) -> Learner:
    """By id, else by pseudonym, which one who was erased has not."""
    found = [one for one in every if one.learner == wanted]
    found = found or [one for one in every if one.pseudonym and one.pseudonym == wanted]
    if not found:
        raise UsageFault(
            f"There is no learner {clean(wanted)} in this store; `simulator export --list` names them."
        )
    return _single(found)


def _single(found: Sequence[Learner]) -> Learner:
    if len(found) != 1:
        raise UsageFault(WHICH if found else NOBODY)
    return found[0]


def called(learner: Learner) -> str:
    """What a learner is called; one who was erased has no pseudonym."""
    return clean(learner.pseudonym) or f"an erased learner ({learner.learner[:8]})"
