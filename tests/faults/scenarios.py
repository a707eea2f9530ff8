"""What is done to a store, step by step: small, and with every kind of change that a learner can cause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.store.stores import event, make_earlier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

SECRET = "nobody else would write this"


class Keeper:
    """A store that can be closed and opened again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        """The store, opened where it is not."""
        self._store = self._store or Store(self.path)
        return self._store

    def close(self) -> None:
        """Let go of the store, if it is open."""
        store, self._store = self._store, None
        if store is not None:
            store.close()


@dataclass(frozen=True, slots=True)
class Scenario:
    """`steps` are done to a store that `prepare` has made; `pragmas` keep it small. Each step can be done again."""

    steps: Sequence[Callable[[Keeper], object]]
    prepare: Callable[[Path], object] = lambda path: None
    pragmas: Sequence[str] = ()
    sessions: Sequence[str] = ("a", "b", "c", "open", "done")
    gone: Mapping[int, str] = field(default_factory=dict)
    """Words that are nowhere any more once so many steps are done."""


def opened(keeper: Keeper) -> object:
    return keeper.store


def closed(keeper: Keeper) -> None:
    keeper.close()


def appended(session: str, *events: dict[str, Any]) -> Callable[[Keeper], None]:
    return lambda keeper: keeper.store.append(session, events)


def answers(session: str, first: int, last: int, size: int = 10) -> list[Callable[[Keeper], None]]:
    """An answer a step."""
    return [appended(session, event(number, text="x" * size)) for number in range(first, last + 1)]


def wrote(session: str, number: int, words: str) -> Callable[[Keeper], None]:
    return appended(session, event(number, "rationale_given", text=words))


def told(store: Store, sessions: Sequence[str]) -> dict[str, Any]:
    """All that a store says."""
    return {
        "sessions": {session: _loaded(store, session) for session in sessions},
        "unfinished": [(one.session, one.begun, one.last) for one in store.unfinished()],
        "last": store.last_finished(),
        "classes": {one.class_: store.classes.load(one.class_) for one in store.classes.all()},
    }


def _loaded(store: Store, session: str) -> list[dict[str, Any]] | None:
    try:
        return store.load(session)
    except StoreFault as fault:
        if "holds no session" not in str(fault):
            raise
        return None


def states(scenario: Scenario, path: Path) -> list[dict[str, Any]]:
    """All that a store at `path`, where there is none yet, says before the first step and after each."""
    path.parent.mkdir(parents=True)
    scenario.prepare(path)
    keeper = Keeper(path)
    found = [told(keeper.store, scenario.sessions)]
    for step in scenario.steps:
        step(keeper)
        found.append(told(keeper.store, scenario.sessions))
    keeper.close()
    return found


def _two_cases(path: Path) -> None:
    keeper = Keeper(path)
    for step in [*answers("a", 1, 3), *answers("b", 1, 2, 5000)]:
        step(keeper)
    keeper.close()


def _earlier(version: int) -> Callable[[Path], None]:
    open_ = [event(number, "rationale_given", text=f"thought {number} " * 90) for number in range(1, 30)]
    done = [event(1), event(2, "rationale_given", text="why"), event(3, "finished")]
    return lambda path: make_earlier(version, path, {"open": open_, "done": done})


_ENDS = [
    *answers("a", 4, 6),
    wrote("a", 7, "kept for now"),
    appended("a", event(8), event(9, "finished")),
    lambda keeper: keeper.store.keep_words("a"),
    wrote("b", 3, SECRET * 200),
    appended("b", event(4, "skipped")),
    lambda keeper: keeper.store.discard("b"),
    wrote("c", 1, "another thought " * 300),
    appended("c", event(2, "finished")),
    lambda keeper: keeper.store.forget_words("c"),
    appended("b", event(1), event(2, "skipped")),
    lambda keeper: keeper.store.sweep(),
    lambda keeper: keeper.store.classes.append("k", [event(1, "class_begun", title="Monday")]),
    *answers("open", 1, 3),
]
_SMALL_LOG = ["wal_autocheckpoint=12"]
_OFTEN = [
    step for number in range(1, 13, 2) for step in [*answers("a", number, number + 1, 900), closed, opened]
]

SHORT = Scenario(
    [
        *answers("a", 1, 1),
        wrote("a", 2, "why"),
        appended("b", event(1), event(2, "skipped")),
        lambda keeper: keeper.store.sweep(),
        closed,
        appended("a", event(3, "finished")),
        lambda keeper: keeper.store.forget_words("a"),
        lambda keeper: keeper.store.discard("a"),
        lambda keeper: keeper.store.classes.append("k", [event(1, "class_begun", title="Monday")]),
    ]
)
"""Every kind of change once."""

SCENARIOS: Mapping[str, Scenario] = {
    "a new store": Scenario([opened, *answers("a", 1, 8), closed, *answers("b", 1, 2)]),
    "answers": Scenario([*answers("a", 4, 25), *answers("b", 3, 12)], _two_cases),
    "a log that is moved into the file": Scenario(
        [*answers("a", 4, 15, 3000), *answers("b", 3, 20, 400)], _two_cases, _SMALL_LOG
    ),
    "ends": Scenario(_ENDS, _two_cases, gone={9: SECRET, 12: "another thought"}),
    "opened again and again": Scenario(_OFTEN),
    "a migration from 1": Scenario([opened, *answers("a", 1, 3)], _earlier(1)),
    "a migration from 2": Scenario([opened, *answers("a", 1, 3)], _earlier(2)),
    "a migration from 3": Scenario([opened, *answers("a", 1, 3)], _earlier(3)),
}
