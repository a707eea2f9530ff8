"""Begins a pack: a folder with a manifest, a first case, and the schemas that an editor checks both with.

What is in the first files is the guidance's own: its pack has a folder `starter`, whose texts name the new pack as
`@NAME@`, `@TITLE@`, `@GUIDANCE@` and `@EDITION@`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.making.schemas import case_schema, pack_schema
from simulator.authoring.making.writing import put, reason
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.packs.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.rules.engine import Engine

STARTER = "starter"
ENDING = ".txt"
SCHEMAS = "schemas"
NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
LONGEST_TITLE = 200

_LONGEST = 1 << 18


def begin_pack(folder: Path, title: str, engine: Engine, guidance_folder: Path) -> list[str]:
    """Makes a new pack in `folder`, whose last part is its name; the paths of its files, below the folder.

    The folder appears whole or not at all. Raises UsageFault where it is there already, where it cannot be made,
    where its name is none for a pack, and where the guidance has nothing to begin with.
    """
    name = folder.name
    if not NAME.fullmatch(name):
        raise UsageFault(
            f"'{clean(name)}' is no name for a pack: write a small letter, then small letters, digits and hyphens,"
            " 60 at most."
        )
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise UsageFault(f"a title has 1 to {LONGEST_TITLE} characters; this one has {len(title.strip())}.")
    if os.path.lexists(folder):
        raise UsageFault(f"{folder} is there already; give another name.")
    if os.path.lexists(folder.parent) and not os.path.isdir(folder.parent):  # noqa: PTH112
        raise UsageFault(f"{folder} cannot be made: {folder.parent} is no folder.")
    files = _files(name, title, engine, guidance_folder)
    _write(folder, files)
    return sorted(files)


def _files(name: str, title: str, engine: Engine, guidance_folder: Path) -> dict[str, str]:
    guidance = engine.guidance
    starter = guidance_folder / STARTER
    found = sorted(path for path in starter.rglob(f"*{ENDING}") if path.is_file())
    if not found:
        raise UsageFault(f"the guidance {guidance.name} has nothing to begin a pack with.")
    said = {"NAME": name, "TITLE": _quotable(title), "GUIDANCE": guidance.name, "EDITION": guidance.edition}
    files = {
        path.relative_to(starter).as_posix().removesuffix(ENDING): _filled(
            read_regular(path, _LONGEST).decode("utf-8"), said
        )
        for path in found
    }
    return files | schema_files(engine)


def write_schemas(folder: Path, engine: Engine) -> list[str]:
    """Writes the schemas of a pack's files into the pack's folder; their paths below it.

    Raises UsageFault where there is no such folder, where its folder of schemas is a link, and where they cannot
    be written.
    """
    if not os.path.isdir(folder):  # noqa: PTH112
        raise UsageFault(f"{folder} is no folder; give a pack's folder.")
    schemas = folder / SCHEMAS
    if schemas.is_symlink():
        raise UsageFault(f"{schemas} is a link, which is not followed; put the folder itself there.")
    files = schema_files(engine)
    try:
        schemas.mkdir(exist_ok=True)
        for path, text in files.items():
            put(folder / path, text.encode("utf-8"))
    except OSError as error:
        raise UsageFault(f"{schemas} cannot be written ({reason(error)}).") from None
    return list(files)


def schema_files(engine: Engine) -> dict[str, str]:
    """The schemas of a pack's files, by the paths at which its files name them."""
    schemas = {"scenario-pack": pack_schema(), "written-case": case_schema(engine)}
    return {
        f"{SCHEMAS}/{name}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def _filled(text: str, said: Mapping[str, str]) -> str:
    return re.sub(r"@([A-Z]+)@", lambda found: said.get(found[1], found[0]), text)


def _quotable(title: str) -> str:
    """A title that can stand between double quotes in YAML, on one line."""
    return clean(" ".join(title.split())).replace("\\", "\\\\").replace('"', '\\"')


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Writes all files beside the folder, and gives them its name once they are whole."""
    beside: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".new-"))
        for path, text in files.items():
            target = beside / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        beside.chmod(0o755)
        os.rename(beside, folder)  # noqa: PTH104
    except OSError as error:
        raise UsageFault(f"{folder} cannot be made ({reason(error)}).") from None
    except ValueError:
        raise UsageFault(f"{folder} cannot be made (this is no possible name).") from None
    finally:
        if beside is not None and beside.exists():
            shutil.rmtree(beside, ignore_errors=True)
