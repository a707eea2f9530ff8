"""The documents of a pack: read from its files once, and from the cache after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import Fault, InputFault
from simulator.model.document import Document
from simulator.packs.cache import keep_documents, kept_documents
from simulator.packs.files import file_fault
from simulator.packs.folder import PackFile, pack_files, pack_sha256
from simulator.packs.reading import read_document, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.model.document import Positions
    from simulator.packs.pack import Pack


def load_pack(pack: Pack) -> list[Document]:
    """All documents of `pack`, in the order of their paths.

    Raises InputFault with all faults of all files, or where the files are no longer those that were found.
    """
    files = pack_files(pack.folder)
    if pack_sha256(files) != pack.sha256:
        name = str(pack.folder)
        raise file_fault(name, "this pack has changed since it was found", "start again", "changed")
    return documents_of(pack.folder, files, pack.sha256)


def documents_of(folder: Path, files: tuple[PackFile, ...], sha256: str) -> list[Document]:
    """The documents of `files`, whose hash together is `sha256`. Raises InputFault with all their faults."""
    kept = kept_documents(sha256)
    if kept is not None and list(kept) == [file.path for file in files]:
        return [_kept_document(folder / path, data) for path, data in kept.items()]
    documents: list[Document] = []
    faults: list[Fault] = []
    for file in files:
        try:
            documents.append(read_yaml(file.data, str(folder / file.path)))
        except InputFault as error:
            faults.extend(error.faults)
    if faults:
        raise InputFault(faults)
    keep_documents(
        sha256, {file.path: document.data for file, document in zip(files, documents, strict=True)}
    )
    return documents


def _kept_document(path: Path, data: object) -> Document:
    return Document(str(path), data, lambda: _positions(path))


def _positions(path: Path) -> Positions:
    """The positions in a file whose data came from the cache; none where it has gone since."""
    try:
        return read_document(path).find()
    except InputFault:
        return {}
