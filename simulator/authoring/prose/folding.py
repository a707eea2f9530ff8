"""Text as it looks: letters that only look like others, and marks that cannot be seen, made plain."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass

QUOTES = dict.fromkeys("“”„‟«»‹›❝❞〝〞〟＂「」『』", '"') | dict.fromkeys("‘’‚‛ʼʹˈ′＇`´❛❜", "'")
DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
)
OTHERS = {"…": ".", "․": ".", "。": ".", "．": ".", "•": ".", "·": "."}
TYPOGRAPHY = str.maketrans(QUOTES | DASHES | SPACES | OTHERS)

# Letters of other scripts, and Latin ones of phonetics, under the plain letter that they look like. What
# decomposes (full-width, mathematical, accented letters) needs no entry.
LOOKALIKES = {
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "ғ": "f", "ɡ": "g", "һ": "h", "і": "i", "ї": "i",
    "ј": "j", "к": "k", "ӏ": "l", "м": "m", "п": "n", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t",
    "ц": "u", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "ү": "y", "з": "3", "ո": "n", "ս": "u", "օ": "o",
    "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "σ": "o", "τ": "t",
    "υ": "u", "χ": "x", "γ": "y", "ω": "w", "ϲ": "c", "ϳ": "j", "ı": "i", "ɑ": "a", "ɛ": "e", "ɩ": "i", "ʀ": "r",
    "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k",
    "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ᴘ": "p", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y",
    "ᴢ": "z", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ƅ": "b", "ɐ": "a", "ǝ": "e", "ʇ": "t", "ɯ": "m",
    "В": "B", "Н": "H", "Р": "P", "У": "Y", "Ν": "N", "Η": "H", "Ρ": "P", "Υ": "Y", "Μ": "M", "Τ": "T", "Ζ": "Z",
}  # fmt: skip
UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Co", "Cs", "Cn"})
KEPT = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it looks, and for each of its characters the offset of the original one."""

    text: str
    origins: array[int] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that stands behind a span of this."""
        if self.origins is None or start >= end:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


def fold(text: str) -> Folded:
    """`text` in plain letters, straight quotation marks, hyphens and spaces; the case of letters stays."""
    if text.isascii():
        return Folded(text, None)
    plain = text.translate(TYPOGRAPHY)
    if plain.isascii():
        return Folded(plain, None)
    letters: list[str] = []
    origins = array("l")
    for offset, character in enumerate(plain):
        looks = character if character.isascii() else _looks(character)
        letters.append(looks)
        origins.extend([offset] * len(looks))
    return Folded("".join(letters), origins)


def _looks(character: str) -> str:
    known = _known(character)
    if known is not None:
        return known
    parts = unicodedata.normalize("NFKD", character)
    return "".join(
        _known(part) or part for part in parts if part in KEPT or unicodedata.category(part) not in UNSEEN
    )


def _known(character: str) -> str | None:
    found = LOOKALIKES.get(character)
    if found is not None:
        return found
    found = LOOKALIKES.get(character.lower())
    return found.upper() if found is not None else None
