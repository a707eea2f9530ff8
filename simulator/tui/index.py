"""What the opening screen shows before any pack is read: plain JSON data, kept from the last run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.training import CasePack, Training


def index_of(training: Training) -> dict[str, object]:
    """`{"standing": line, "packs": [{"name", "title", "content_note", "minutes", "intensity"}]}`."""
    packs = [
        {
            "name": pack.name,
            "title": pack.title,
            "content_note": pack.content_note,
            "minutes": pack.minutes,
            "intensity": pack.intensity,
        }
        for pack in training.packs
    ]
    return {"standing": training.standing, "packs": packs}


def standing_of(index: Mapping[str, object] | None) -> str:
    """The standing line of `index`; empty where it has none."""
    standing = (index or {}).get("standing")
    return standing if isinstance(standing, str) else ""


def packs_of(index: Mapping[str, object] | None) -> list[CasePack]:
    """The packs of `index`; whatever is not as `index_of` made it is passed over."""
    from simulator.session.training import CasePack

    packs = []
    listed = (index or {}).get("packs")
    for entry in listed if isinstance(listed, list) else ():
        match entry:
            case {"name": str(name), "title": str(title), "content_note": str(note), "minutes": int(minutes)}:
                intensity = entry.get("intensity")
                packs.append(
                    CasePack(name, title, note, minutes, intensity if isinstance(intensity, int) else 0)
                )
    return packs
