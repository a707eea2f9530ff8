"""Saving a debrief as a new file: whole or not at all, and never over another."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.report.faults import ReportFault

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.report.decisions import Explanations
    from simulator.session.view import View

SUFFIXES = (".html", ".md")
"""How the name of a saved debrief ends: it says in which format it is saved."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_SENTENCES = {
    errno.EEXIST: "{path} is there already, and is left as it is; choose another name.",
    errno.EISDIR: "{path} is a folder; name a new file in it.",
    errno.ENOENT: "There is no folder {folder}; choose one that is there.",
    errno.ENOTDIR: "{folder} is no folder; choose one that is there.",
    errno.EACCES: "You may not write in {folder}; choose a folder of your own.",
    errno.EPERM: "You may not write in {folder}; choose a folder of your own.",
    errno.EROFS: "{folder} can only be read; choose a folder of your own.",
    errno.ENOSPC: "The disk is full, so {path} is not saved; make room, or choose another disk.",
    errno.EDQUOT: "You have no room left on the disk, so {path} is not saved; make room, or choose another disk.",
    errno.EFBIG: "{path} would be too large a file for this disk; choose another disk.",
    errno.ENAMETOOLONG: "The name {name} is too long; choose a shorter one.",
    errno.EINVAL: "{name} is no name for a file here; choose another.",
    errno.ELOOP: "{folder} is a link that leads nowhere; choose another folder.",
}
_OTHER = "{path} could not be saved ({reason}); choose another folder."


def save_debrief(view: View, explanations: Explanations, path: Path, own_words: bool) -> Path:
    """Save the debrief of `view` at `path`, as HTML or Markdown by how its name ends; returns where it lies.

    `~` is the home folder. The file appears whole or not at all. Raises ReportFault with a sentence, and changes
    nothing then: where something is there already (a link, too), where the suffix is another, and where the
    folder or the disk does not take it.
    """
    whole = _absolute(path)
    page = _page(view, explanations, whole, own_words)
    try:
        _save(page.encode(), whole)
    except OSError as error:
        raise _fault(whole, error) from error
    except ValueError as error:
        raise _no_name(path) from error
    return whole


def _absolute(path: Path) -> Path:
    """`path` from the root of its disk; a link in it stays one."""
    try:
        return path.expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise _no_name(path) from error


def _page(view: View, explanations: Explanations, path: Path, own_words: bool) -> str:
    from simulator.report.pages import html_page, markdown_page

    match path.suffix.lower():
        case ".html":
            return html_page(view, explanations, own_words)
        case ".md":
            return markdown_page(view, explanations, own_words)
    raise ReportFault(
        clean(f"{path.name or path} ends neither in .html nor in .md; end the name in one of them.")
    )


def _save(content: bytes, path: Path) -> None:
    """Write a file beside `path`, and put it in its place once that is known to be free."""
    if _taken(path):
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))
    beside = path.with_name(f".{token_hex(8)}.part")
    try:
        _write(content, beside)
        os.close(os.open(path, _NEW, 0o666))
        try:
            beside.replace(path)
        except OSError:
            path.unlink()
            raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _taken(path: Path) -> bool:
    try:
        return stat.S_IFMT(path.lstat().st_mode) != 0
    except FileNotFoundError:
        return False


def _write(content: bytes, path: Path) -> None:
    with open(os.open(path, _NEW, 0o666), "wb") as file:  # noqa: PTH123, for the flags
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fault(path: Path, error: OSError) -> ReportFault:
    sentence = _SENTENCES.get(error.errno or 0, _OTHER)
    reason = error.strerror or type(error).__name__
    return ReportFault(clean(sentence.format(path=path, folder=path.parent, name=path.name, reason=reason)))


def _no_name(path: Path) -> ReportFault:
    return ReportFault(clean(f"{path} is no name for a file here; choose another."))
