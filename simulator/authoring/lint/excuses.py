"""Findings that an author excuses: a comment `# lint: allow CODE: REASON` on the line above, or on the line itself.

It excuses what is found in the value that begins on that line, however many lines it has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.authoring.lint.finding import Excused, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COMMENT = re.compile(r"(^|\s)#\s*lint:\s*allow\b\s*(?P<code>[\w-]*)\s*:?\s*(?P<reason>.*)$")
_CODE = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Excuse:
    """What a comment on `line` excuses on the line `covers`; both count from 1."""

    line: int
    column: int
    covers: int
    code: str
    reason: str


def excuses_in(lines: Sequence[str]) -> list[Excuse]:
    """The excuses in the lines of a file."""
    found = []
    following: list[int] = []
    for number, written in enumerate(lines, 1):
        match = _COMMENT.search(written) if "lint:" in written else None
        if match is None:
            continue
        following = following or _following(lines)
        alone = not written[: match.start()].strip()
        covers = following[number - 1] if alone else number
        column = match.start() + len(match[1]) + 1
        found.append(Excuse(number, column, covers, match["code"], match["reason"].strip()))
    return found


def _following(lines: Sequence[str]) -> list[int]:
    """For each line the number of the first after it that is neither empty nor a comment; its own where none is."""
    found = list(range(1, len(lines) + 1))
    later = 0
    for index in reversed(range(len(lines))):
        found[index] = later or found[index]
        written = lines[index].strip()
        if written and not written.startswith("#"):
            later = index + 1
    return found


def excused(
    file: str, findings: Iterable[Finding], excuses: Sequence[Excuse]
) -> tuple[list[Finding], list[Excused]]:
    """The findings of one file that stand, with those about the excuses themselves; and those that are excused."""
    standing: list[Finding] = []
    let_pass: list[Excused] = []
    used: set[Excuse] = set()
    covering: dict[tuple[str, int], Excuse] = {}
    for each in excuses:
        if each.reason:
            covering.setdefault((each.code, each.covers), each)
    for finding in findings:
        lines = (finding.line, finding.begins)
        excuse = next(filter(None, (covering.get((finding.code, line)) for line in lines)), None)
        if excuse is None:
            standing.append(finding)
        else:
            used.add(excuse)
            let_pass.append(Excused(finding, excuse.reason))
    for excuse in excuses:
        wrong = _wrong_with(excuse, used=excuse in used)
        if wrong is not None:
            what, right, code = wrong
            standing.append(
                Finding(file, excuse.line, excuse.column, code, "error", what, right, excuse.line)
            )
    return standing, let_pass


def _wrong_with(excuse: Excuse, *, used: bool) -> tuple[str, str, str] | None:
    if not _CODE.fullmatch(excuse.code):
        return "this excuse names no code", "write # lint: allow CODE: REASON", "excuse-incomplete"
    if not excuse.reason:
        what = f"this excuse of {excuse.code} gives no reason"
        return what, f"write # lint: allow {excuse.code}: REASON", "excuse-incomplete"
    if not used:
        what = f"this excuses {excuse.code}, which is not found in what begins on line {excuse.covers}"
        return what, "leave it out", "excuse-unused"
    return None
