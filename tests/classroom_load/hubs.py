"""A real hub, kept by a real keeper in a folder of its own, and what it takes of the machine."""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.classroom.codes import new_token
from simulator.cli.hosting.keeper import HubKeeper
from simulator.cli.hosting.wanted import Wanted
from simulator.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.classroom.class_events import Event

TICKS = os.sysconf("SC_CLK_TCK")
KEPT = {
    "SIMULATOR_STORE": "store.sqlite",
    "SIMULATOR_CACHE": "cache",
    "SIMULATOR_SETTINGS": "settings.yaml",
    "SIMULATOR_PREFERENCES": "preferences.json",
    "SIMULATOR_STATE": "state",
}
"""Where a program keeps what it keeps, by the variable that says so."""


class KeptHub:
    """A hub and its keeper."""

    def __init__(self, folder: Path) -> None:
        self.facilitator = new_token()
        self.folder = folder
        self._keeper = HubKeeper(Wanted(self.facilitator, reports=str(folder)))
        self.ready = self._keeper.ready
        self.address = f"127.0.0.1:{self.ready.port}"

    @property
    def process(self) -> int:
        """Its number, which is another one once it was killed."""
        return self._keeper._process.pid

    def close(self) -> None:
        self._keeper.close()

    def kill(self) -> None:
        """Kill it as nothing can be killed more suddenly."""
        os.kill(self.process, signal.SIGKILL)

    def seconds(self) -> float:
        """Of processor time that it took so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def waited(self) -> float:
        """Seconds that its first thread could have gone on and no processor was free."""
        return int(Path(f"/proc/{self.process}/schedstat").read_text().split()[1]) / 1e9

    def megabytes(self) -> float:
        """That it takes now, of what is shared with other processes its part."""
        return _kibibytes(Path(f"/proc/{self.process}/smaps_rollup"), "Pss") / 1024

    def most_megabytes(self) -> float:
        """That it ever took, all that is shared counted in."""
        return _kibibytes(Path(f"/proc/{self.process}/status"), "VmHWM") / 1024

    def record(self) -> list[Event]:
        """All that happened in its class, read from the file."""
        store = Store(self.folder / KEPT["SIMULATOR_STORE"])
        try:
            return list(store.classes.load(self.ready.class_))
        finally:
            store.close()


@contextmanager
def kept_hub(folder: Path) -> Iterator[KeptHub]:
    """A hub that runs until the end of the block."""
    with _environment({name: str(folder / file) for name, file in KEPT.items()}):
        hub = KeptHub(folder)
        try:
            yield hub
        finally:
            hub.close()


def processes_of(folder: Path) -> list[int]:
    """The processes that keep something in a folder, this one apart: hubs, learners, and whatever they start."""
    kept = f"SIMULATOR_STORE={folder / KEPT['SIMULATOR_STORE']}".encode()
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and int(process.name) != os.getpid():
            try:
                environment = (process / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if kept in environment:
                found.append(int(process.name))
    return found


def left_of(folder: Path, patience: float = 10.0) -> list[int]:
    """The processes of a folder that have not ended after some time."""
    until = time.monotonic() + patience
    while (left := processes_of(folder)) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def _kibibytes(file: Path, name: str) -> int:
    for line in file.read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise LookupError(name)


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    kept = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
