"""The documents of a pack that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.guidance.nodes import suggestion
from simulator.packs.contents import whole_files
from simulator.packs.files import file_fault
from simulator.packs.folder import pack_sha256
from simulator.packs.known import known_of
from simulator.packs.reading import read_yaml

if TYPE_CHECKING:
    from simulator.model.document import Document
    from simulator.packs.pack import Pack


def load_pack(pack: Pack) -> list[Document]:
    """The documents of `pack` that are no cases, in the order of their paths.

    Raises InputFault with all faults of all files, or where the files are no longer those that were found.
    """
    known = known_of(pack.folder)
    _refuse_another(pack, known.sha256)
    return list(known.contents.documents)


def load_case(pack: Pack, case: str) -> Document:
    """The file of a written case of `pack`.

    Raises UsageFault where there is none such, InputFault for a bad file, or where the files are no longer those
    that were found.
    """
    listed = next((each for each in pack.cases if each.case == case), None)
    if listed is None:
        right = suggestion(case, [each.case for each in pack.cases])
        raise UsageFault(f"the pack {pack.name} has no written case '{clean(case)}'; {right}")
    files = whole_files(pack.folder).files
    _refuse_another(pack, pack_sha256(files))
    data = next(file.data for file in files if file.path == listed.file)
    return read_yaml(data, str(pack.folder / listed.file))


def _refuse_another(pack: Pack, sha256: str) -> None:
    if sha256 != pack.sha256:
        name = str(pack.folder)
        raise file_fault(name, "this pack has changed since it was found", "start again", "changed")
