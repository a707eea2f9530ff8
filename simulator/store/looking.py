"""A connection that changes nothing: neither the store, nor its log, nor what lies beside."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.store.backups import opened

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the store at `path` for the block, in which nothing can be written.

    Without a log, none is made. With a log that no program has open, for then its index is not there, the file and its
    log are looked at in a copy: SQLite would write the index beside them. Raises sqlite3.Error and OSError.
    """
    log, index = path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")
    if not log.exists() or not log.stat().st_size:
        with closing(opened(path, "immutable=1")) as connection:
            yield connection
    elif index.exists():
        with closing(opened(path, "mode=ro")) as connection:
            yield connection
    else:
        with tempfile.TemporaryDirectory(prefix="simulator-", ignore_cleanup_errors=True) as folder:
            copied = Path(shutil.copy(path, Path(folder) / "store.sqlite"))
            shutil.copy(log, copied.with_name(copied.name + "-wal"))
            with closing(opened(copied, "mode=rw")) as connection:
                yield connection
