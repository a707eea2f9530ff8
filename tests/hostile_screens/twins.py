"""Harmless twins: texts of the very shape of hostile ones, by which every cell of a screen is known beforehand."""

from __future__ import annotations

from itertools import chain, cycle, islice
from typing import NamedTuple

from rich.cells import cell_len

from simulator.errors.text import clean_block

NARROW = [chr(number) for number in chain(range(0x430, 0x450), range(0x410, 0x430), range(0x561, 0x587))]
WIDE = [chr(number) for number in range(0x4E00, 0x4E40)]
LENGTH = 48
"""Characters to which short texts are filled up, so that many have one twin."""


class Twin(NamedTuple):
    """A hostile text, and a harmless one with the same widths, spaces and lines at the same places."""

    hostile: str
    harmless: str
    translation: dict[int, str]

    def told_of(self, screen: str) -> str:
        """What a screen shows that says the hostile text where `screen` says the harmless one."""
        return screen.translate(self.translation)


def twin_of(payload: str) -> Twin:
    """`payload`, filled up with letters, and its twin."""
    cleaned = clean_block(payload)
    short = len(cleaned) <= LENGTH
    harmless, translation = _by_place(cleaned) if short else _by_letter(cleaned)
    rest = NARROW[len(cleaned) : LENGTH] if short else []
    return Twin(payload + "".join(rest), harmless + "".join(rest), translation)


def _by_place(text: str) -> tuple[str, dict[int, str]]:
    """Each place has its own stand-in."""
    stand_ins = [
        place[cell_len(letter) - 1] if _stands(text, at) else letter
        for at, (letter, place) in enumerate(zip(text, zip(NARROW, WIDE, strict=False), strict=False))
    ]
    return "".join(stand_ins), {
        ord(stand_in): letter for stand_in, letter in zip(stand_ins, text, strict=True) if stand_in != letter
    }


def _by_letter(text: str) -> tuple[str, dict[int, str]]:
    """Each letter has its own stand-in."""
    letters = sorted({letter for at, letter in enumerate(text) if _stands(text, at)})
    stand_ins = {
        letter: pools[cell_len(letter) - 1]
        for letter, pools in zip(letters, islice(cycle(zip(NARROW, WIDE, strict=False)), len(letters)), strict=True)
    }
    return "".join(stand_ins.get(letter, letter) for letter in text), {
        ord(stand_in): letter for letter, stand_in in stand_ins.items()
    }


def _stands(text: str, at: int) -> bool:
    """Whether another letter may stand for that at a place: not where its width hangs on what is beside it."""
    letter = text[at]
    if letter.isspace() or cell_len(letter) == 0 or "\U0001f1e6" <= letter <= "\U0001f1ff":
        return False
    cluster = next((end for end in range(at + 1, len(text)) if cell_len(text[end])), len(text))
    return cell_len(text[at:cluster]) == cell_len(letter)
