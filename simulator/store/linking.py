"""How a learner's record is chained: each event is committed to under a salt, and each link holds all before it.

A commitment tells nothing of its text to who has not the salt; so text and salt can go, and the chain still holds.
Keyed BLAKE2b is a MAC as it stands (RFC 7693).
"""

from __future__ import annotations

from hashlib import blake2b
from secrets import token_bytes
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 32
"""Bytes of a salt, a commitment and a link; each is kept as twice so many hexadecimal digits."""
START = ""
"""What the first link is chained to."""
_LINK = blake2b(digest_size=SIZE)
_DIGITS = frozenset("0123456789abcdef")


class Linked(NamedTuple):
    """A place in the chain; `words` commits to a person's words in the event, None where it has none."""

    position: int
    session: str
    seq: int
    commitment: str
    words: str | None
    link: str


def is_hash(text: object) -> bool:
    """Whether it is kept as a salt, a commitment and a link are."""
    return isinstance(text, str) and len(text) == 2 * SIZE and _DIGITS.issuperset(text)


def new_salt() -> str:
    """A salt unlike any other."""
    return token_bytes(SIZE).hex()


def commitment_of(salt: bytes, text: str) -> str:
    """What commits to a text."""
    return committing(salt)(text)


def committing(salt: bytes) -> Callable[[str], str]:
    """`commitment_of` for many texts under one salt."""
    begun = blake2b(digest_size=SIZE, key=salt)

    def commit(text: str) -> str:
        hashed = begun.copy()
        hashed.update(_bytes_of(text))
        return hashed.hexdigest()

    return commit


def link_of(before: str, position: int, session: str, seq: int, commitment: str, words: str | None) -> str:
    """The link at a position, counted from 1, which comes after the link `before`."""
    told = f"{before} {position} {seq} {commitment} {words or '-'} {session}"
    hashed = _LINK.copy()
    hashed.update(_bytes_of(told))
    return hashed.hexdigest()


def _bytes_of(text: str) -> bytes:
    """In UTF-8; what was no text in a damaged file has bytes of its own."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")
