"""What is shown while a class decides: what is asked, how many have decided, and the options.

All of it begins at the top of the wall, so that nothing moves when something is added below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.folding import Block, folded, hung
from simulator.tui.classroom.letters import large_letters
from simulator.tui.classroom.projector.paging import Sheet
from simulator.tui.option_keys import option_keys
from simulator.tui.safety import shown
from simulator.tui.telling.asked import SIGNS
from simulator.tui.telling.bars import bar
from simulator.tui.telling.pieces import HEADING, MUTED

if TYPE_CHECKING:
    from textual.geometry import Size

    from simulator.classroom.class_view import RoomView
    from simulator.tui.classroom.folding import Lines

GAP = 4
"""Cells between the figures and what stands beside them."""
BESIDE = 24
"""Cells that this needs."""
LONGEST = 60
"""Cells of a bar that shows progress."""
ABOUT = "Asked about: "
SEVERAL = "Several options may be chosen."
INFORMATION = "Further information"


def asking_sheet(
    room: RoomView, head: Lines, said: str, notes: list[Block], measure: int, wall: Size
) -> Sheet:
    """`head`, how many of all seats have done what `said` tells in large figures, and `notes` and the options below."""
    highest = min(wall.height // 4, wall.height // 2 - len(head) - 1)
    head = [*head, Content(""), *_counted(room, said, measure, highest)]
    left = wall.height - len(head) - 1 - sum(len(note.lines()) + 1 for note in notes)
    return Sheet(head, [*notes, *options_of(room, measure, left), *information(room, measure)], measure)


def information(room: RoomView, measure: int) -> list[Block]:
    """What further information the class was given, if any."""
    if not room.injected:
        return []
    return [Block([shown(INFORMATION, HEADING)], [folded(shown(text), measure) for text in room.injected])]


def _counted(room: RoomView, said: str, measure: int, height: int) -> Lines:
    """The figures, which are as broad whatever is counted; beside them, else below, words and a bar."""
    counted = f"{room.committed:>{len(str(room.seats))}}/{room.seats}"
    figures = [shown(line, "bold $primary") for line in large_letters(counted, measure, height)]
    broad = max(line.cell_length for line in figures) + GAP
    beside = _told(room, said, measure - broad) if measure - broad >= BESIDE else []
    if beside and len(beside) <= len(figures):
        beside = [Content("")] * (len(figures) - len(beside)) + beside
        pairs = zip(figures, beside, strict=True)
        return [figure.pad_right(broad - figure.cell_length) + told for figure, told in pairs]
    figures = [line for figure in figures for line in folded(figure, measure)]
    return [*figures, *_told(room, said, measure)]


def _told(room: RoomView, said: str, width: int) -> Lines:
    share = min(room.committed / room.seats, 1.0) if room.seats else 0.0
    return [*folded(shown(said, "bold"), width), bar(share, min(width, LONGEST))]


def options_of(room: RoomView, measure: int, height: int) -> list[Block]:
    """With the signs and keys that they have where one decides; apart where three quarters of `height` allow it."""
    if not room.options:
        return []
    about = shown("; ".join(map(clean, room.subjects)), MUTED)
    heading = hung(shown(ABOUT, MUTED), about, measure)
    heading += [*(folded(shown(SEVERAL, MUTED), measure) if room.several else []), Content("")]
    labels = [clean(option.label) for option in room.options]
    sign = SIGNS[room.several, False]
    options = [
        hung(shown(f"{sign} {key}  ", "bold"), shown(label), measure)
        for key, label in zip(option_keys(labels), labels, strict=True)
    ]
    lines = sum(map(len, options))
    if len(heading) + lines + len(options) <= height * 3 // 4:
        return [Block(heading, [[Content(""), *option] for option in options])]
    return [Block(heading, [[line for option in options for line in option]])]
