"""What lets somebody into a class: codes that people read out and type, and tokens that programs keep."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that could be taken for a figure, and no U."""

_HALF = 4
_TOKEN_BYTES = 16
_BETWEEN = re.compile(r"[\s\u002d\u2010-\u2015\u2212]+")
_MISREAD = str.maketrans("OIL", "011")


def new_code() -> str:
    """A code of 40 random bits, as it is shown: `ABCD-EFGH`."""
    return _shown("".join(secrets.choice(ALPHABET) for _ in range(2 * _HALF)))


def read_code(text: str) -> str:
    """The code that somebody typed as `text`, as `new_code` made it; empty where it is none.

    Small letters, spaces and dashes anywhere are forgiven, and the letters O, I and L, which stand for 0 and 1.
    """
    letters = _BETWEEN.sub("", text)
    if not letters.isascii():
        return ""
    letters = letters.upper().translate(_MISREAD)
    return _shown(letters) if len(letters) == 2 * _HALF and set(letters) <= set(ALPHABET) else ""


def new_token() -> str:
    """A token of 128 random bits, of letters that need no quoting in an address."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def fingerprint(token: str) -> str:
    """What a record may hold of `token`: its SHA-256 in hexadecimal, from which nobody can tell the token."""
    return hashlib.sha256(_bytes(token)).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether both are the same secret; how long it takes tells nothing of where they differ."""
    return hmac.compare_digest(_bytes(one), _bytes(other))


def _shown(letters: str) -> str:
    return f"{letters[:_HALF]}-{letters[_HALF:]}"


def _bytes(text: str) -> bytes:
    """`text` as bytes, even where it is no text that a network could carry."""
    return text.encode("utf-8", "surrogatepass")
