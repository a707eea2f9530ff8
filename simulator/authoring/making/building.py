"""Makes the distribution of a pack: a wheel that pip installs, and the SHA-256 of every file in it.

The wheel holds the pack's folder as a package without code, and the entry point by which the program finds it. It is
built by hatchling, the build backend of the Python Packaging Authority, and comes out the same from the same files.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.errors.text import clean
from simulator.packs.finding import GROUP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.cases.manifest import Manifest
    from simulator.packs.folder import PackFile

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Built:
    """The wheel, the list of hashes beside it, and its lines `HASH  PATH` in the order of paths."""

    wheel: Path
    sums: Path
    lines: tuple[str, ...]


def build(folder: Path, manifest: Manifest, files: Sequence[PackFile], into: Path) -> Built:
    """Builds the pack of `folder`, whose read files are `files`, into a folder that is made where it is not there.

    Raises InputFault where its version is none that a package can have, UsageFault where it cannot be written.
    """
    version = _version(folder, manifest)
    try:
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as scratch:
            stage = Path(scratch)
            _lay_out(stage, manifest, version, files)
            wheel = _wheel(stage, into)
        lines = tuple(
            f"{hashlib.sha256(file.data).hexdigest()}  {file.path}"
            for file in sorted(files, key=lambda file: file.path)
        )
        sums = into / f"{wheel.name}.{SUMS}"
        whole = hashlib.sha256(wheel.read_bytes()).hexdigest()
        sums.write_text("\n".join([f"{whole}  {wheel.name}", *lines]) + "\n", encoding="utf-8")
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UsageFault(f"{into} cannot be written ({why}).") from None
    return Built(wheel, sums, lines)


def package_name(pack: str) -> str:
    """The package that a pack is installed as."""
    return f"simulator_scenarios_{pack.replace('-', '_').replace('.', '_')}"


def _version(folder: Path, manifest: Manifest) -> str:
    try:
        return str(Version(manifest.version))
    except InvalidVersion:
        what = f"'{clean(manifest.version)}' is no version that a package can have"
        place = Place(str(folder / "pack.yaml"))
        raise InputFault([Fault(place, what, 'write one like "1.0.0"', "no-version")]) from None


def _lay_out(stage: Path, manifest: Manifest, version: str, files: Sequence[PackFile]) -> None:
    package = package_name(manifest.name)
    for file in files:
        target = stage / package / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
    (stage / "README.md").write_text(_readme(manifest), encoding="utf-8")
    (stage / "pyproject.toml").write_text(_project(manifest, version, package), encoding="utf-8")


def _readme(manifest: Manifest) -> str:
    return f"# {manifest.title}\n\n{manifest.content_note}\n\nA pack of cases for the guidance {manifest.guidance}.\n"


def _project(manifest: Manifest, version: str, package: str) -> str:
    """A pyproject.toml."""
    authors = ", ".join(f"{{name = {_quoted(author)}}}" for author in manifest.authors)
    return f"""[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = {_quoted(package.replace("_", "-"))}
version = {_quoted(version)}
description = {_quoted(" ".join(manifest.title.split()))}
readme = "README.md"
authors = [{authors}]

[project.entry-points.{_quoted(GROUP)}]
{_quoted(manifest.name)} = {_quoted(package)}

[tool.hatch.build.targets.wheel]
packages = [{_quoted(package)}]
"""


def _quoted(text: str) -> str:
    """A basic string of TOML, which a JSON string is as well."""
    return json.dumps(text, ensure_ascii=False)


def _wheel(stage: Path, into: Path) -> Path:
    made = stage / "made"
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    done = subprocess.run(
        command,
        cwd=stage,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1580601600"},
    )
    wheels = sorted(made.glob("*.whl")) if made.is_dir() else []
    if done.returncode != 0 or len(wheels) != 1:
        last = clean((done.stderr or done.stdout).strip().rpartition("\n")[2])
        raise UsageFault(f"the wheel cannot be built ({last}).")
    return Path(shutil.copy2(wheels[0], into / wheels[0].name))
