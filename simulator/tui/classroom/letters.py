"""Letters that can be read from the back of a room, five pixels broad and seven high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.classroom.pixels import in_halves, in_pairs

if TYPE_CHECKING:
    from simulator.tui.classroom.pixels import Pixels

GAP = 1
"""Pixels between two letters."""
LETTERS = {
    " ": "00000 00000 00000 00000 00000 00000 00000",
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "01110 10001 00001 00110 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
    "A": "01110 10001 10001 11111 10001 10001 10001",
    "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110",
    "D": "11110 10001 10001 10001 10001 10001 11110",
    "E": "11111 10000 10000 11110 10000 10000 11111",
    "F": "11111 10000 10000 11110 10000 10000 10000",
    "G": "01110 10001 10000 10111 10001 10001 01110",
    "H": "10001 10001 10001 11111 10001 10001 10001",
    "I": "01110 00100 00100 00100 00100 00100 01110",
    "J": "00111 00010 00010 00010 00010 10010 01100",
    "K": "10001 10010 10100 11000 10100 10010 10001",
    "L": "10000 10000 10000 10000 10000 10000 11111",
    "M": "10001 11011 10101 10101 10001 10001 10001",
    "N": "10001 11001 10101 10011 10001 10001 10001",
    "O": "01110 10001 10001 10001 10001 10001 01110",
    "P": "11110 10001 10001 11110 10000 10000 10000",
    "Q": "01110 10001 10001 10001 10101 10010 01101",
    "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110",
    "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110",
    "V": "10001 10001 10001 10001 10001 01010 00100",
    "W": "10001 10001 10001 10101 10101 11011 10001",
    "X": "10001 10001 01010 00100 01010 10001 10001",
    "Y": "10001 10001 01010 00100 00100 00100 00100",
    "Z": "11111 00001 00010 00100 01000 10000 11111",
    "-": "00000 00000 00000 11111 00000 00000 00000",
    "/": "00001 00001 00010 00100 01000 10000 10000",
}
"""Rows from the top, each pixel of them 1 where it is on."""


def large_letters(text: str, width: int, height: int, *, in_halves_too: bool = False) -> list[str]:
    """`text` as large as has room in so many cells, or as it is; with `in_halves_too` it may take two lines.

    Only capitals of the English alphabet, digits, hyphens, strokes and spaces can be drawn.
    """
    half = (len(text) + 1) // 2
    ways = [[text], [text[:half], text[half:]]] if in_halves_too and len(text) > 1 else [[text]]
    if text and all(letter in LETTERS for letter in text):
        for draw in (in_pairs, in_halves):
            for words in ways:
                lines = _below([draw(_drawn(word)) for word in words])
                if len(lines) <= height and max(map(len, lines)) <= width:
                    return lines
    return [text]


def _drawn(word: str) -> Pixels:
    glyphs = [LETTERS[letter].split() for letter in word]
    gap = "0" * GAP
    return [[pixel == "1" for pixel in gap.join(row)] for row in zip(*glyphs, strict=True)]


def _below(words: list[list[str]]) -> list[str]:
    first, *others = words
    return first + [line for word in others for line in ("", *word)]
