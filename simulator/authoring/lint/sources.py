"""The files of a pack as the linter reads them: all of them afresh, none from the cache."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cases.manifest import Manifest, manifest_of
from simulator.errors.faults import Fault, InputFault
from simulator.guidance.nodes import Node
from simulator.packs.contents import CASES, is_case_file
from simulator.packs.files import file_fault
from simulator.packs.folder import read_files
from simulator.packs.heads import head_of
from simulator.packs.reading import read_yaml

if TYPE_CHECKING:
    from simulator.model.document import Document
    from simulator.packs.pack import Kind

YAML = (".yaml", ".yml")


@dataclass
class PackSources:
    """A pack's own documents and its written cases; `faults` are of files that could not be read.

    `only` is the one file that was asked for, if it was one; `texts` holds what the files hold, by name.
    """

    folder: Path
    only: Path | None = None
    kind: Kind | None = None
    documents: list[Document] = field(default_factory=list)
    cases: list[Document] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def head(self) -> Node | None:
        """The section `pack`, if a file has one."""
        for document in self.documents:
            whole = Node(document, (), document.data)
            if "pack" in whole and isinstance(whole["pack"].data, dict):
                return whole["pack"]
        return None

    @cached_property
    def manifest(self) -> Manifest | None:
        """What a scenario pack says of itself, where it says enough to go on."""
        if self.kind != "scenario" or self.head is None:
            return None
        return manifest_of(self.head.data)

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """The words of the pack's own lists: schools, streets and the like that it made up."""
        lists = [
            values
            for document in self.documents
            if isinstance(document.data, dict) and isinstance(document.data.get("lists"), dict)
            for values in document.data["lists"].values()
            if isinstance(values, list)
        ]
        return tuple(each for values in lists for each in values if isinstance(each, str))

    @property
    def case_names(self) -> tuple[str, ...]:
        """The ids of the written cases, as far as they have one."""
        ids = (case.data.get("case") for case in self.cases if isinstance(case.data, dict))
        return tuple(each for each in ids if isinstance(each, str))

    def lines(self, name: str) -> list[str]:
        """The lines of a file; of one that could not be read there are none."""
        return self.texts.get(name, b"").decode("utf-8", "replace").splitlines()

    def concerns(self, name: str) -> bool:
        """Whether a file was asked for."""
        return self.only is None or Path(name) == self.only


def sources_of(path: Path) -> PackSources:
    """The pack in a folder, or around one file of it. Raises InputFault where no pack is there."""
    if os.path.isdir(path) or not os.path.exists(path):  # noqa: PTH110, PTH112
        return _read(PackSources(path))
    if path.suffix not in YAML:
        raise file_fault(
            str(path), "this is neither a folder nor a .yaml file", "give a pack's folder", "not-a-pack"
        )
    folder = next((above.parent for above in path.parents if above.name == CASES), path.parent)
    return _read(PackSources(folder, only=path))


def _read(sources: PackSources) -> PackSources:
    folder = sources.folder
    read = read_files(folder)
    sources.faults += [fault for _, fault in read.spoilt]
    unread = any(not is_case_file(path) for path, _ in read.spoilt)
    for file in read.files:
        name = str(folder / file.path)
        sources.texts[name] = file.data
        try:
            document = read_yaml(file.data, name)
        except InputFault as wrong:
            sources.faults += wrong.faults
            unread = unread or not is_case_file(file.path)
            continue
        (sources.cases if is_case_file(file.path) else sources.documents).append(document)
    try:
        sources.kind = head_of(sources.documents, folder).kind
    except InputFault as wrong:
        sources.faults += [fault for fault in wrong.faults if fault.code != "no-pack" or not unread]
    return sources
