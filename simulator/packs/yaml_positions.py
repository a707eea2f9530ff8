"""Where the keys and values of a YAML text stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from simulator.packs.yaml_events import events_of, spot_of

if TYPE_CHECKING:
    from simulator.model.document import Path, Positions

_Spot = tuple[int, int]


class _Frame:
    """An open mapping or list: its path, the key or index that comes next, and where that key stands."""

    __slots__ = ("is_mapping", "key_at", "next", "path")

    def __init__(self, path: Path, is_mapping: bool) -> None:
        self.path = path
        self.is_mapping = is_mapping
        self.next: str | int | None = None if is_mapping else 0
        self.key_at: _Spot = (1, 1)


def positions_of(text: str) -> Positions:
    """The positions in a text that was read before without a fault."""
    positions: dict[Path, tuple[_Spot, _Spot]] = {}
    frames: list[_Frame] = []
    events = events_of(text)
    while not isinstance(event := events.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.CollectionEndEvent):
            frames.pop()
        elif isinstance(event, yaml.NodeEvent):
            spot = spot_of(event)
            frame = frames[-1] if frames else None
            if frame and frame.next is None and isinstance(event, yaml.ScalarEvent):
                frame.next, frame.key_at = event.value, spot
                continue
            path = _placed(frame, spot, positions)
            if isinstance(event, yaml.CollectionStartEvent):
                frames.append(_Frame(path, isinstance(event, yaml.MappingStartEvent)))
    return positions


def _placed(frame: _Frame | None, spot: _Spot, positions: dict[Path, tuple[_Spot, _Spot]]) -> Path:
    """Writes down the value at `spot`, and moves its frame on; the value's path."""
    if frame is None or frame.next is None:
        positions[()] = (spot, spot)
        return ()
    path = (*frame.path, frame.next)
    positions[path] = (frame.key_at if frame.is_mapping else spot, spot)
    frame.next = None if frame.is_mapping else int(frame.next) + 1
    return path
