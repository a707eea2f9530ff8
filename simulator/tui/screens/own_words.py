"""Leaving the debrief with own words that are not kept: asked once what is to become of them."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.safety import shown
from simulator.tui.screens.question import Question

TITLE = "You wrote words of your own"
QUESTION = "Are your reasons and notes to be kept with this case? What is wiped cannot be brought back."

Parting: TypeAlias = Literal["keep", "wipe", "stay"]
BUTTONS: dict[Parting, str] = {"keep": "Keep (k)", "wipe": "Wipe (w)", "stay": "Stay (Esc)"}


class OwnWords(Question[Parting]):
    """Answers what is to be done; nothing is, before it is answered."""

    HELP: ClassVar[str] = (
        "Your own words are your reasons and notes. k keeps them with this case, w wipes them for good; both go to the "
        "opening screen. Escape stays in the debrief."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "answer('keep')", "Keep", id="own-words.keep", tooltip="Keep your words, and leave"),
        Binding("w", "answer('wipe')", "Wipe", id="own-words.wipe", tooltip="Wipe your words, and leave"),
        Binding("escape", "answer('stay')", "Stay", id="own-words.stay", tooltip="Stay in the debrief"),
    ]

    def __init__(self) -> None:
        super().__init__(TITLE, BUTTONS, Static(shown(QUESTION), id="text"))
