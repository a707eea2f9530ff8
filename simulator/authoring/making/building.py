"""Makes the distribution of a pack: a wheel that pip installs, and the SHA-256 of every file in it.

The wheel holds the pack's folder as a package without code, and the entry point by which the program finds it. It is
built by hatchling, the build backend of the Python Packaging Authority, and comes out the same from the same files.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from simulator.authoring.making.writing import put, reason
from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.errors.text import clean
from simulator.packs.finding import GROUP
from simulator.packs.registered import registered

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

    Raises InputFault where its version or the name of a file is none that a package can have, UsageFault where it
    would take the place of a pack that this program comes with, and where it cannot be written.
    """
    version = _version(folder, manifest)
    _refuse_names(folder, files)
    _refuse_own(manifest.name)
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
        put(sums, ("\n".join([f"{whole}  {wheel.name}", *lines]) + "\n").encode("utf-8"))
    except OSError as error:
        raise UsageFault(f"{into} cannot be written ({reason(error)}).") from None
    return Built(wheel, sums, lines)


def package_name(pack: str) -> str:
    """The package that a pack is installed as."""
    return f"simulator_scenarios_{pack.replace('-', '_').replace('.', '_')}"


def _refuse_names(folder: Path, files: Sequence[PackFile]) -> None:
    """Names that a list of hashes could not hold on a line, or that other systems could not."""
    right = "call it by letters, digits and hyphens"
    what = "a package can hold no file of this name"
    wrong = [file.path for file in files if "\\" in file.path or clean(file.path) != file.path]
    if wrong:
        raise InputFault(Fault(Place(str(folder / path)), what, right, "no-file-name") for path in wrong)


def _refuse_own(pack: str) -> None:
    package = package_name(pack)
    if any(entry.bundled and entry.value == package for entry in registered(GROUP)):
        raise UsageFault(
            f"where it is installed it would overwrite this program's own pack {pack}; rename it."
        )


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
    distribution = re.sub("_+", "-", package).strip("-")
    return f"""[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = {_quoted(distribution)}
version = {_quoted(version)}
description = {_quoted(manifest.title)}
readme = "README.md"
requires-python = ">=3.11"
authors = [{authors}]

[project.entry-points.{_quoted(GROUP)}]
{_quoted(manifest.name)} = {_quoted(package)}

[tool.hatch.build]
ignore-vcs = true

[tool.hatch.build.targets.wheel]
packages = [{_quoted(package)}]
"""


def _quoted(text: str) -> str:
    """A basic string of TOML, which a JSON string is as well, on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


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
    put(into / wheels[0].name, wheels[0].read_bytes())
    return into / wheels[0].name
