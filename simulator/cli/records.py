"""The records that commands are asked about: the store that is there, and the learner who is named."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.store.learners import Learner
    from simulator.store.store import Store

NO_STORE = "There is no store yet at {path}; it is made when the first case is begun."


@contextmanager
def store_there() -> Iterator[Store]:
    """The store of this person for the block; it is not made where there is none. Raises UsageFault."""
    from simulator.store.place import store_place

    place = store_place()
    if isinstance(place, Path) and not place.exists() and not place.is_symlink():
        raise UsageFault(clean(NO_STORE.format(path=place)))
    with closing(Workshop().store) as store:
        yield store


def learner_of(store: Store, named: str | None) -> Learner:
    """The learner of that pseudonym or id, of whom there may be only the chain; the store's own where none is named.

    Raises UsageFault where there is none such.
    """
    every = store.learners()
    wanted = store.learner if named is None else named
    found = [one for one in every if wanted in (one.learner, one.pseudonym)]
    if not found:
        raise UsageFault(
            f"There is no learner {clean(wanted)} in this store; `simulator export --list` names them."
        )
    return found[0]


def called(learner: Learner) -> str:
    """What a learner is called; one who was erased has no pseudonym."""
    return clean(learner.pseudonym) or f"an erased learner ({learner.learner[:8]})"
