"""Files written whole: a link in the way is replaced and not followed, a pipe is not waited for."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Writes a file that is there whole or not at all, whatever stood there. Raises OSError."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def reason(error: OSError) -> str:
    """Why something cannot be written, to stand in brackets."""
    return (error.strerror or str(error)).lower()
