"""What the pages load: xterm.js with its style and font from textual-serve, and what is ours; nothing else."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ttf": "font/ttf",
}
OURS = Path(__file__).parent / "static"
TERMINAL = (
    "js/textual.js",
    "css/xterm.css",
    "fonts/RobotoMono-VariableFont_wght.ttf",
    "fonts/RobotoMono-Italic-VariableFont_wght.ttf",
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file, as it is and compressed."""

    kind: str
    body: bytes
    compressed: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """By name; `sha256`, which is in their addresses, changes with any of them."""

    sha256: str
    named: Mapping[str, Asset]


@cache
def assets() -> Assets:
    """Everything that may be loaded."""
    theirs = files("textual_serve") / "static"
    bodies = {name.rpartition("/")[2]: (theirs / name).read_bytes() for name in TERMINAL}
    bodies |= {path.name: path.read_bytes() for path in OURS.iterdir() if path.suffix in TYPES}
    digest = hashlib.sha256()
    for name, body in sorted(bodies.items()):
        digest.update(f"{name} {len(body)}\n".encode() + body)
    return Assets(
        digest.hexdigest(), MappingProxyType({name: _asset(name, body) for name, body in bodies.items()})
    )


def _asset(name: str, body: bytes) -> Asset:
    return Asset(TYPES[Path(name).suffix], body, gzip.compress(body, mtime=0))
