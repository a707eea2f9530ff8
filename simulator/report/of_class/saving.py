"""Saving the report of a class as a new folder: whole or not at all, and never over another."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.report.faults import ReportFault
from simulator.report.of_class.report import class_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.findings.findings import ClassFindings

LONGEST_ID = 40
"""Characters of a class's id in the name of its folder."""

_SENTENCES = {
    errno.ENOENT: "There is no folder {folder}; choose one that is there.",
    errno.ENOTDIR: "{folder} is no folder; choose one that is there.",
    errno.EACCES: "You may not write in {folder}; choose a folder of your own.",
    errno.EPERM: "You may not write in {folder}; choose a folder of your own.",
    errno.EROFS: "{folder} can only be read; choose a folder of your own.",
    errno.ENOSPC: "The disk is full, so the report is not saved; make room, or choose another disk.",
    errno.EDQUOT: "You have no room left on the disk, so the report is not saved; make room, or choose another disk.",
    errno.ENAMETOOLONG: "The name of the folder {folder} is too long; choose one with a shorter name.",
    errno.ELOOP: "{folder} is a link that leads nowhere; choose another folder.",
}
_OTHER = "The report could not be saved in {folder} ({reason}); choose another folder."
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
"""How a system says that something of that name is there."""


def save_class_report(findings: ClassFindings, folder: Path) -> tuple[Path, ...]:
    """Save the report in a new folder inside `folder`, and return where its files lie.

    The new folder is called after the day and the class, and numbered where that name is taken by another report;
    where this very report is there already, it is left as it is. It can be read by its owner alone. It appears whole or
    not at all. Raises ReportFault with a sentence, and changes nothing then.
    """
    report = class_report(findings)
    try:
        whole = folder.expanduser().absolute()
        saved = _saved(report, whole, folder_name(findings))
    except OSError as error:
        sentence = _SENTENCES.get(error.errno or 0, _OTHER)
        reason = error.strerror or type(error).__name__
        raise ReportFault(clean(sentence.format(folder=folder, reason=reason))) from error
    except (ValueError, RuntimeError) as error:
        raise ReportFault(clean(f"{folder} is no name for a folder here; choose another.")) from error
    return tuple(saved / name for name in report)


def folder_name(findings: ClassFindings) -> str:
    """`class-DAY-ID`, of letters, digits and dashes that every system takes in the name of a folder."""
    day = findings.began[:10] if findings.began else ""
    id_ = re.sub(r"[^0-9A-Za-z]+", "-", findings.class_)[:LONGEST_ID].strip("-")
    return "-".join(filter(None, ("class", day, id_)))


def _saved(report: Mapping[str, bytes], folder: Path, name: str) -> Path:
    """Write all files into a folder beside, and give it the first name that is free."""
    beside = Path(mkdtemp(prefix=".", suffix=".part", dir=folder))
    try:
        for file, content in report.items():
            _write(content, beside / file)
        path, number = folder / name, 1
        while not (_holds(path, report) or _moved(beside, path)):
            number += 1
            path = folder / f"{name}-{number}"
        return path
    finally:
        rmtree(beside, ignore_errors=True)


def _write(content: bytes, path: Path) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _holds(path: Path, report: Mapping[str, bytes]) -> bool:
    """Whether this very report is there."""
    return all(
        (path / name).is_file() and (path / name).read_bytes() == each for name, each in report.items()
    )


def _moved(folder: Path, path: Path) -> bool:
    """Give `folder` the name `path`; False where something is there, which stays as it is."""
    if os.path.lexists(path):
        return False
    try:
        folder.rename(path)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True
