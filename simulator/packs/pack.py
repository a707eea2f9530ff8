"""What is known of a data pack before its documents are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.errors.faults import Fault
    from simulator.packs.contents import ListedCase

Kind = Literal["guidance", "scenario"]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose files could be read; `origin` says where it was found.

    `cases` are those written in files of their own, `faults` those of files there that cannot be listed.
    """

    name: str
    kind: Kind
    folder: Path
    version: str
    origin: str
    sha256: str
    cases: tuple[ListedCase, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class PackProblem:
    """A pack that cannot be used (`broken`) or was left out (`disabled`), and why, in a sentence."""

    name: str
    origin: str
    why: str
    status: Literal["broken", "disabled"] = "broken"
    version: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The packs that can be used, sorted by kind and name, and what was wrong with others."""

    packs: tuple[Pack, ...]
    problems: tuple[PackProblem, ...]

    def of_kind(self, kind: Kind) -> tuple[Pack, ...]:
        return tuple(pack for pack in self.packs if pack.kind == kind)
