"""What commands print."""

from __future__ import annotations

import json
import os
import sys
import textwrap
from typing import TYPE_CHECKING, Any

from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

WIDTH = 100

_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def print_json(data: Any) -> None:
    """One JSON object on a line."""
    sys.stdout.write(_encoded(data) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Lines of text, made safe."""
    sys.stdout.write("".join(f"{clean(line)}\n" for line in lines))


def wrapped(text: str, indent: str = "") -> list[str]:
    """A paragraph as lines."""
    return textwrap.wrap(clean_block(text), WIDTH, initial_indent=indent, subsequent_indent=indent) or [""]


def tell(line: str) -> None:
    """A line for the person, where there is anybody to read it."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        let_go_of(sys.stderr)


def let_go_of(stream: TextIO) -> None:
    """Lets nothing be written to a pipe that was closed, not even as the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
