"""`simulator pack build`: the distribution of a pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.lint.linting import lint
from simulator.authoring.making.building import build
from simulator.cases.manifest import read_manifest
from simulator.cli.commands.pack_lint import folder_of
from simulator.cli.output import print_lines, tell
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.packs.finding import pack_in
from simulator.packs.folder import pack_files, pack_sha256
from simulator.packs.loading import load_pack

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Builds a pack in which the linter finds no error; otherwise tells the findings, and 1."""
    if not asked.into:
        raise UsageFault("an empty text is no folder to build into; leave --into out, or name one.")
    workshop = Workshop(strangers=asked.plugins)
    folder = folder_of(workshop, asked.path)
    pack = pack_in(folder)
    if pack.kind != "scenario":
        raise UsageFault(f"{folder} holds a {pack.kind} pack, and a scenario pack is wanted.")
    linted = lint(folder, workshop.engine, lambda: workshop.first_names, workshop.stocked)
    if linted.fails(strict=False):
        for finding in linted.findings:
            tell(str(finding))
        return 1
    manifest = read_manifest(load_pack(pack))
    files = pack_files(folder)
    if pack_sha256(files) != pack.sha256:
        raise UsageFault(f"{folder} has changed while it was checked; start again.")
    built = build(folder, manifest, files, Path(asked.into))
    print_lines([*built.lines, "", str(built.wheel), str(built.sums)])
    return 0
