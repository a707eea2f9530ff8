"""The settings in words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.screens import support
from simulator.tui.theme import TITLES, theme_named

if TYPE_CHECKING:
    from simulator.preferences.preferences import Preferences
    from simulator.session.view import CareView


class Row(Enum):
    """A line of the settings: its title, and what it means."""

    COLOURS = (
        "Colours",
        "Enter goes to the next: dark, light, high contrast (7:1 or more everywhere), and one that is safe for three "
        "kinds of colour blindness. Whatever has a colour also has a sign and a word.",
    )
    MOVEMENT = (
        "Movement",
        "Reduced: nothing glides or fades on the screen.",
    )
    LAYOUT = (
        "Layout",
        "Large is for a projector: one part of the screen at a time, bold, and it needs only 60 columns and 18 rows, "
        "so that the letters of your terminal can be made large (most terminals: Ctrl and plus).",
    )
    KEYS = (
        "Keys",
        "Enter lists everything that can be done, and lets you give it another key.",
    )
    CARE = (
        "Support",
        "F2 shows these texts from anywhere. A force sets its own in settings.yaml, under care: support and "
        "disclosure.",
    )
    PLACES = (
        "Kept in",
        "What you answer and what you prefer stays on this machine.",
    )

    @property
    def title(self) -> str:
        """Its name."""
        return self.value[0]


ROWS = tuple(Row)


def value_of(row: Row, preferences: Preferences) -> str:
    """How it is set now, in a few words."""
    match row:
        case Row.COLOURS:
            return TITLES[theme_named(preferences.theme)]
        case Row.MOVEMENT:
            return "Reduced" if preferences.motion == "reduced" else "As usual"
        case Row.LAYOUT:
            return "Large, for a projector" if preferences.layout == "large" else "As usual"
        case Row.KEYS:
            number = len(preferences.keys)
            return f"{number} of your own" if number else "As usual"
        case Row.CARE:
            return "What your force says"
        case Row.PLACES:
            return "Where your things are"


def told(row: Row, care: CareView | None) -> Content:
    """What it means."""
    lines = [shown(row.title, "bold $accent"), shown(row.value[1])]
    if row is Row.CARE:
        lines += [shown(""), support.told(care), shown(""), *_line("Set in", _settings())]
    if row is Row.PLACES:
        lines.append(shown(""))
        for name, place in _places():
            lines += _line(name, place)
    return Content("\n").join(lines)


def _line(name: str, place: str) -> list[Content]:
    return [shown(name, "bold"), shown(f"  {place}")]


def _settings() -> str:
    from simulator.packs.settings import settings_path

    return str(settings_path())


def _places() -> list[tuple[str, str]]:
    from simulator.preferences.keeping import preferences_path
    from simulator.store.place import place_called
    from simulator.tui.crash import reports_folder

    return [
        ("Your answers", place_called()),
        ("What you prefer", str(preferences_path())),
        ("Packs, and what your force says", _settings()),
        ("Reports of crashes, if there are any", str(reports_folder())),
    ]
