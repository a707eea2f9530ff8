"""The bundled guidance pack with a mistake in it, as an author would make one."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from simulator.errors.faults import Fault, InputFault
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from simulator.rules.checking import check_rules

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document

PACK = Path(__file__).parents[2] / "plugins" / "simulator_guidance_derbyshire_2016"


class Edit(NamedTuple):
    """In a file of the pack, the first `old` becomes `new`."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Broken:
    """A mistake and what is to be said of it.

    `at` is the place of the fault: the file, and a text there that stands once in it once it is broken; the
    fault is on the line where that text begins. `says` and `remedy` are regular expressions.
    """

    name: str
    edits: tuple[Edit, ...]
    code: str
    at: tuple[str, str]
    says: str
    remedy: str = ""

    def __str__(self) -> str:
        return self.name


def broken(name: str, edit: tuple[str, str, str], code: str, at: str, says: str, remedy: str = "") -> Broken:
    """One edit, whose fault stands in the file that was edited."""
    return Broken(name, (Edit(*edit),), code, (edit[0], at), says, remedy)


def broken_copy(folder: Path, *edits: Edit) -> Path:
    """A copy of the whole pack below `folder`, with its mistakes."""
    copy = folder / "pack"
    shutil.copytree(PACK, copy)
    _edit(copy, edits)
    return copy


def read_broken(folder: Path, *edits: Edit) -> Guidance:
    """The pack with its mistakes, only the files at fault copied to `folder`. Raises InputFault."""
    for file in {edit.file for edit in edits}:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACK / file, folder / file)
    _edit(folder, edits)
    documents = dict(_documents())
    documents.update({edit.file: read_document(folder / edit.file) for edit in edits})
    return read_guidance([documents[file] for file in sorted(documents)])


def form_faults(folder: Path, *edits: Edit) -> tuple[Fault, ...]:
    """What is said of the pack as it is read."""
    with pytest.raises(InputFault) as caught:
        read_broken(folder, *edits)
    return caught.value.faults


def rule_faults(folder: Path, *edits: Edit) -> tuple[Fault, ...]:
    """What is said of a pack that is read without a fault, as its rules are checked."""
    guidance = read_broken(folder, *edits)
    with pytest.raises(InputFault) as caught:
        check_rules(guidance)
    return caught.value.faults


def line_of(folder: Path, file: str, text: str) -> int:
    """The line, from 1, where a text stands that stands once in a file."""
    whole = (folder / file).read_text("utf-8")
    assert whole.count(text) == 1, f"{text!r} stands {whole.count(text)} times in {file}"
    return whole[: whole.index(text)].count("\n") + 1


def assert_said(folder: Path, faults: tuple[Fault, ...], one: Broken) -> None:
    """Exactly one of the faults says what is wrong, at its place, and what would be right."""
    place = f"{folder / one.at[0]}:{line_of(folder, *one.at)}"
    told = [str(fault) for fault in faults]
    here = [fault for fault in faults if f"{fault.place.file}:{fault.place.line}" == place]
    assert here, f"no fault at {place}: {told}"
    said = [
        fault for fault in here if re.search(one.says, fault.what) and re.search(one.remedy, fault.remedy)
    ]
    assert len(said) == 1, told
    assert (said[0].code, said[0].place.column > 0) == (one.code, True), told
    assert said[0].remedy, told


@cache
def _documents() -> dict[str, Document]:
    return {str(path.relative_to(PACK)): read_document(path) for path in sorted(PACK.rglob("*.yaml"))}


def _edit(folder: Path, edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        path = folder / edit.file
        text = path.read_text("utf-8")
        assert edit.old in text, f"{edit.old!r} does not stand in {edit.file}"
        path.write_text(text.replace(edit.old, edit.new, 1), "utf-8")
