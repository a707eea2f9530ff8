"""Packs of cases, and the cases in them, as a person chooses among them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseTitle:
    """A written case as a person chooses among them: its id in its pack, and its title."""

    case: str
    title: str


@dataclass(frozen=True, slots=True)
class CasePack:
    """A pack of cases as a person chooses among them.

    `cases` are written; `makes` says whether the pack also makes new ones from seeds. `intensity` goes from 1 to 3,
    0 where the pack does not say.
    """

    name: str
    title: str
    content_note: str
    minutes: int
    intensity: int = 0
    cases: tuple[CaseTitle, ...] = ()
    makes: bool = True
    first: str = ""
    """The written case that suits a newcomer; empty where the pack names none."""


@dataclass(frozen=True, slots=True)
class CaseRef:
    """A case that exercises something: `which` is the id of a written one, or the seed of one still to be made."""

    pack: CasePack
    which: int | str
    title: str = ""
    """Empty of one still to be made."""
