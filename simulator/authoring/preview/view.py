"""What an author sees of a case: plain frozen data, in rows of text and the key beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.errors.faults import Fault
    from simulator.packs.contents import ListedCase

Kind = Literal["title", "heading", "note", "text", "label", "fault"]
"""What a passage is to the reader: `note` is said in passing, `label` names what stands below it."""

Which = str | int
"""Which case of a pack: a written one by its file's path below the pack's folder, or a made one by its seed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; `head` are words before it that name what it is about."""

    kind: Kind
    text: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a learner sees, and the key to it, which stands beside it.

    `opening` is how the text begins, for a key that is shown without it. A row without a key of its own that is
    `shared`, as a heading is, belongs to text and key alike.
    """

    text: tuple[Passage, ...] = ()
    key: tuple[Passage, ...] = ()
    opening: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case, from its title to what there is to discuss."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A case of a pack as its files have it now; `case` is None where `faults` keep it from being shown.

    `standing` is the line of its guidance that every face shows, `cases` are the pack's written ones.
    """

    which: Which
    pack: str = ""
    standing: str = ""
    cases: tuple[ListedCase, ...] = ()
    case: CaseView | None = None
    faults: tuple[Fault, ...] = ()
