"""What is in a pack: its own documents, and the cases written in files of their own.

Files below the folder `cases` hold one written case each. A fault there leaves out that case alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault, Place
from simulator.model.document import Document
from simulator.packs.cache import keep_documents, kept_documents
from simulator.packs.folder import read_files
from simulator.packs.reading import read_document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.model.document import Positions
    from simulator.packs.folder import PackFile, PackFiles

CASES = "cases"
WRITTEN = "written-case/1"


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A written case as a list of cases shows it; `file` is its path below the pack's folder."""

    case: str
    title: str
    file: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The pack's own documents, its written cases by their files' order, and the faults of those left out."""

    documents: tuple[Document, ...]
    cases: tuple[ListedCase, ...]
    faults: tuple[Fault, ...]


def is_case_file(path: str) -> bool:
    """Whether the file at this path below a pack's folder is to hold a written case."""
    return path.startswith(f"{CASES}/")


def whole_files(folder: Path) -> PackFiles:
    """The files of a pack; `spoilt` are those of written cases alone.

    Raises InputFault where any other file cannot be read, where there is none, or where there are too many.
    """
    read = read_files(folder)
    if any(not is_case_file(path) for path, _ in read.spoilt):
        raise InputFault(fault for _, fault in read.spoilt)
    return read


def contents_of(folder: Path, files: tuple[PackFile, ...], sha256: str) -> Contents:
    """What is in `files`, whose hash together is `sha256`, from the cache where it is kept.

    Raises InputFault with the faults of the pack's own documents.
    """
    kept = kept_contents(folder, [file.path for file in files], sha256)
    if kept is not None:
        return kept
    contents = _read(folder, files)
    keep_documents(sha256, _to_keep(folder, files, contents))
    return contents


def kept_contents(folder: Path, paths: Sequence[str], sha256: str) -> Contents | None:
    """What the cache holds of the files at `paths`, whose hash together is `sha256`; None where it holds nothing."""
    kept: Any = kept_documents(sha256)
    if kept is None or kept.get("files") != list(paths):
        return None
    return Contents(
        tuple(_kept_document(folder / path, data) for path, data in kept["documents"]),
        tuple(ListedCase(*each) for each in kept["cases"]),
        tuple(_kept_fault(folder, *each) for each in kept["faults"]),
    )


def _read(folder: Path, files: tuple[PackFile, ...]) -> Contents:
    documents: list[Document] = []
    listed: dict[str, ListedCase] = {}
    own_faults: list[Fault] = []
    case_faults: list[Fault] = []
    for file in files:
        of_case = is_case_file(file.path)
        try:
            document = read_yaml(file.data, str(folder / file.path))
            if of_case:
                _list(document, file.path, listed)
            else:
                documents.append(document)
        except InputFault as wrong:
            (case_faults if of_case else own_faults).extend(wrong.faults)
    if own_faults:
        raise InputFault(own_faults)
    return Contents(tuple(documents), tuple(listed.values()), tuple(case_faults))


def _list(document: Document, path: str, listed: dict[str, ListedCase]) -> None:
    """Adds a written case to those `listed`. Raises InputFault where it says not which it is, or another's id."""
    match document.data:
        case {"format": "written-case/1", "case": str(case), "title": str(title)}:
            if case in listed:
                what = f"the case '{case}' stands in this pack twice; {listed[case].file} has it already"
                raise InputFault([document.fault(("case",), what, "an id of its own", code="twice")])
            listed[case] = ListedCase(case, title, path)
        case _:
            what = f"this file below {CASES}/ is no written case with an id and a title"
            right = f'write format: {WRITTEN}, case: ID and title: "…"'
            raise InputFault([document.fault((), what, right, code="no-case")])


def _to_keep(folder: Path, files: tuple[PackFile, ...], contents: Contents) -> dict[str, object]:
    return {
        "files": [file.path for file in files],
        "documents": [
            [Path(document.name).relative_to(folder).as_posix(), document.data]
            for document in contents.documents
        ],
        "cases": [[each.case, each.title, each.file] for each in contents.cases],
        "faults": [_fault_to_keep(folder, each) for each in contents.faults],
    }


def _fault_to_keep(folder: Path, fault: Fault) -> list[object]:
    place = fault.place
    file = Path(place.file).relative_to(folder).as_posix()
    return [file, place.line, place.column, fault.what, fault.remedy, fault.code]


def _kept_fault(folder: Path, file: str, line: int, column: int, what: str, remedy: str, code: str) -> Fault:
    return Fault(Place(str(folder / file), line, column), what, remedy, code)


def _kept_document(path: Path, data: object) -> Document:
    return Document(str(path), data, lambda: _positions(path))


def _positions(path: Path) -> Positions:
    """The positions in a file whose data came from the cache; none where it has gone since."""
    try:
        return read_document(path).find()
    except InputFault:
        return {}
