"""Harmless twins: texts of the very shape of hostile ones, by which every cell of a screen is known beforehand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from simulator.errors.text import clean_block

if TYPE_CHECKING:
    from collections.abc import Sequence

UNCASED = range(0x1401, 0x1680), range(0xA500, 0xA60C), range(0x13000, 0x1342F), range(0x14400, 0x14647)
"""Letters of one cell that have no capitals: syllables and hieroglyphs."""
NARROW = [chr(number) for number in chain(*UNCASED) if cell_len(chr(number)) == 1]
WIDE = [chr(number) for number in range(0x4E00, 0x4F00)]
MEANING = "/\\.?!~"
"""Letters at which paths and sentences end: a twin has them where its text has them."""


class Twins(NamedTuple):
    """Hostile texts, and for each a harmless one with the same widths, spaces and lines at the same places."""

    hostile: list[str]
    harmless: list[str]
    translation: dict[int, str]

    def told_of(self, screen: str) -> str:
        """What a screen shows that says the hostile texts where `screen` says the harmless ones."""
        return screen.translate(self.translation)


def twins_of(payloads: Sequence[str]) -> Twins:
    """`payloads` and their twins, one of each; no letter stands for two."""
    narrow, wide = iter(NARROW), iter(WIDE)
    harmless: dict[str, str] = {}
    translation: dict[int, str] = {}
    for payload in dict.fromkeys(payloads):
        cleaned = clean_block(payload)
        letters = sorted({letter for at, letter in enumerate(cleaned) if _stands(cleaned, at)})
        stand_ins = {letter: next(narrow if cell_len(letter) == 1 else wide) for letter in letters}
        harmless[payload] = "".join(stand_ins.get(letter, letter) for letter in cleaned)
        translation |= {ord(stand_in): letter for letter, stand_in in stand_ins.items()}
    return Twins(list(payloads), [harmless[payload] for payload in payloads], translation)


def _stands(text: str, at: int) -> bool:
    """Whether another letter may stand for that at a place: not where its width hangs on what is beside it."""
    letter = text[at]
    if letter.isspace() or letter in MEANING or cell_len(letter) == 0:
        return False
    if "\U0001f1e6" <= letter <= "\U0001f1ff":
        return False
    end = next((end for end in range(at + 1, len(text)) if cell_len(text[end])), len(text))
    return cell_len(text[at:end]) == cell_len(letter)
