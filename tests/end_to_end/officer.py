"""An officer who knows nothing but the screen: finds the open question there, decides, and goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.end_to_end.terminal import Terminal

OPTION = re.compile(r"[(\[][ •x][)\]] ([1-9])  (\S.*?) *│")
TITLE = re.compile(r"│ (\S.* – \S.*?) *│")
ENTER_KEEPS = "Enter keeps"
GOES_BACK = "Esc goes back."
LOOKING = "Looking for cases to go on with"
ALL_MADE = "Every decision of this step is made"
MADE = "Core cases"
END, UP = "\x1b[F", "\x1b[A"
CASE = "f File/decisions"
DEBRIEF = "f Explanation"
"""What the last line of these screens begins with."""


class Officer:
    """Plays at `terminal`; `decided` lists each decision made, as the chooser names it."""

    def __init__(self, terminal: Terminal, chance: Random) -> None:
        self.terminal = terminal
        self.chance = chance
        self.decided: list[str] = []

    def start(self, seed: int) -> None:
        """From the opening screen into the case of `seed`; the pack that makes cases is the last."""
        self.terminal.wait(offered)
        self.terminal.press(f"{END}{UP}\r", lambda text: "Seed " in text)
        self.terminal.press(str(seed), lambda text: f"Seed {seed} " in text)
        self.terminal.press("\r", lambda text: CASE in text)

    def play(self) -> None:
        """From the first open decision to the debrief."""
        while DEBRIEF not in self.terminal.text:
            self.decide_step()
            self.confirm()

    def decide_step(self) -> None:
        """Decide everything that the step asks."""
        while self.next_open():
            self.decide()

    def next_open(self) -> bool:
        """Go to the next open decision; whether there is one."""
        text = self.terminal.press("n", lambda text: "still open." in text or ALL_MADE in text)
        return ALL_MADE not in text

    def decide(self) -> None:
        """Choose in the decision under the cursor, of several sometimes two."""
        text = self.terminal.press("\r", lambda text: GOES_BACK in _joined(text))
        self.decided.append(_title(text))
        options = [found[1] for found in OPTION.finditer(text)]
        keys = self.chance.choice(options)
        if ENTER_KEEPS in text:
            keys += "".join(self.chance.sample([one for one in options if one != keys], 1))
            keys += "\r"
        self.terminal.press(keys, lambda text: GOES_BACK not in _joined(text) and "Saved." in text)

    def confirm(self) -> None:
        """Commit the step: c, and y when asked."""
        self.terminal.press("c", lambda text: "Not yet" in text)
        self.terminal.press("y", _gone_on)


def offered(text: str) -> bool:
    """Whether `text` is the opening screen, and what it offers may be chosen."""
    return MADE in text and LOOKING not in text


def _gone_on(text: str) -> bool:
    """Whether `text` shows what follows a step that was confirmed."""
    return (CASE in text or DEBRIEF in text) and "Not yet" not in text and ALL_MADE not in text


def _title(text: str) -> str:
    found = TITLE.search(text)
    assert found is not None, f"no question on the screen:\n{text}"
    return found[1]


def _joined(text: str) -> str:
    return " ".join(text.replace("│", " ").split())
