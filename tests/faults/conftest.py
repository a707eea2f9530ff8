"""The layer that is laid under a child's file calls, compiled; and a folder that is quick to fill."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).with_name("shim.c")
SHARED = Path("/dev/shm")


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The layer, as a library that the dynamic linker preloads."""
    if not sys.platform.startswith("linux"):
        pytest.skip("a file layer is preloaded on Linux alone")
    compiler = shutil.which("cc")
    if compiler is None:
        missing = "cc is not installed; Debian's packages gcc and libc6-dev hold it"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    made = tmp_path_factory.mktemp("shim") / "shim.so"
    options = ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror"]
    subprocess.run([compiler, *options, "-o", made, SOURCE, "-ldl", "-lpthread"], check=True)
    return made


@pytest.fixture
def quick() -> Iterator[Path]:
    """An empty folder, in memory where there is such a place: what is lost there is lost by our doing alone."""
    in_memory = SHARED if os.access(SHARED, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="faults-", dir=in_memory)).resolve()
    yield folder
    shutil.rmtree(folder)
