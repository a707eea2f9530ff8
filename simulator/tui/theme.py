"""The simulator's own themes. Their contrasts are computed in a test: 4.5:1 or more, and 7:1 in high contrast."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from textual.theme import Theme

VARIABLES = {
    "text": "text",
    "text-muted": "muted",
    "text-disabled": "muted",
    "foreground-muted": "muted",
    "foreground-disabled": "muted",
    "text-primary": "primary",
    "text-secondary": "secondary",
    "text-accent": "accent",
    "text-success": "success",
    "text-warning": "warning",
    "text-error": "error",
    "footer-background": "panel",
    "footer-key-foreground": "accent",
    "footer-description-foreground": "text",
    "block-cursor-background": "accent",
    "block-cursor-foreground": "ground",
    "block-cursor-blurred-background": "panel",
    "block-cursor-blurred-foreground": "text",
    "block-hover-background": "panel",
    "input-cursor-background": "accent",
    "input-cursor-foreground": "ground",
    "input-selection-background": "primary",
    "input-selection-foreground": "ground",
    "button-foreground": "text",
    "button-color-foreground": "ground",
    "border": "primary",
    "border-blurred": "line",
    "scrollbar": "line",
    "scrollbar-hover": "primary",
    "scrollbar-active": "primary",
    "scrollbar-background": "panel",
    "surface-active": "panel",
}
"""Which of our `Colours` each further colour of the toolkit is."""
STYLES = {"block-cursor-text-style": "bold", "block-cursor-blurred-text-style": "bold underline"}


@dataclass(frozen=True, slots=True)
class Colours:
    """All colours of a theme; `ground` is behind everything that is not on a `panel`."""

    ground: str
    panel: str
    text: str
    muted: str
    line: str
    primary: str
    secondary: str
    accent: str
    success: str
    warning: str
    error: str


def theme_of(name: str, colours: Colours, *, dark: bool) -> Theme:
    """A theme of these colours, and of no others."""
    named = asdict(colours)
    return Theme(
        name=name,
        primary=colours.primary,
        secondary=colours.secondary,
        accent=colours.accent,
        success=colours.success,
        warning=colours.warning,
        error=colours.error,
        foreground=colours.text,
        background=colours.ground,
        surface=colours.ground,
        panel=colours.panel,
        dark=dark,
        text_alpha=1.0,
        variables={**{variable: named[colour] for variable, colour in VARIABLES.items()}, **STYLES},
    )


DARK = theme_of(
    "simulator-dark",
    Colours(
        ground="#12161d",
        panel="#1f2733",
        text="#dfe5ee",
        muted="#a6b2c4",
        line="#5b6a80",
        primary="#82b1f2",
        secondary="#b0bfd4",
        accent="#f0c152",
        success="#6cd49a",
        warning="#efb45f",
        error="#ff9d96",
    ),
    dark=True,
)
LIGHT = theme_of(
    "simulator-light",
    Colours(
        ground="#fafbfc",
        panel="#e7ebf1",
        text="#161b22",
        muted="#4a5565",
        line="#77859a",
        primary="#174f9e",
        secondary="#44546a",
        accent="#8a3c00",
        success="#0a6335",
        warning="#7a4f00",
        error="#a8121d",
    ),
    dark=False,
)
HIGH_CONTRAST = theme_of(
    "simulator-high-contrast",
    Colours(
        ground="#000000",
        panel="#161d27",
        text="#ffffff",
        muted="#d3dbe6",
        line="#8593a8",
        primary="#9cc4ff",
        secondary="#c6d2e4",
        accent="#ffdd55",
        success="#7bf0aa",
        warning="#ffd479",
        error="#ffb3ad",
    ),
    dark=True,
)
COLOUR_SAFE = theme_of(
    "simulator-colour-safe",
    Colours(
        ground="#10141a",
        panel="#1d2530",
        text="#eceff4",
        muted="#b0bac8",
        line="#5f6f86",
        primary="#8fb8f0",
        secondary="#b4bfcd",
        accent="#ffffff",
        success="#5cb8f5",
        warning="#f5e85a",
        error="#f07a52",
    ),
    dark=True,
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, HIGH_CONTRAST, COLOUR_SAFE)}
"""All that are offered, the usual one first."""
TITLES = {
    DARK.name: "Dark",
    LIGHT.name: "Light",
    HIGH_CONTRAST.name: "High contrast",
    COLOUR_SAFE.name: "Safe for colour blindness",
}
USUAL = DARK.name


def theme_named(name: str) -> str:
    """The theme of this name, or the usual one where there is none."""
    return name if name in THEMES else USUAL
