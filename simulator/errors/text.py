"""Text from outside, made safe to show: no character in it can act on a terminal or hide another."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 and C1 controls, zero-width and bidirectional controls, line and paragraph separators, tag
# characters, variation fillers that draw nothing, noncharacters and lone surrogates.
_ACTING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Marks around letters, variation selectors, the halves of flags and the colours of skin: how wide they make a letter,
# terminals disagree.
_UNSETTLED = (
    "\u0488\u0489\u1abe\u20dd-\u20e0\u20e2-\u20e4\ua670-\ua672\ufe00-\ufe0f"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
)
_REFUSED = re.compile(f"[{_ACTING}]")
_BLOCK = re.compile(f"[{_ACTING}{_UNSETTLED}]")
_LINE = re.compile(f"[{_ACTING}{_UNSETTLED}\t\n]")
_FIRST = re.compile(r"(?<!\S)[^\x00-\u02ff]")
"""The first character of a word, where it could combine with whatever stands before the word."""
_COMBINING = re.compile("[\u1161-\u11ff\ud7b0-\ud7fb]")
"""Those beside the marks: vowels and finals of Hangul."""


def clean(text: str) -> str:
    """`text` as one line: every control, bidirectional or invisible character becomes U+FFFD.

    So does what would move what stands after the text, for no two terminals agree on how wide it is, and a mark
    without a letter of its own, which would change what stands before the text.
    """
    return _held(_LINE.sub(REPLACEMENT, text))


def clean_block(text: str) -> str:
    """Like `clean`, but line feeds and tabs stay."""
    return _held(_BLOCK.sub(REPLACEMENT, text))


def _held(text: str) -> str:
    if text.isascii():
        return text
    for letter in set(text):
        if unicodedata.category(letter) == "Cn":  # not a character, or not one yet
            text = text.replace(letter, REPLACEMENT)
    return _FIRST.sub(_first, text)


def _first(found: re.Match[str]) -> str:
    combines = unicodedata.category(found[0]).startswith("M") or _COMBINING.match(found[0])
    return REPLACEMENT if combines else found[0]


def first_acting(text: str) -> int | None:
    """Index of the first control, bidirectional or invisible character, or None; line feeds and tabs are none."""
    found = _REFUSED.search(text)
    return found.start() if found else None
