"""Text fitted into the cells of a table."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from simulator.errors.text import clean


def fitted(text: str, width: int, lines: int) -> Text:
    """`text` folded into `width`, cut with an ellipsis after `lines`."""
    folded = _folded(clean(text), width)
    if len(folded) <= lines:
        return Text("\n").join(folded)
    last = Text(f"{folded[lines - 1].plain.rstrip()} {folded[lines].plain}")
    last.truncate(width, overflow="ellipsis")
    return Text("\n").join([*folded[: lines - 1], last])


def height_of(*cells: Text) -> int:
    """Lines that a row of these cells takes."""
    return max(cell.plain.count("\n") + 1 for cell in cells)


def _folded(text: str, width: int) -> list[Text]:
    if cell_len(text) <= width:
        return [Text(text)]
    from rich.console import Console

    return list(Text(text).wrap(Console(width=width), width))
