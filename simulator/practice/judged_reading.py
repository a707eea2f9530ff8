"""A judged decision read again from the event that keeps it, strictly."""

from __future__ import annotations

import msgspec

from simulator.session.guide import Judged
from simulator.session.summary_view import Mark  # noqa: TC001 - msgspec reads it


class _Judged(msgspec.Struct, frozen=True):
    """The fields of `simulator.session.guide.Judged`, with types that are read while the program runs."""

    phase: str
    question: str
    subject: str
    rule: str
    chosen: tuple[str, ...]
    called_for: tuple[str, ...]
    also_open: tuple[str, ...]
    mark: Mark
    sureness: int | None
    cites: tuple[str, ...]
    decides: tuple[str, ...]
    kinds: tuple[str, ...]


def judged_from(data: object) -> Judged:
    """What `Judged.as_data` gave; raises ValueError for what is not that. What there is besides is passed over."""
    read = msgspec.convert(data, _Judged)
    return Judged(**{name: getattr(read, name) for name in _Judged.__struct_fields__})
