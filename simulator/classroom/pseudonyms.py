"""What the people in a class are called: a pseudonym that is offered, or a name of their own."""

from __future__ import annotations

import unicodedata
from itertools import count, product
from typing import TYPE_CHECKING

from simulator.errors.text import REPLACEMENT, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

WIDEST = 24
"""Columns of a terminal that a name takes at the most."""

# Plain things, none of which says anything of a person: no colour of skin, hair or rank, no word with
# a second meaning.
_COLOURS = (
    "Amber", "Apricot", "Aqua", "Azure", "Burgundy", "Carmine", "Cerulean", "Citrine", "Cobalt", "Coral",
    "Cornflower", "Crimson", "Cyan", "Damson", "Denim", "Emerald", "Garnet", "Indigo", "Lapis", "Lilac",
    "Lime", "Magenta", "Malachite", "Maroon", "Mauve", "Mint", "Moss", "Mulberry", "Ochre", "Opal",
    "Orchid", "Peridot", "Periwinkle", "Pewter", "Russet", "Sapphire", "Sepia", "Topaz", "Turquoise",
    "Umber", "Vermilion", "Viridian",
)  # fmt: skip
_BIRDS_AND_TREES = (
    "Acacia", "Alder", "Aspen", "Avocet", "Bunting", "Cedar", "Chaffinch", "Crane", "Curlew", "Cypress",
    "Dunlin", "Dunnock", "Egret", "Eider", "Elm", "Fieldfare", "Finch", "Firecrest", "Garganey",
    "Goldcrest", "Grebe", "Guillemot", "Hawthorn", "Heron", "Ibis", "Juniper", "Kestrel", "Kingfisher",
    "Kittiwake", "Lapwing", "Larch", "Linden", "Linnet", "Mallard", "Maple", "Merganser", "Nightjar",
    "Oak", "Oriole", "Osprey", "Ouzel", "Owl", "Petrel", "Pintail", "Pipit", "Plover", "Pochard",
    "Poplar", "Ptarmigan", "Puffin", "Razorbill", "Sanderling", "Sandpiper", "Sequoia", "Serin",
    "Shearwater", "Shelduck", "Siskin", "Sparrow", "Spoonbill", "Starling", "Stonechat", "Swan",
    "Sycamore", "Tamarisk", "Tern", "Turnstone", "Waxwing", "Whimbrel", "Wigeon", "Wren",
)  # fmt: skip

PSEUDONYMS = tuple(f"{colour} {thing}" for colour, thing in product(_COLOURS, _BIRDS_AND_TREES))
"""All that can be offered."""

_BLANK = (REPLACEMENT, "\N{BRAILLE PATTERN BLANK}")


def offered(taken: Collection[str], draw: Callable[[int], int]) -> str:
    """A pseudonym that is not among `taken`, by chance: `draw` gives a number from 0 to below the one it is given.

    Only where all are taken it has a number.
    """
    used = {name.casefold() for name in taken}
    free = [name for name in PSEUDONYMS if name.casefold() not in used] or PSEUDONYMS
    return unlike(free[draw(len(free))], taken)


def name_of(text: str) -> str:
    """The name that somebody gave themselves as `text`: one clean line of at most `WIDEST` columns.

    Empty where nothing of it could be seen.
    """
    name = _cut(clean(unicodedata.normalize("NFC", " ".join(text.split()))), WIDEST)
    return name if any(map(_seen, name)) else ""


def unlike(name: str, taken: Collection[str]) -> str:
    """`name`, or with the first number from 2 with which it is not among `taken`; large and small letters are one."""
    used = {one.casefold() for one in taken}
    if name.casefold() not in used:
        return name
    numbered = (f"{_cut(name, WIDEST - len(f' {number}'))} {number}" for number in count(2))
    return next(one for one in numbered if one.casefold() not in used)


def _cut(text: str, columns: int) -> str:
    """What of `text` has room in so many columns; a mark on a letter counts as one more."""
    left = columns
    for index, letter in enumerate(text):
        left -= 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if left < 0:
            return text[:index].rstrip()
    return text


def _seen(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK
