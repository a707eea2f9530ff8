"""What was found, as text, as `lint/1`, as SARIF 2.1.0, and as annotations of GitHub's workflow commands."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.authoring.lint.finding import Excused, Finding, Linted

FORMAT = "lint/1"
SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
NAME = "simulator-pack-lint"


def text_lines(linted: Linted) -> Iterator[str]:
    """A line for each finding and excuse, and a last one that counts them."""
    yield from map(str, linted.findings)
    for each in linted.excused:
        finding = each.finding
        place = f"{finding.file}:{finding.line}:{finding.column}"
        yield f"{place}: excused {finding.code}: {each.reason}"
    yield f"{linted.pack}: {_counted(linted)}"


def _counted(linted: Linted) -> str:
    errors = sum(finding.severity == "error" for finding in linted.findings)
    warnings = len(linted.findings) - errors
    parts = [_number(errors, "error")] if errors or not warnings else []
    parts += [_number(warnings, "warning")] if warnings else []
    parts += [f"{len(linted.excused)} excused"] if linted.excused else []
    return ", ".join(parts)


def _number(count: int, of: str) -> str:
    return f"{count or 'no'} {of}{'' if count == 1 else 's'}"


def lint_data(linted: Linted) -> dict[str, Any]:
    """`lint/1`; files are named from the pack's folder."""
    return {
        "format": FORMAT,
        "pack": clean(linted.pack),
        "findings": [_finding_data(linted, finding) for finding in linted.findings],
        "excused": [
            {**_finding_data(linted, each.finding), "reason": clean(each.reason)} for each in linted.excused
        ],
    }


def _finding_data(linted: Linted, finding: Finding) -> dict[str, Any]:
    return {
        "file": clean(_below(linted.folder, finding.file)),
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": clean(finding.message),
        "fix": clean(finding.fix),
    }


def _below(folder: str, file: str) -> str:
    path = PurePath(file)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) and file != folder else file


def sarif_data(linted: Sequence[Linted]) -> dict[str, Any]:
    """One SARIF log, with a run for each pack; what is excused is a suppressed result."""
    return {"version": SARIF_VERSION, "$schema": SARIF_SCHEMA, "runs": [_run(each) for each in linted]}


def _run(linted: Linted) -> dict[str, Any]:
    every = [*linted.findings, *(each.finding for each in linted.excused)]
    codes = sorted({finding.code for finding in every})
    return {
        "tool": {
            "driver": {
                "name": NAME,
                "rules": [{"id": code, "shortDescription": {"text": _spoken(code)}} for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(finding, codes) for finding in linted.findings),
            *(_suppressed(each, codes) for each in linted.excused),
        ],
    }


def _spoken(code: str) -> str:
    return f"{code[:1].upper()}{code[1:].replace('-', ' ')}."


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    artifact = {"uri": _uri(finding.file)}
    region = {"startLine": finding.line, "startColumn": finding.column}
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        "message": {"text": f"{clean(finding.message)}; {clean(finding.fix)}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }


def _uri(file: str) -> str:
    """The address of a file: a whole one for a whole path, else one from where the program was called."""
    path = PurePath(file)
    return f"{'file://' if path.is_absolute() else ''}{quote(os.fsencode(path.as_posix()))}"


def _suppressed(each: Excused, codes: Sequence[str]) -> dict[str, Any]:
    suppression = {"kind": "inSource", "justification": clean(each.reason)}
    return {**_result(each.finding, codes), "suppressions": [suppression]}


def github_lines(linted: Linted) -> Iterable[str]:
    """An annotation for each finding; of what is excused there is none."""
    for finding in linted.findings:
        place = f"file={_property(finding.file)},line={finding.line},col={finding.column}"
        message = _message(f"{finding.message}; {finding.fix} [{finding.code}]")
        yield f"::{finding.severity} {place}::{message}"


def _message(text: str) -> str:
    """A message with what would end it or begin another command written as GitHub's runner reads it."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
