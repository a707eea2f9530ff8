"""Reads a case of a pack again and again, as an author goes on writing; only what has changed is read anew."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from simulator.authoring.preview.view import Preview, Which
from simulator.authoring.preview.viewing import case_view
from simulator.cases.manifest import check_edition, makes_cases, read_manifest
from simulator.cases.written import read_written
from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean
from simulator.guidance.nodes import suggestion
from simulator.packs.contents import ListedCase, is_case_file
from simulator.packs.files import file_fault
from simulator.packs.folder import pack_files, pack_sha256
from simulator.packs.heads import head_of
from simulator.packs.reading import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from simulator.authoring.preview.view import CaseView
    from simulator.cases.generating import Generator
    from simulator.cases.manifest import Manifest
    from simulator.model.document import Document
    from simulator.packs.folder import PackFile
    from simulator.rules.engine import Engine

FIRST_SEED = 1


class PackReader:
    """Reads the pack in `folder`; `engine_named` gives the engine of a guidance, `generator_of` what makes cases.

    Both raise UsageFault where there is none such and InputFault where what they need is at fault.
    """

    def __init__(
        self,
        folder: Path,
        engine_named: Callable[[str | None], Engine],
        generator_of: Callable[[Path], Generator],
    ) -> None:
        self.folder = folder
        self._engine_named = engine_named
        self._generator_of = generator_of
        self._read: dict[str, tuple[bytes, Document | InputFault]] = {}
        self._made: tuple[str, Generator] | None = None

    def first(self) -> Which:
        """The pack's first written case; of one that only makes cases, that of the first seed.

        Raises UsageFault where it has neither, InputFault where it cannot be read.
        """
        files = self._files()
        written = next((path for path in files if is_case_file(path)), None)
        if written is not None:
            return written
        documents = self._own(files)
        if makes_cases(documents) or read_manifest(documents).draws_on:
            return FIRST_SEED
        raise UsageFault(f"{clean(str(self.folder))} holds no written case, and nothing to make cases of.")

    def file_of(self, case: str) -> str:
        """The file of a written case, by its id. Raises UsageFault where there is none, InputFault."""
        listed = self._listed(self._files())
        for each in listed:
            if each.case == case:
                return each.file
        right = suggestion(case, [each.case for each in listed])
        raise UsageFault(f"{clean(str(self.folder))} has no written case '{clean(case)}'; {right}")

    def read(self, which: Which) -> Preview:
        """The case as the files have it now, or what is wrong with it. Raises UsageFault."""
        try:
            files = self._files()
            listed = self._listed(files)
            documents = self._own(files)
            if head_of(documents, self.folder).kind != "scenario":
                raise UsageFault(
                    f"{clean(str(self.folder))} holds no scenario pack, and only those have cases."
                )
            manifest = read_manifest(documents)
            engine = self._engine_named(manifest.guidance or None)
            check_edition(documents, engine.guidance)
        except InputFault as wrong:
            return Preview(which, self.folder.name, faults=wrong.faults)
        named = (which, manifest.name, engine.guidance.standing, listed)
        try:
            return Preview(*named, self._case(which, files, manifest, engine))
        except InputFault as wrong:
            return Preview(*named, faults=wrong.faults)

    def _case(self, which: Which, files: Iterable[str], manifest: Manifest, engine: Engine) -> CaseView:
        if isinstance(which, int):
            return case_view(self._generator().case(which), engine)
        if which not in files:
            name = str(self.folder / which)
            raise file_fault(
                name, "there is no such file", "give the name of a file that is there", "no-file"
            )
        written = read_written(self._document(which), engine, manifest)
        return case_view(written.data, engine, written.written.get("expects"))

    def _generator(self) -> Generator:
        sha256 = pack_sha256(self._held)
        if self._made is None or self._made[0] != sha256:
            self._made = (sha256, self._generator_of(self.folder))
        return self._made[1]

    def _files(self) -> list[str]:
        """The paths of the pack's files, each read where it has changed."""
        self._held: tuple[PackFile, ...] = pack_files(self.folder)
        kept, self._read = self._read, {}
        for file in self._held:
            before = kept.get(file.path)
            if before is not None and before[0] == file.data:
                self._read[file.path] = before
            else:
                self._read[file.path] = (file.data, _read(file, self.folder))
        return list(self._read)

    def _document(self, path: str) -> Document:
        document = self._read[path][1]
        if isinstance(document, InputFault):
            raise InputFault(document.faults)
        return document

    def _own(self, files: Iterable[str]) -> list[Document]:
        """The documents of the pack that are no cases."""
        return [self._document(path) for path in files if not is_case_file(path)]

    def _listed(self, files: Iterable[str]) -> tuple[ListedCase, ...]:
        return tuple(_listed(path, self._read[path][1]) for path in files if is_case_file(path))


def _read(file: PackFile, folder: Path) -> Document | InputFault:
    try:
        return read_yaml(file.data, str(folder / file.path))
    except InputFault as wrong:
        return wrong


def _listed(path: str, document: Document | InputFault) -> ListedCase:
    """A case as far as its file tells which it is; else by the file's name."""
    stem = PurePath(path).stem
    match document.data if not isinstance(document, InputFault) else None:
        case {"case": str(case), "title": str(title)}:
            return ListedCase(case, title, path)
        case _:
            return ListedCase(stem, stem, path)
