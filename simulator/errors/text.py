"""Text from outside, made safe to show: no character in it can act on a terminal or hide another."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 and C1 controls, zero-width and bidirectional controls, line and paragraph separators, tag
# characters, variation fillers that draw nothing, noncharacters and lone surrogates.
_ACTING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BLOCK = re.compile(f"[{_ACTING}]")
_LINE = re.compile(f"[{_ACTING}\t\n]")


def clean(text: str) -> str:
    """`text` as one line: every control, bidirectional or invisible character becomes U+FFFD."""
    return _LINE.sub(REPLACEMENT, text)


def clean_block(text: str) -> str:
    """Like `clean`, but line feeds and tabs stay."""
    return _BLOCK.sub(REPLACEMENT, text)


def first_acting(text: str) -> int | None:
    """Index of the first character that `clean_block` would replace, or None."""
    found = _BLOCK.search(text)
    return found.start() if found else None
