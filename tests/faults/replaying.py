"""Images of a store as power cuts leave it, and whether the program finds in each all that it acknowledged."""

from __future__ import annotations

import shutil
import traceback
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.faults.recording import Kept, Record, Replay, kept_in, recorded
from tests.faults.scenarios import SCENARIOS, Keeper, Scenario, states, told
from tests.store.stores import left_in, raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SHARED_INDEX = "-shm"
"""It is in memory alone: after a power cut there is none, or whatever the disk has of it."""
FURTHER = 2
"""Steps that are done to an image, from the one on that was on its way."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a child did below `home` on its way through a scenario; `before` is what surely was there."""

    scenario: Scenario
    home: Path
    before: Sequence[Kept]
    records: Sequence[Record]

    @property
    def store(self) -> Path:
        return store_in(self.home)


@dataclass(frozen=True, slots=True)
class Image:
    """What is on the disk after a power cut, and how many steps were acknowledged before it."""

    cut: int
    files: Mapping[str, bytes]
    acknowledged: int


def store_in(home: Path) -> Path:
    """Where a store is kept, in a folder that has to be made."""
    return home / "data" / "store.sqlite"


def trace_of(name: str, shim: Path, folder: Path, pragmas: Sequence[str] = ()) -> Trace:
    """A recording of the scenario `name` in `folder`, which is empty."""
    scenario, home = SCENARIOS[name], folder / "home"
    home.mkdir()
    scenario.prepare(store_in(home))
    before = kept_in(home)
    words = ["-m", "tests.faults.playing", name, str(store_in(home)), *pragmas]
    return Trace(scenario, home, before, recorded(shim, home, folder / "log", words))


def images_of(trace: Trace, count: int, chance: Random) -> Iterator[Image]:
    """So many images, each of a cut at any of the calls."""
    cuts = sorted(chance.randint(0, len(trace.records)) for _ in range(count))
    replay, done = Replay(trace.before), 0
    for cut in cuts:
        for record in trace.records[done:cut]:
            replay.do(record)
        done = cut
        yield Image(cut, replay.disk.image(chance), replay.said.count(b"ACK "))


class Finder:
    """Opens images in `folder` and compares what is found with what was done."""

    def __init__(self, trace: Trace, folder: Path) -> None:
        self._trace = trace
        self._home = folder / "image"
        self._states = states(trace.scenario, store_in(folder / "done"))

    def lost(self, image: Image, chance: Random) -> str:
        """What is lost or half there in `image`; nothing where all is well."""
        self._lay_down(image, chance)
        keeper = Keeper(store_in(self._home))
        try:
            return self._found(keeper, image.acknowledged)
        except Exception as error:
            return "".join(traceback.format_exception_only(error))
        finally:
            keeper.close()

    def _found(self, keeper: Keeper, done: int) -> str:
        """The store at `keeper`, of which `done` steps were acknowledged, compared and gone on with."""
        scenario = self._trace.scenario
        if told(keeper.store, scenario.sessions) not in self._states[done : done + 2]:
            return f"not what was acknowledged with step {done}, nor with the next"
        after = min(done + FURTHER, len(scenario.steps))
        for step in scenario.steps[done:after]:
            step(keeper)
        if told(keeper.store, scenario.sessions) != self._states[after]:
            return f"it does not go on as it should after step {done}"
        keeper.store.sweep()
        keeper.close()
        for number, words in scenario.gone.items():
            if done >= number and words.encode() in left_in(keeper.path):
                return f"words that were wiped with step {number} came back"
        whole = raw(keeper.path, "PRAGMA integrity_check"), raw(keeper.path, "PRAGMA foreign_key_check")
        return "" if whole == ([("ok",)], []) else f"the database is not whole: {whole}"

    def _lay_down(self, image: Image, chance: Random) -> None:
        shutil.rmtree(self._home, ignore_errors=True)
        self._home.mkdir(parents=True)
        for path, content in image.files.items():
            if not path.endswith(SHARED_INDEX):
                place = self._home / Path(path).relative_to(self._trace.home)
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(content)
        index = Path(f"{store_in(self._home)}{SHARED_INDEX}")
        if index.parent.exists() and chance.random() < 0.3:
            index.write_bytes(chance.randbytes(chance.choice([0, 512, 32768])))


def losses(trace: Trace, count: int, folder: Path, seed: int = 7) -> list[str]:
    """What is lost in so many images of `trace`, each told with the call at which power was cut."""
    chance = Random(seed)
    finder = Finder(trace, folder)
    found = ((image.cut, finder.lost(image, chance)) for image in images_of(trace, count, chance))
    return [f"cut at call {cut}: {lost}" for cut, lost in found if lost]


def as_it_is(trace: Trace) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What is below the home, and what the recording says is there."""
    replay = Replay(trace.before)
    for record in trace.records:
        replay.do(record)
    there: dict[str, Any] = {one.path: one.content for one in kept_in(trace.home)}
    said = replay.disk.whole()
    return (
        {path: there[path] for path in there if not path.endswith(SHARED_INDEX)},
        {path: said[path] for path in said if not path.endswith(SHARED_INDEX)},
    )
