"""Scenario packs that an earlier run found sound: what checks a pack is large, and is then not loaded at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cases.manifest import read_manifest
from simulator.packs.cache import is_checked, mark_checked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.cases.manifest import Manifest
    from simulator.cases.names import FirstNames
    from simulator.model.document import Document
    from simulator.packs.pack import Pack
    from simulator.rules.engine import Engine


def is_sound(pack: Pack) -> bool:
    """Whether the form of the pack's files was found to be sound."""
    return is_checked(_form_of(pack))


def manifest_in(pack: Pack, documents: Sequence[Document]) -> Manifest:
    """The manifest in the documents of `pack`. Raises InputFault as `read_manifest` does."""
    trusted = is_sound(pack)
    manifest = read_manifest(documents, trusted=trusted)
    if not trusted:
        mark_checked(_form_of(pack))
    return manifest


def check_stock(
    pack: Pack, documents: Sequence[Document], engine: Engine, first_names: Callable[[], FirstNames]
) -> None:
    """Raises InputFault where cases cannot be made from the documents of `pack`."""
    key = f"stock {pack.sha256} for {engine.guidance.sha256}"
    if is_checked(key):
        return
    from simulator.cases.pack_reading import read_scenario_pack

    read_scenario_pack(documents, engine, first_names(), trusted=is_sound(pack))
    mark_checked(key)


def _form_of(pack: Pack) -> str:
    return f"form of {pack.sha256}"
