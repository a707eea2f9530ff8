"""JSON with a line for each key, and the lines of all keys."""

from __future__ import annotations

import json

Path = tuple[str | int, ...]


class Written:
    """`text` is the data as JSON; `lines` tells, from 1, in which line each key or listed mapping stands."""

    def __init__(self, data: object) -> None:
        self.lines: dict[Path, int] = {}
        self._made: list[str] = [""]
        self._write(data, ())
        self.text = "\n".join(self._made)

    def _write(self, data: object, path: Path) -> None:
        self.lines[path] = len(self._made)
        if isinstance(data, dict) and data:
            self._between("{", "}", [(f"{json.dumps(key)}: ", key, each) for key, each in data.items()], path)
        elif isinstance(data, list) and data and all(isinstance(each, dict) for each in data):
            self._between("[", "]", [("", number, each) for number, each in enumerate(data)], path)
        else:
            self._made[-1] += json.dumps(data)

    def _between(
        self, begin: str, end: str, entries: list[tuple[str, str | int, object]], path: Path
    ) -> None:
        self._made[-1] += begin
        for number, (head, key, each) in enumerate(entries):
            self._made[-1] += "," if number else ""
            self._made.append(head)
            self._write(each, (*path, key))
        self._made.append(end)
