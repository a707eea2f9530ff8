"""Finds data packs: installed ones by their entry points, others by their folders. None is ever imported."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean
from simulator.packs.heads import head_of
from simulator.packs.known import known_of
from simulator.packs.pack import Found, Pack, PackProblem
from simulator.packs.registered import BUNDLED, Registered, registered

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUP = "simulator.packs"

NOT_INSTALLED = "the program is not installed, which hides its own parts: run `make play` or `pip install .`"
LEFT_OUT = "left out, as only the program's own plugins and packs were asked for"


def find_packs(folders: Sequence[Path] = (), *, strangers: bool = True) -> Found:
    """Every installed pack, this program's own first, and then those in `folders`. Raises nothing.

    Of two packs of one name the first keeps it. Without `strangers`, packs of other distributions are left
    out; `folders` were named by the person and stay.
    """
    search = _Search()
    entries = registered(GROUP)
    if not any(entry.bundled for entry in entries):
        search.problems.append(PackProblem(BUNDLED, "this program", NOT_INSTALLED))
    for entry in entries:
        search.add_installed(entry, wanted=strangers or entry.bundled)
    for folder in folders:
        search.add_folder(folder)
    packs = sorted(search.packs.values(), key=lambda pack: (pack.kind, pack.name))
    return Found(tuple(packs), tuple(search.problems))


def pack_in(folder: Path, origin: str = "") -> Pack:
    """The pack in `folder`, without those of its written cases that cannot be read.

    Raises InputFault with the faults of its other files and of what they say of it.
    """
    known = known_of(folder)
    head = head_of(known.contents.documents, folder)
    return Pack(
        head.name,
        head.kind,
        folder,
        head.version,
        origin or clean(str(folder)),
        known.sha256,
        known.contents.cases,
        known.contents.faults,
    )


class _Search:
    def __init__(self) -> None:
        self.packs: dict[str, Pack] = {}
        self.problems: list[PackProblem] = []

    def add_installed(self, entry: Registered, *, wanted: bool) -> None:
        name, version = clean(entry.name), clean(entry.version)
        origin = clean(f"{entry.distribution} {entry.version}".strip())
        if not wanted:
            self.problems.append(PackProblem(name, origin, LEFT_OUT, "disabled", version))
            return
        try:
            pack = pack_in(_package_folder(entry), origin)
            if pack.name != entry.name:
                raise UsageFault(f"it calls itself {pack.name} and is registered as {name}")
        except UsageFault as error:
            self.problems.append(PackProblem(name, origin, str(error), version=version))
        except InputFault as error:
            self.problems.append(_unreadable(name, origin, error, version))
        else:
            self._add(pack)

    def add_folder(self, folder: Path) -> None:
        try:
            self._add(pack_in(folder))
        except InputFault as error:
            self.problems.append(_unreadable(clean(folder.name), clean(str(folder)), error))

    def _add(self, pack: Pack) -> None:
        first = self.packs.setdefault(pack.name, pack)
        if first is not pack:
            why = f"another pack has this name already: {first.name} {first.version} from {first.origin}"
            self.problems.append(PackProblem(pack.name, pack.origin, why, version=pack.version))


def _package_folder(entry: Registered) -> Path:
    """The folder of the package that an entry point names, found without importing it. Raises UsageFault."""
    if entry.broken:
        raise UsageFault(entry.broken)
    if not re.fullmatch(r"[A-Za-z_]\w*", entry.value, re.ASCII):
        raise UsageFault(f"its entry point {clean(entry.value)} is not the name of a top-level package")
    try:
        spec = find_spec(entry.value)
        found = list(spec.submodule_search_locations or ()) if spec else []
    except Exception as error:
        raise UsageFault(f"its package {entry.value} cannot be found ({type(error).__name__})") from None
    folders = list(dict.fromkeys(Path(folder).resolve() for folder in found))
    if len(folders) != 1:
        raise UsageFault(f"its package {entry.value} is {'in several folders' if folders else 'not there'}")
    return folders[0]


def _unreadable(name: str, origin: str, error: InputFault, version: str = "") -> PackProblem:
    more = len(error.faults) - 1
    why = f"{error.faults[0]}{f' (and {more} more)' if more else ''}"
    return PackProblem(name, origin, why, version=version, faults=error.faults)
