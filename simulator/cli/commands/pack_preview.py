"""`simulator pack preview`: a case as a learner sees it, and the key beside it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from simulator.authoring.lint.linting import lint
from simulator.authoring.lint.sources import YAML
from simulator.authoring.preview.findings import with_findings
from simulator.authoring.preview.lines import text_lines
from simulator.authoring.preview.reading import PackReader
from simulator.cases.seeds import SEED_RANGE, seed_in
from simulator.cli.commands.pack_lint import folder_of
from simulator.cli.output import print_lines
from simulator.cli.workshop import Workshop
from simulator.errors.faults import InputFault, UsageFault
from simulator.packs.contents import CASES
from simulator.packs.files import file_fault
from simulator.packs.finding import pack_in

if TYPE_CHECKING:
    from simulator.authoring.lint.finding import Linted
    from simulator.authoring.preview.view import Which
    from simulator.cases.generating import Generator
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Shows the case in the terminal until it is closed; without one, or with `--once`, as lines of text."""
    workshop = Workshop(strangers=asked.plugins)
    folder, file = _place(folder_of(workshop, asked.path))
    reader = PackReader(folder, workshop.engine, partial(_generator, workshop))
    which = _which(asked, reader, file)
    if asked.once or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _once(reader, workshop, which, key=asked.key)
    return _on_screen(reader, workshop, which, key=asked.key)


def _once(reader: PackReader, workshop: Workshop, which: Which, *, key: bool) -> int:
    preview = reader.read(which)
    if preview.case is None:
        raise InputFault(preview.faults)
    case = with_findings(preview.case, _lint(reader, workshop, which)) if key else preview.case
    print_lines(text_lines(case, key=key))
    return 0


def _on_screen(reader: PackReader, workshop: Workshop, which: Which, *, key: bool) -> int:
    from simulator.authoring.preview.watching import changes
    from simulator.tui.preview.app import run_preview
    from simulator.tui.preview.bench import Source

    source = Source(
        first=which,
        read=reader.read,
        lint=partial(_lint, reader, workshop),
        changes=partial(changes, reader.folder),
    )
    return run_preview(source, key=key)


def _place(path: Path) -> tuple[Path, str | None]:
    """The folder of the pack that was named, and the case's file below it, if one was. Raises InputFault."""
    if path.is_dir():
        return path, None
    if not path.is_file() or path.suffix not in YAML:
        what = "there is no such folder, and no such .yaml file"
        raise file_fault(str(path), what, "give a pack's folder, or a case's file", "not-a-pack")
    folder = next((above.parent for above in path.parents if above.name == CASES), None)
    if folder is None:
        return path.parent, None
    return folder, PurePath(path).relative_to(folder).as_posix()


def _which(asked: Asked, reader: PackReader, file: str | None) -> Which:
    """The case that was asked for. Raises UsageFault where there is none such or several were named."""
    if sum(each is not None for each in (asked.case, asked.seed, file)) > 1:
        raise UsageFault("a case's file, --case and --seed exclude each other.")
    if asked.case is not None:
        return reader.file_of(asked.case)
    if asked.seed is not None:
        return _seed(asked.seed)
    return file if file is not None else reader.first()


def _seed(text: str) -> int:
    seed = seed_in(text)
    if seed is None:
        raise UsageFault(f"'{text}' is no seed; a seed is {SEED_RANGE}.")
    return seed


def _lint(reader: PackReader, workshop: Workshop, which: Which) -> Linted:
    """What the linter finds in a written case's file, or in the pack of a made one."""
    path = reader.folder / which if isinstance(which, str) else reader.folder
    return lint(path, workshop.engine, lambda: workshop.first_names, workshop.stocked)


def _generator(workshop: Workshop, folder: Path) -> Generator:
    return workshop.generator(pack_in(folder))
