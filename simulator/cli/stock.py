"""Where a pack's generator has its stock from: its own plots and templates, or those of the pack that it draws on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cases.generates import narrowing_in
from simulator.cases.generating import Generator
from simulator.cases.manifest import makes_cases
from simulator.cli.sound import is_sound, manifest_in
from simulator.errors.faults import InputFault, UsageFault
from simulator.packs.loading import load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.cases.names import FirstNames
    from simulator.errors.faults import Fault
    from simulator.model.document import Document
    from simulator.packs.pack import Pack
    from simulator.rules.engine import Engine


def generator_of(pack: Pack, others: Sequence[Pack], engine: Engine, first_names: FirstNames) -> Generator:
    """The generator of a pack, which may draw on one of the `others`.

    Raises UsageFault where the pack makes no cases, InputFault where it or what it draws on is at fault.
    """
    documents = load_pack(pack)
    if makes_cases(documents):
        return Generator(engine, documents, pack.sha256, first_names, trusted=is_sound(pack))
    manifest = manifest_in(pack, documents)
    if not manifest.draws_on:
        raise UsageFault(f"the pack {pack.name} makes no cases; it holds {len(pack.cases)} written ones.")
    drawn_on = _drawn_on(documents, manifest.draws_on, others)
    return Generator(
        engine,
        load_pack(drawn_on),
        pack.sha256,
        first_names,
        name=pack.name,
        head={"version": manifest.version, "content_note": manifest.content_note},
        narrowing=narrowing_in(documents),
        trusted=is_sound(drawn_on),
    )


def _drawn_on(documents: Sequence[Document], name: str, others: Sequence[Pack]) -> Pack:
    """The pack of that name among others. Raises InputFault where it is not there, or has no stock of its own."""
    found = next((each for each in others if each.name == name), None)
    if found is None:
        raise InputFault([_fault(documents, f"the pack '{name}' that this one draws on is not installed")])
    if not makes_cases(load_pack(found)):
        raise InputFault(
            [_fault(documents, f"the pack '{name}' that this one draws on has no stock of its own")]
        )
    return found


def _fault(documents: Sequence[Document], what: str) -> Fault:
    declaring = next(each for each in documents if isinstance(each.data, dict) and "pack" in each.data)
    right = "name a pack with plots and templates of its own, such as `simulator plugins` lists"
    return declaring.fault(("pack", "draws_on"), what, right, code="no-stock")
