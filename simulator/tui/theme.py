"""The simulator's own theme: every pair of text and ground in it has a contrast of 7:1 or more."""

from __future__ import annotations

from textual.theme import Theme

HIGH_CONTRAST = Theme(
    name="simulator-high-contrast",
    primary="#8ab8ff",
    secondary="#b9c7dc",
    accent="#ffd54a",
    success="#6be39a",
    warning="#ffcf5c",
    error="#ffa3a3",
    foreground="#f5f7fa",
    background="#0a0e14",
    surface="#0a0e14",
    panel="#1a2330",
    dark=True,
    text_alpha=1.0,
    variables={
        "text-muted": "#c3cedd",
        "footer-background": "#1a2330",
        "footer-key-foreground": "#ffd54a",
        "block-cursor-background": "#ffd54a",
        "block-cursor-foreground": "#0a0e14",
        "block-cursor-text-style": "bold",
        "border": "#8ab8ff",
        "border-blurred": "#55657c",
        "scrollbar": "#55657c",
        "scrollbar-hover": "#8ab8ff",
        "scrollbar-active": "#8ab8ff",
        "scrollbar-background": "#1a2330",
    },
)
