"""What a check found, and how it is told."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FORMAT = "doctor/1"
About = Literal["terminal", "store", "packs", "plugins"]
State = Literal["works", "note", "fails"]
SIGNS: Mapping[State, str] = {"works": "ok", "note": "--", "fails": "!!"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that works, does not, or is to be noted: what it is, a sentence, and what to do where it does not."""

    about: About
    what: str
    state: State
    said: str
    remedy: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The same for programs: plain JSON."""


def as_data(checks: Sequence[Check]) -> dict[str, Any]:
    """The `doctor/1` object."""
    return {"format": FORMAT, "works": works(checks), "checks": [asdict(check) for check in checks]}


def works(checks: Sequence[Check]) -> bool:
    """Whether nothing fails."""
    return all(check.state != "fails" for check in checks)


def told(checks: Sequence[Check]) -> Iterator[str]:
    """The checks as lines, what they are about above them."""
    about = ""
    for check in checks:
        if check.about != about:
            yield from ([""] if about else [])
            about = check.about
            yield about.upper()
        yield f"  {SIGNS[check.state]}  {check.what}: {check.said}"
        if check.remedy:
            yield f"      {check.remedy}"
    yield ""
    failing = sum(check.state == "fails" for check in checks)
    yield (
        "Everything works."
        if not failing
        else f"{failing} {'thing does' if failing == 1 else 'things do'} not work."
    )
