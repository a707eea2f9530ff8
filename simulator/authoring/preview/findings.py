"""What the linter finds in the file that is looked at, in short."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from simulator.authoring.preview.view import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.authoring.lint.finding import Finding, Linted
    from simulator.authoring.preview.view import CaseView

MOST = 5


def counted(linted: Linted) -> str:
    """How much the linter finds, as `2 errors, 1 warning`."""
    errors = sum(finding.severity == "error" for finding in linted.findings)
    counts = ((errors, "error"), (len(linted.findings) - errors, "warning"), (len(linted.excused), "excused"))
    told = [
        f"{count} {word}{'s' if count > 1 and word != 'excused' else ''}" for count, word in counts if count
    ]
    return ", ".join(told) or "no findings"


def with_findings(case: CaseView, linted: Linted) -> CaseView:
    """The case with the linter's findings at the head of its key."""
    first, *others = case.rows
    return replace(case, rows=(replace(first, key=(*first.key, *_passages(linted))), *others))


def _passages(linted: Linted) -> Iterator[Passage]:
    yield Passage("text", counted(linted), "Linter")
    for finding in linted.findings[:MOST]:
        yield Passage("fault", _told(finding))
    more = len(linted.findings) - MOST
    if more > 0:
        yield Passage("note", f"and {more} more: simulator pack lint shows them all")


def _told(finding: Finding) -> str:
    place = f"{PurePath(finding.file).name}:{finding.line}:{finding.column}"
    return f"{place}: {finding.message}; {finding.fix} [{finding.code}]"
