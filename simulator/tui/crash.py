"""A report of a crash, for whoever mends the program: where it failed, and nothing that anybody wrote.

It lies in the platform's folder for such files, or in the folder that the environment names as SIMULATOR_STATE.
"""

from __future__ import annotations

import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

PACKAGES = ("image-sharing-simulator", "textual", "rich", "sqlalchemy", "pluggy")
MOST_CALLS = 200


def reports_folder() -> Path:
    """The folder of the reports."""
    if named := os.environ.get("SIMULATOR_STATE"):
        return Path(named)
    from platformdirs import user_state_dir

    return Path(user_state_dir("image-sharing-simulator", appauthor=False))


def write_report(error: BaseException | None, screens: Sequence[str], size: tuple[int, int]) -> Path:
    """Write a report of `error` on these screens, in a file of its own. Raises OSError."""
    now = datetime.now(UTC)
    lines = [
        "A report of a crash. It holds where the program failed; no answers, no words and no names.",
        f"when: {now:%Y-%m-%dT%H:%M:%SZ}",
        *(f"{name}: {version}" for name, version in _versions()),
        f"terminal: {size[0]}x{size[1]}, TERM={_plain(os.environ.get('TERM', ''))}",
        f"screens: {', '.join(screens)}",
        *_told(error),
    ]
    folder = reports_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=f"crash-{now:%Y%m%d-%H%M%S}-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return Path(name)


def _versions() -> Iterator[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError, version

    yield "python", platform.python_version()
    yield "platform", f"{platform.system()} {platform.machine()}"
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            continue


def _plain(text: str) -> str:
    """No more than a name can hold: the environment is anybody's."""
    return "".join(
        letter for letter in text[:40] if letter.isascii() and (letter.isalnum() or letter in "-_.")
    )


def _told(error: BaseException | None) -> Iterator[str]:
    """The kinds of an error and of those it came from, and the calls that led to each: never a message or a value."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"error: {type(error).__module__}.{type(error).__qualname__}"
        yield from _calls(error.__traceback__)
        error = error.__cause__ or error.__context__


def _calls(trace: TracebackType | None) -> Iterator[str]:
    calls = []
    while trace is not None:
        code = trace.tb_frame.f_code
        calls.append(f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    yield from calls[-MOST_CALLS:]


def _place(file: str) -> str:
    """A file from its package on: the folders above may hold a person's name."""
    path = Path(file)
    parts = path.parts
    for root in ("site-packages", "simulator"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at:] if root == "simulator" else parts[at + 1 :])
    return path.name
