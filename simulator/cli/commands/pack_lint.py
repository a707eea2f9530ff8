"""`simulator pack lint`: everything that is wrong with packs."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.lint.linting import lint
from simulator.authoring.lint.showing import github_lines, lint_data, sarif_data, text_lines
from simulator.cli.output import print_json, print_lines
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.authoring.lint.finding import Linted
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Prints what is found; 1 where anything is an error, or with `--strict` where anything is found."""
    # Of what a large pack makes nearly all is kept to the end: looking through it again and again frees nothing.
    gc.set_threshold(200_000, 50, 50)
    workshop = Workshop(strangers=asked.plugins)
    linted = [
        lint(folder_of(workshop, named), workshop.engine, lambda: workshop.first_names, workshop.stocked)
        for named in asked.path
    ]
    _print(linted, asked.format)
    return int(any(each.fails(strict=asked.strict) for each in linted))


def folder_of(workshop: Workshop, named: str) -> Path:
    """What was named: a path, or else the folder of a pack of that name."""
    path = Path(named)
    if os.path.lexists(path) or "/" in named:
        return path
    return next((pack.folder for pack in workshop.found.packs if pack.name == named), path)


def _print(linted: Sequence[Linted], form: str) -> None:
    if form == "sarif":
        print_json(sarif_data(linted))
        return
    for each in linted:
        if form == "json":
            print_json(lint_data(each))
        else:
            print_lines(github_lines(each) if form == "github" else text_lines(each))
