"""An officer who knows nothing but the screen: finds the open question there, decides, and goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from simulator.session.commands import Mode
    from tests.end_to_end.terminal import Terminal

OPTION = re.compile(r"│[ ►]+[(\[][ •x][)\]] ([1-9a-z])  (\S.*?) *│")
SEVERAL = re.compile(r"│[ ►]+\[[ x]\] [1a]  ")
STEP = re.compile("▶.*")
TITLE = re.compile(r"│ (\S.* – \S.*?) *│")
LOOKING = ("Looking for cases to go on with", "The cases are being made ready")
ALL_MADE = "Every decision of this step is made"
NOT_YET = "Not yet (n)"
STEP_CONFIRMED = "Confirmed. u takes it back"
HOME, END, UP, DOWN, ESCAPE = "\x1b[H", "\x1b[F", "\x1b[A", "\x1b[B", "\x1b"
CTRL_B, CTRL_G, CTRL_L, CTRL_S, CTRL_T, CTRL_U = "\x02", "\x07", "\x0c", "\x13", "\x14", "\x15"
F2, F3 = "\x1bOQ", "\x1bOR"
TO: dict[Mode, str] = {"assessment": f"{END}{UP * 5}\r", "practice": f"{END}{UP * 6}\r"}
"""On the opening screen, counted from its end: what comes first changes."""
READ_AGAIN = "Debrief  "
"""What the opening screen offers, after what is counted from its end, once a case was finished."""
CHOOSING = "Enter goes to the cases of the pack"
LONGEST = 40
"""Screens that no text exceeds."""
SHORT = 7
"""Where the shortest case is among the written ones of the first pack."""
CASE = "f File/decisions"
DEBRIEF = "f Table/why"
"""What the last line of these screens begins with."""
EXPLAINED = "1 Explanation"
"""What the debrief and feedback say above the explanation of a decision."""
AT_DEBRIEF, FEEDBACK = "▶ Debrief", "Feedback on: "


class Officer:
    """Plays at `terminal`; `decided` lists each decision made, as the chooser names it.

    `confirmed` is how many frames had come when a phase was last confirmed.
    """

    def __init__(self, terminal: Terminal, chance: Random, mode: Mode = "assessment") -> None:
        self.terminal = terminal
        self.chance = chance
        self.mode: Mode = mode
        self.decided: list[str] = []
        self.confirmed = 0

    def choose_pack(self) -> None:
        """From the opening screen to the packs of cases."""
        further = UP if READ_AGAIN in self.terminal.wait(offered) else ""
        self.terminal.press(TO[self.mode].replace("\r", f"{further}\r"), lambda text: CHOOSING in text)

    def start(self, seed: int) -> None:
        """From the opening screen into the case of `seed`; the pack that only makes cases is the last."""
        self.choose_pack()
        self.terminal.press(f"{END}\r", lambda text: "Seed " in text)
        self.terminal.press(str(seed), lambda text: f"Seed {seed} " in text)
        self.terminal.press("\r", lambda text: CASE in text)

    def start_written(self, place: int) -> None:
        """From the opening screen into the case that is at `place` among the written ones of the first pack."""
        self.choose_pack()
        self.terminal.press("\r", lambda text: "Enter starts the case" in text)
        self.terminal.press(f"{DOWN * place}\r", lambda text: CASE in text)

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
        return self.terminal.press("\r", choosing)

    def decide(self) -> None:
        """Choose in the decision under the cursor, of several sometimes two."""
        text = self.open()
        self.decided.append(_title(text))
        options = [found[1] for found in OPTION.finditer(text)]
        keys = self.chance.choice(options)
        if SEVERAL.search(text):
            keys += "".join(self.chance.sample([one for one in options if one != keys], 1))
            keys += "\r"
        self.terminal.press(keys, lambda text: not choosing(text) and "Saved." in text)

    def confirm(self) -> None:
        """Commit the step: c, and y where that is asked."""
        text = self.terminal.press("c", lambda text: NOT_YET in text or STEP_CONFIRMED in text)
        if NOT_YET in text:
            self.confirmed = len(self.terminal.frames)
            step = step_of(text)
            self.terminal.press("y", lambda text: self._gone_on(text, step))

    def _gone_on(self, text: str, step: str) -> bool:
        """Whether `text` shows what follows `step`, which was confirmed."""
        if self.mode == "practice":
            return DEBRIEF in text and NOT_YET not in text
        return (CASE in text or DEBRIEF in text) and NOT_YET not in text and step_of(text) != step

    def read_feedback(self) -> None:
        """Read why of the first decision that was amiss, if one was, and go on with the case."""
        step = step_of(self.terminal.text)
        if "mistake" in self.terminal.text:
            self.terminal.press("m\r", lambda text: EXPLAINED in text)
        self.terminal.press("q", lambda text: CASE in text and step_of(text) != step)


def offered(text: str) -> bool:
    """Whether `text` is the opening screen, and what it offers may be chosen."""
    return "Practise  " in text and "Quit" in text and not any(sentence in text for sentence in LOOKING)


def choosing(text: str) -> bool:
    """Whether `text` shows the options of a question."""
    return OPTION.search(text) is not None


def finished(text: str) -> bool:
    """Whether `text` is the debrief."""
    return AT_DEBRIEF in text


def read_on(terminal: Terminal) -> list[str]:
    """The screens from the top to the end of a text that is longer than one of them."""
    terminal.press(END, lambda _: True)
    end = terminal.settled()
    terminal.press(HOME, lambda _: True)
    screens = [terminal.settled()]
    while screens[-1] != end:
        assert len(screens) < LONGEST, f"the end of the text is not reached:\n{screens[-1]}"
        terminal.press(DOWN * 8, lambda _: True)
        screens.append(terminal.settled())
    return screens


def step_of(text: str) -> str:
    """Where one is: the step that is marked in the first line."""
    found = STEP.search(text)
    assert found is not None, f"no step is marked:\n{text}"
    return found[0]


def _title(text: str) -> str:
    found = TITLE.search(text)
    assert found is not None, f"no question on the screen:\n{text}"
    return found[1]
