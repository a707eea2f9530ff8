"""An officer who knows nothing but the screen: finds the open question there, decides, and goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from simulator.session.commands import Mode
    from tests.end_to_end.terminal import Terminal

OPTION = re.compile(r"[(\[][ •x][)\]] ([1-9])  (\S.*?) *│")
TITLE = re.compile(r"│ (\S.* – \S.*?) *│")
ENTER_KEEPS = "Enter keeps"
GOES_BACK = "Esc goes back."
LOOKING = ("Looking for cases to go on with", "The cases are being made ready")
ALL_MADE = "Every decision of this step is made"
STEP_CONFIRMED = "Confirmed. u takes it back"
END, UP, DOWN, ESCAPE, BACKSPACE = "\x1b[F", "\x1b[A", "\x1b[B", "\x1b", "\x7f"
CTRL_B, CTRL_G, CTRL_L, CTRL_S, CTRL_T, CTRL_U = "\x02", "\x07", "\x0c", "\x13", "\x14", "\x15"
F2, F3 = "\x1bOQ", "\x1bOR"
TO: dict[Mode, str] = {"assessment": f"{END}{UP * 4}\r", "practice": f"{END}{UP * 5}\r"}
"""On the opening screen, counted from its end: what comes first changes."""
CHOOSING = "Enter goes to the cases of the pack"
CASE = "f File/decisions"
DEBRIEF = "f Table/why"
"""What the last line of these screens begins with."""
FEEDBACK = "Feedback on: "
GO_ON = "Go on with the case"


class Officer:
    """Plays at `terminal`; `decided` lists each decision made, as the chooser names it.

    `feedback` has for each phase but the last the feedback in practice, and how many frames had come before it was
    confirmed, and when it was left.
    """

    def __init__(self, terminal: Terminal, chance: Random, mode: Mode = "assessment") -> None:
        self.terminal = terminal
        self.chance = chance
        self.mode: Mode = mode
        self.decided: list[str] = []
        self.feedback: list[tuple[str, int, int]] = []

    def choose_pack(self) -> None:
        """From the opening screen to the packs of cases."""
        self.terminal.wait(offered)
        self.terminal.press(TO[self.mode], lambda text: CHOOSING in text)

    def start(self, seed: int) -> None:
        """From the opening screen into the case of `seed`; the pack that only makes cases is the last."""
        self.choose_pack()
        self.terminal.press(f"{END}\r", lambda text: "Seed " in text)
        self.terminal.press(str(seed), lambda text: f"Seed {seed} " in text)
        self.terminal.press("\r", lambda text: CASE in text)

    def start_written(self) -> None:
        """From the opening screen into the first written case of the first pack."""
        self.choose_pack()
        self.terminal.press("\r", lambda text: "Enter starts the case" in text)
        self.terminal.press("\r", lambda text: CASE in text)

    def play(self) -> None:
        """From the first open decision to the debrief."""
        while not finished(self.terminal.text):
            self.decide_step()
            self.confirm()
            if FEEDBACK in self.terminal.text:
                self.read_feedback()

    def decide_step(self) -> None:
        """Decide everything that the step asks."""
        while self.next_open():
            self.decide()

    def next_open(self) -> bool:
        """Go to the next open decision; whether there is one."""
        text = self.terminal.press("n", lambda text: "still open." in text or ALL_MADE in text)
        return ALL_MADE not in text

    def open(self) -> str:
        """Open the decision under the cursor; the screen with its chooser."""
        return self.terminal.press("\r", lambda text: GOES_BACK in _joined(text))

    def decide(self) -> None:
        """Choose in the decision under the cursor, of several sometimes two."""
        text = self.open()
        self.decided.append(_title(text))
        options = [found[1] for found in OPTION.finditer(text)]
        keys = self.chance.choice(options)
        if ENTER_KEEPS in text:
            keys += "".join(self.chance.sample([one for one in options if one != keys], 1))
            keys += "\r"
        self.terminal.press(keys, lambda text: GOES_BACK not in _joined(text) and "Saved." in text)

    def confirm(self) -> None:
        """Commit the step: c, and y where that is asked."""
        text = self.terminal.press("c", lambda text: "Not yet" in text or STEP_CONFIRMED in text)
        if "Not yet" in text:
            before = len(self.terminal.frames)
            self.terminal.press("y", self._gone_on)
            if FEEDBACK in self.terminal.text:
                self.feedback.append((self.terminal.text, before, 0))

    def _gone_on(self, text: str) -> bool:
        """Whether `text` shows what follows a phase that was confirmed."""
        if self.mode == "practice":
            return FEEDBACK in text or finished(text)
        return (CASE in text or DEBRIEF in text) and "Not yet" not in text and ALL_MADE not in text

    def read_feedback(self) -> None:
        """Read why of the first decision that was amiss, if one was, and go on with the case."""
        if "mistake" in self.terminal.text:
            self.terminal.press("m\r", lambda text: "You chose" in text)
        self.terminal.press("q", lambda text: CASE in text)
        text, before, _ = self.feedback.pop()
        self.feedback.append((text, before, len(self.terminal.frames)))


def offered(text: str) -> bool:
    """Whether `text` is the opening screen, and what it offers may be chosen."""
    return "Practise  " in text and "Quit" in text and not any(sentence in text for sentence in LOOKING)


def finished(text: str) -> bool:
    """Whether `text` is the debrief."""
    return DEBRIEF in text and FEEDBACK not in text


def _title(text: str) -> str:
    found = TITLE.search(text)
    assert found is not None, f"no question on the screen:\n{text}"
    return found[1]


def _joined(text: str) -> str:
    return " ".join(text.replace("│", " ").split())
