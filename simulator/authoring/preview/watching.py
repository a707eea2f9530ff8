"""Tells when the files of a pack change."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from threading import Event

    from watchfiles import Change

STEP, TOGETHER = 20, 200
"""Milliseconds without a change after which changes are told, and after which they are told in any case."""
LOOK_AGAIN = 200
"""Milliseconds after which it is looked whether the folder is still the one that is watched."""


def changes(folder: Path, stop: Event) -> Iterator[None]:
    """Yields whenever something in the pack's folder has changed, until `stop` is set.

    The system tells of changes in the folder that was there when it was asked. Where that is replaced, removed
    or cannot be watched, this looks until it can be, and tells of it as of any other change.
    """
    watched = _identity(folder)
    while not stop.is_set():
        try:
            for changed in watch(
                folder,
                watch_filter=_matters,
                step=STEP,
                debounce=TOGETHER,
                rust_timeout=LOOK_AGAIN,
                yield_on_timeout=True,
                stop_event=stop,
                raise_interrupt=False,
            ):
                if changed:
                    yield
                if _identity(folder) != watched:
                    break
        except OSError:
            stop.wait(LOOK_AGAIN / 1000)
        if (found := _identity(folder)) != watched:
            watched = found
            yield


def _matters(_: Change, path: str) -> bool:
    """What editors keep beside a file that is open begins with a dot, and is not read as part of a pack."""
    return not PurePath(path).name.startswith(".")


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
