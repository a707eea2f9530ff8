"""docs/packs.md, made from the packs that ship: `python -m tests.docs.packs_page` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cases.manifest import read_manifest
from simulator.cli.workshop import Workshop
from simulator.packs.loading import load_pack
from simulator.packs.registered import BUNDLED
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cases.manifest import Manifest
    from simulator.packs.pack import Pack

PAGE = ROOT / "docs" / "packs.md"
INTRODUCTION = """\
# The packs of cases that ship

For facilitators: what each is for, what to bring up afterwards, and how long that takes. This page is made from the
packs themselves (`python -m tests.docs.packs_page`). How a pack of your own is made: [for authors](author.md).

> {standing}
"""


def page() -> str:
    """The page as the packs have it now."""
    workshop = Workshop(strangers=False)
    packs = [pack for pack in workshop.found.of_kind("scenario") if pack.origin.startswith(BUNDLED)]
    told = [(read_manifest(load_pack(pack)), pack) for pack in packs]
    told.sort(key=lambda each: (not each[1].cases, each[0].intensity, each[0].title))
    standing = workshop.engine("derbyshire-2016").guidance.standing
    parts = [INTRODUCTION.format(standing=standing), _table(told)]
    parts += ["\n".join(_section(workshop, manifest, pack)) for manifest, pack in told]
    return "\n".join(parts)


def _table(told: list[tuple[Manifest, Pack]]) -> str:
    rows = [
        f"| {manifest.title} | `{manifest.name}` | {len(pack.cases) or 'made by seed'} | {manifest.minutes} | "
        f"{manifest.intensity} of 3 |"
        for manifest, pack in told
    ]
    head = ["| pack | name | written cases | minutes a case | intensity |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _section(workshop: Workshop, manifest: Manifest, pack: Pack) -> Iterator[str]:
    yield f"## {manifest.title}"
    yield ""
    yield manifest.content_note
    yield ""
    yield f"`{manifest.name}` {manifest.version}, for {manifest.guidance} ({manifest.edition}). "
    yield f"By {', '.join(manifest.authors)}."
    yield ""
    yield "What it is for:"
    yield ""
    yield from (f"* {each}" for each in manifest.objectives)
    yield ""
    yield "To discuss:"
    yield ""
    yield from (f"* {each.text} ({each.minutes} minutes)" for each in manifest.prompts)
    yield ""
    yield f"**Today:** {manifest.today}"
    yield ""
    if pack.cases:
        yield "| case | id | children | called for in the end |"
        yield "|---|---|---|---|"
        yield from (_row(workshop, pack, each.case) for each in pack.cases)
        yield ""


def _row(workshop: Workshop, pack: Pack, case: str) -> str:
    read = workshop.written(pack, case)
    settling = [decision for decision in read.parts[-1].decisions if decision.ruled.question.settles]
    endings = []
    for decision in settling:
        options = decision.with_verdict("expected") or ("the guidance is silent",)
        endings.append("/".join(option.replace("_", " ") for option in options))
    counted = [f"{endings.count(each)} × {each}" for each in dict.fromkeys(sorted(endings))]
    return f"| {read.data['title']} | `{case}` | {len(settling)} | {', '.join(counted)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
