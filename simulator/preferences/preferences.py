"""How a person likes the program to look and to be worked, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "preferences/1"
LONGEST = 100
"""Characters of a name or of the keys of one action."""
MOST_KEYS = 1000
"""Actions that can have keys of the person's own."""
MOST_MINUTES = 600
"""Minutes of practice that can be planned."""

Motion: TypeAlias = Literal["usual", "reduced"]
Layout: TypeAlias = Literal["usual", "large"]


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme` is the name of one, empty for the usual one; `keys` are by the id of what they do, as `key,key`.

    `introduced`: whether the person has been offered a first case and has taken it. `minutes`: how long they want to
    practise, as they last said; None who never did.
    """

    theme: str = ""
    motion: Motion = "usual"
    layout: Layout = "usual"
    keys: Mapping[str, str] = field(default_factory=dict)
    introduced: bool = False
    minutes: int | None = None


def as_data(preferences: Preferences) -> dict[str, object]:
    """As plain JSON data."""
    return {
        "format": FORMAT,
        "theme": preferences.theme,
        "motion": preferences.motion,
        "layout": preferences.layout,
        "keys": dict(preferences.keys),
        "introduced": preferences.introduced,
        "minutes": preferences.minutes,
    }


def from_data(data: object) -> Preferences:
    """What `as_data` made `data` from; what it leaves out is as usual. Raises ValueError with what is wrong."""
    if not isinstance(data, dict):
        raise ValueError("it is no JSON object")
    if data.get("format") != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    usual = Preferences()
    return Preferences(
        theme=_text(data.get("theme", usual.theme), "theme"),
        motion=_one_of(data.get("motion", usual.motion), get_args(Motion), "motion"),
        layout=_one_of(data.get("layout", usual.layout), get_args(Layout), "layout"),
        keys=_keys(data.get("keys", {})),
        introduced=data.get("introduced") is True,
        minutes=_minutes(data.get("minutes")),
    )


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"its {name} is no short text")
    return value


def _one_of(value: object, known: tuple[str, ...], name: str) -> Any:
    if value not in known:
        raise ValueError(f"its {name} is neither {' nor '.join(known)}")
    return value


def _minutes(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_MINUTES:
        raise ValueError(f"its minutes are no whole number from 1 to {MOST_MINUTES}")
    return value


def _keys(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_KEYS:
        raise ValueError("its keys are no list of actions and keys")
    return {_text(action, "action"): _text(keys, "key") for action, keys in value.items()}
