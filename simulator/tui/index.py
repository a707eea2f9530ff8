"""What the opening screen shows before any pack is read: plain JSON data, kept from the last run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.session.case_packs import CasePack, CaseTitle
    from simulator.session.training import Training


def index_of(training: Training) -> dict[str, object]:
    """`{"standing": line, "packs": [{"name", "title", "content_note", …, "cases": [[id, title]], "makes"}]}`."""
    return {"standing": training.standing, "packs": [_kept(pack) for pack in training.packs]}


def _kept(pack: CasePack) -> dict[str, object]:
    return {
        "name": pack.name,
        "title": pack.title,
        "content_note": pack.content_note,
        "minutes": pack.minutes,
        "intensity": pack.intensity,
        "cases": [[each.case, each.title] for each in pack.cases],
        "makes": pack.makes,
        "first": pack.first,
    }


def standing_of(index: Mapping[str, object] | None) -> str:
    """The standing line of `index`; empty where it has none."""
    standing = (index or {}).get("standing")
    return standing if isinstance(standing, str) else ""


def packs_of(index: Mapping[str, object] | None) -> list[CasePack]:
    """The packs of `index`; whatever is not as `index_of` made it is passed over."""
    listed = (index or {}).get("packs")
    packs = map(_pack_of, listed if isinstance(listed, list) else ())
    return [pack for pack in packs if pack is not None]


def _pack_of(entry: object) -> CasePack | None:
    from simulator.session.case_packs import CasePack

    match entry:
        case {
            "name": str(name),
            "title": str(title),
            "content_note": str(note),
            "minutes": int(minutes),
            "intensity": int(intensity),
            "cases": list(cases),
            "makes": bool(makes),
            "first": str(first),
        }:
            return CasePack(name, title, note, minutes, intensity, tuple(_titles_of(cases)), makes, first)
        case _:
            return None


def _titles_of(cases: Sequence[object]) -> Iterator[CaseTitle]:
    from simulator.session.case_packs import CaseTitle

    for each in cases:
        match each:
            case [str(case), str(title)]:
                yield CaseTitle(case, title)
