"""What the linter finds in a pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.errors.faults import Fault

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong at a place, what would be right, and by which code it is explained and can be excused.

    Lines and columns count from 1. `begins` is the line on which the value begins that it is found in.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    fix: str
    begins: int = 0

    def __str__(self) -> str:
        told = f"{self.file}:{self.line}:{self.column}: {self.message}; {self.fix}"
        return f"{told} [{self.severity}: {self.code}]"


def finding_of(fault: Fault, severity: Severity = "error") -> Finding:
    """A fault of the input as a finding."""
    place = fault.place
    return Finding(
        place.file, place.line, place.column, fault.code, severity, fault.what, fault.remedy, place.line
    )


@dataclass(frozen=True, slots=True)
class Excused:
    """A finding that somebody excused, and the reason that they wrote."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Linted:
    """All that was found in a pack, whose files are below `folder`, in the order of files and lines."""

    pack: str
    folder: str
    findings: tuple[Finding, ...]
    excused: tuple[Excused, ...]

    def fails(self, *, strict: bool) -> bool:
        """Whether anything in it is an error; with `strict` a warning is one as well."""
        return any(strict or finding.severity == "error" for finding in self.findings)
