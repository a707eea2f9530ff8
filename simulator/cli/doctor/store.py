"""Whether the store is there, sound and safe; nothing of it is changed, and none is made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli.doctor.checks import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.store.backup_files import Backup
    from simulator.store.soundness import Looked

_SERVER_LATER = "it is reached; its tables are made, or brought to this version, when the program is started."
_NO_FOLDER = (
    "Make the folder, give yourself the right to write in it, or name another file with SIMULATOR_STORE."
)


def store_checks(place: Path | str) -> Iterator[Check]:
    """All of them, for a file or for the address of a server."""
    if isinstance(place, Path):
        yield from _file_checks(place)
    else:
        yield from _server_checks(place)


def _server_checks(address: str) -> Iterator[Check]:
    from simulator.store.faults import StoreFault
    from simulator.store.postgres import called
    from simulator.store.server_soundness import look_at_server

    try:
        name = called(address)
    except StoreFault as error:
        yield Check("store", "place", "fails", str(error), "Mend SIMULATOR_STORE.", {"kind": "server"})
        return
    facts: dict[str, Any] = {"kind": "server", "place": name}
    yield Check("store", "place", "works", f"{name}, a PostgreSQL server.", facts=facts)
    looked = look_at_server(address)
    yield from _faults(looked)
    if looked.sound:
        said = f"version {looked.version}." if looked.there else _SERVER_LATER
        yield Check("store", "server", "works", said, facts={"version": looked.version})
        yield from _chains(looked)


def _file_checks(path: Path) -> Iterator[Check]:
    from simulator.store.backups import backups_of
    from simulator.store.soundness import look_at

    looked = look_at(path)
    yield _place(path, looked)
    yield _disk(path)
    yield _writable(path)
    yield from _faults(looked)
    if looked.there and looked.sound:
        yield Check("store", "soundness", "works", "nothing is damaged.", facts={"sound": True})
    yield from _chains(looked)
    yield _backups(backups_of(path), there=looked.there)


def _place(path: Path, looked: Looked) -> Check:
    facts = {
        "kind": "file", "place": str(path), "there": looked.there, "bytes": looked.size, "version": looked.version,
    }  # fmt: skip
    if not looked.there:
        return Check("store", "place", "works", f"{path}; made when the first case is begun.", facts=facts)
    version = f", version {looked.version}" if looked.version is not None else ""
    return Check("store", "place", "works", f"{path}, {looked.size:,} bytes{version}.", facts=facts)


def _disk(path: Path) -> Check:
    from simulator.store.network_disk import network_kind, refusal

    kind = network_kind(path)
    if kind is None:
        return Check("store", "disk", "works", "not known to lie on a network.", facts={"network": None})
    said, _, remedy = str(refusal(path, kind)).partition(". ")
    return Check("store", "disk", "fails", f"{said}.", remedy, {"network": kind})


def _writable(path: Path) -> Check:
    """Whether it could be written, as far as the system's rights tell."""
    folder = path.resolve().parent if path.exists() else path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    able = folder.is_dir() and os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if able:
        return Check("store", "rights", "works", "it can be written.", facts={"writable": True})
    return Check("store", "rights", "fails", f"{path} cannot be written.", _NO_FOLDER, {"writable": False})


def _faults(looked: Looked) -> Iterator[Check]:
    for fault in looked.faults:
        yield Check("store", "soundness", "fails", fault.said, fault.remedy, {"code": fault.code})


def _chains(looked: Looked) -> Iterator[Check]:
    """The records that hold; those that do not are among the faults."""
    for each in (one for one in looked.chains if not one.broken):
        name = each.pseudonym or f"an erased learner ({each.learner[:8]})"
        said = f"{each.places} places, all as they were written."
        yield Check("store", f"record of {name}", "works", said, facts={"places": each.places})


def _backups(backups: list[Backup], *, there: bool) -> Check:
    damaged = [each.path.name for each in backups if not each.sound]
    newest = backups[0].made if backups else None
    facts = {"number": len(backups), "newest": newest, "damaged": damaged}
    if damaged:
        said = f"{len(backups)}, of which {len(damaged)} damaged: {', '.join(damaged)}."
        remedy = "Remove those that are damaged; the next session makes a new one."
        return Check("store", "backups", "fails", said, remedy, facts)
    if not backups:
        said = "none yet; one is made after each session." if there else "none yet."
        return Check("store", "backups", "note", said, facts=facts)
    return Check("store", "backups", "works", f"{len(backups)}, the newest of {newest}.", facts=facts)
