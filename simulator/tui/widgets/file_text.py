"""The text of the case file, through which a cursor goes by sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.tui.file_layout import NOTED, FileLayout
from simulator.tui.stretches import Stretches, found, highlighted
from simulator.tui.wrapping import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.events import Click

    from simulator.tui.file_layout import Line
    from simulator.tui.file_pieces import Piece

GUTTER = 3
"""Cells before the text: where the cursor is, what is marked on the line, and a space."""

BELOW = 2
"""Lines that stay in sight below the sentence under the cursor."""

CURSOR, HIGHLIGHTED, FOUND, FOUND_NOW = "▌", "■", "›", "»"
LOOKS = {
    "title": "file--title",
    "phase": "file--heading",
    "from": "file--heading",
    "went-on": "file--aside",
    "decided": "file--aside",
}


class Passage(NamedTuple):
    """The sentence under the cursor, and what was said about it; `passage` is empty where nothing can be."""

    passage: str
    start: int
    end: int
    text: str
    highlighted: bool
    note: str


class FileText(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws the lines in sight, and of them only those that change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *LOOKS.values(),
        "file--cursor",
        "file--highlight",
        "file--found",
        "file--found-now",
        "file--mark",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "walk(-1)", "Sentence up", id="file.up", tooltip="Go a sentence up", show=False),
        Binding(
            "down,j", "walk(1)", "Sentence down", id="file.down", tooltip="Go a sentence down", show=False
        ),
        Binding("pageup", "page(-1)", "Page up", id="file.page-up", tooltip="Go a page up", show=False),
        Binding(
            "pagedown,space",
            "page(1)",
            "Page down",
            id="file.page-down",
            tooltip="Go a page down",
            show=False,
        ),
        Binding("home", "end(0)", "Beginning", id="file.home", tooltip="Go to the beginning", show=False),
        Binding("end", "end(1)", "End", id="file.end", tooltip="Go to the end", show=False),
    ]
    HELP: ClassVar[str] = (
        "The text of the case. The up and down arrows go from sentence to sentence, Space a page on. "
        "h highlights the sentence under the cursor, or takes that back; a writes a note to it. / searches the text. "
        "l lists what you have highlighted and noted."
    )

    def __init__(self) -> None:
        super().__init__(id="file-text")
        self._pieces: tuple[Piece, ...] = ()
        self._layout_of = FileLayout((), GUTTER)
        self._at = 0
        self._opened: int | None = None
        self._highlights = Stretches()
        self._found = Stretches()
        self._found_at = 0
        self._sought = ""

    # What is shown

    def show(self, pieces: Sequence[Piece], opened: int | None = None) -> None:
        """Show `pieces`, the cursor where it was; `opened` is the piece to go to, once there is room."""
        if opened is not None:
            self._opened = opened
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self._highlights = highlighted(self._pieces)
            self._found = found(self._pieces, self._sought)
            self._found_at = min(self._found_at, max(0, len(self._found.all) - 1))
            self._lay_out()
        self._go_to_opened()

    def on_resize(self) -> None:
        """Fold the text into the new width."""
        if self._layout_of.width != self._text_width or self._layout_of.pieces is not self._pieces:
            self._lay_out()
        self._take_room()
        self._follow()
        self._go_to_opened()

    @property
    def _text_width(self) -> int:
        return self.scrollable_content_region.width - GUTTER - 1

    def _lay_out(self) -> None:
        if self._text_width < 1:
            return
        stood = self.passage
        self._layout_of = FileLayout(self._pieces, self._text_width)
        if self.passage != stood and stood is not None:
            self._at = self._same_as(stood)
        self._take_room()
        self.refresh()

    def _take_room(self) -> None:
        """As much as the text has lines; more where else the heading of the last part could not stand at the top."""
        width, height = self.scrollable_content_region.size
        headings = [number for number, piece in enumerate(self._pieces) if piece.kind == "phase"]
        if self._text_width >= 1 and self._layout_of.pieces is self._pieces:
            top = self._layout_of.line_of(headings[-1], 0) if headings[1:] else 0
            self.virtual_size = Size(width, max(len(self._layout_of.lines), (top and top + height)))

    def _same_as(self, stood: Passage) -> int:
        """The number of the sentence that was `stood`, else the one nearest to where it was."""
        for number, (piece, start, end) in enumerate(self._layout_of.sentences):
            of = self._pieces[piece]
            if (of.passage, start, of.text[start:end]) == (stood.passage, stood.start, stood.text):
                return number
        return max(0, min(self._at, len(self._layout_of.sentences) - 1))

    def _go_to_opened(self) -> None:
        if self._opened is None or self._text_width < 1:
            return
        opened, self._opened = self._opened, None
        there = opened + 1 < len(self._layout_of.pieces)  # a class can go back to a shorter file
        at = self._layout_of.sentence_at(opened + 1, 0) if there else None
        if at is not None:
            top = self._layout_of.line_of(opened, 0)
            self._stand_on(at)
            self.scroll_to(y=max(0, top), animate=False, force=True)

    # Where the cursor is

    @property
    def passage(self) -> Passage | None:
        """The sentence under the cursor; None where there is no text."""
        if self._at >= len(self._layout_of.sentences):
            return None
        piece, start, end = self._layout_of.sentences[self._at]
        of = self._layout_of.pieces[piece]
        mark = next((mark for mark in of.marks if mark.start == start), None)
        said = (mark.highlighted, mark.note) if mark else (False, "")
        return Passage(of.passage, start, end, of.text[start:end], *said)

    def go_to(self, passage: str, start: int) -> None:
        """Put the cursor on the sentence at a character of a passage."""
        for number, piece in enumerate(self._pieces):
            if piece.passage == passage:
                at = self._layout_of.sentence_at(number, start)
                if at is not None:
                    self._stand_on(at)

    def _stand_on(self, number: int) -> None:
        before, self._at = self._at, number
        for each in {before, number}:
            if each < len(self._layout_of.sentences):
                self._redraw(self._layout_of.sentences[each])
        self._follow()

    def _redraw(self, stretch: tuple[int, int, int]) -> None:
        first, last = self._layout_of.span_of(stretch)
        self.refresh_lines(first, last - first + 1)

    def _follow(self) -> None:
        """Scroll so that the sentence under the cursor is in sight, its beginning above all."""
        if self._at < len(self._layout_of.sentences):
            self._bring(*self._layout_of.span_of(self._layout_of.sentences[self._at]))

    def _bring(self, first: int, last: int) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        to = top
        if last + BELOW >= top + height:
            to = last + 1 + BELOW - height
        to = min(to, first - 1)
        if to != top:
            self.scroll_to(y=max(0, to), animate=False, force=True)

    def action_walk(self, by: int) -> None:
        """A sentence on or back; from the first and the last as far as the text goes."""
        to = self._at + by
        if 0 <= to < len(self._layout_of.sentences):
            self._stand_on(to)
        else:
            self.action_end(int(by > 0))

    def action_page(self, by: int) -> None:
        """A page on or back."""
        if not self._layout_of.sentences:
            return
        height = max(1, self.scrollable_content_region.height - 2)
        first, _ = self._layout_of.span_of(self._layout_of.sentences[self._at])
        to = first + by * height
        if not 0 <= to < len(self._layout_of.lines):
            self.action_end(int(by > 0))
            return
        self.scroll_to(y=self.scroll_offset.y + by * height, animate=False, force=True)
        self._stand_on(self._sentence_on(to))

    def _sentence_on(self, number: int) -> int:
        line = self._layout_of.lines[number]
        offset = line.start if line.note is None else len(self._layout_of.pieces[line.piece].text)
        return self._layout_of.sentence_at(line.piece, offset) or 0

    def action_end(self, last: int) -> None:
        """To the beginning of the text, or to its end."""
        self._stand_on(max(0, len(self._layout_of.sentences) - 1) if last else 0)
        self.scroll_to(y=self.max_scroll_y if last else 0, animate=False, force=True)

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on a sentence."""
        number = event.y + self.scroll_offset.y
        if number >= len(self._layout_of.lines):
            return
        line = self._layout_of.lines[number]
        if line.note is None:
            offset = min(line.start + max(0, event.x - GUTTER), max(line.start, line.end - 1))
            self._stand_on(self._layout_of.sentence_at(line.piece, offset) or 0)
        else:
            self._stand_on(self._sentence_on(number))

    # What is sought

    def seek(self, sought: str) -> None:
        """Mark where `sought` stands, and go to the first such place from the cursor on."""
        self._sought = sought
        self._found = found(self._pieces, sought)
        self._found_at = 0
        if self._found.all and self._layout_of.sentences:
            here = self._layout_of.sentences[self._at]
            after = (at for at, each in enumerate(self._found.all) if each[:2] >= (here.piece, here.start))
            self._found_at = next(after, 0)
            self._to_found()
        self.refresh()

    def step(self, by: int) -> None:
        """Go to the next such place, or the one before; after the last comes the first."""
        if self._found.all and self._layout_of.sentences:
            self._redraw(self._found.all[self._found_at])
            self._redraw(self._layout_of.sentences[self._at])
            self._found_at = (self._found_at + by) % len(self._found.all)
            self._to_found()

    def _to_found(self) -> None:
        place = self._found.all[self._found_at]
        at = self._layout_of.sentence_at(place.piece, place.start)
        if at is not None and self._layout_of.sentences[at].piece == place.piece:
            self._at = at
            self._redraw(self._layout_of.sentences[at])
        self._redraw(place)
        self._bring(*self._layout_of.span_of(place))

    @property
    def standing(self) -> tuple[int, int]:
        """Which of the places found the learner is at, from 1, and how many there are; (0, 0) where none is."""
        return (self._found_at + 1, len(self._found.all)) if self._found.all else (0, 0)

    # How it is drawn

    def render_line(self, y: int) -> Strip:
        """A line as it is now."""
        width, number = self.size.width, y + self.scroll_offset.y
        base = self.rich_style
        if number >= len(self._layout_of.lines):
            return Strip.blank(width, base)
        segments = list(self._segments(number, base))
        return Strip(segments).crop_extend(0, width, base)

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _segments(self, number: int, base: Style) -> Iterator[Segment]:
        line = self._layout_of.lines[number]
        if line.note is not None:
            yield Segment(" " * GUTTER, base)
            yield Segment(drawn(line.note), base + self._look("file--aside"))
            return
        yield from self._gutter(number, line, base)
        kind = self._layout_of.pieces[line.piece].kind
        yield from self._text(line, base + self._look(LOOKS[kind]) if kind in LOOKS else base)

    def _gutter(self, number: int, line: Line, base: Style) -> Iterator[Segment]:
        yield Segment(CURSOR if self._has_cursor(line) else " ", base + self._look("file--mark"))
        yield Segment(f"{self._mark(number, line)} ", base + self._look("file--mark"))

    def _mark(self, number: int, line: Line) -> str:
        places = list(self._found.on(line))
        if places:
            return FOUND_NOW if self._found_at in places else FOUND
        if number in self._layout_of.noted:
            return NOTED
        return HIGHLIGHTED if any(True for _ in self._highlights.on(line)) else " "

    def _has_cursor(self, line: Line) -> bool:
        if self._at >= len(self._layout_of.sentences):
            return False
        piece, start, end = self._layout_of.sentences[self._at]
        return piece == line.piece and start < line.end and line.start < end

    def _text(self, line: Line, base: Style) -> Iterator[Segment]:
        text = self._layout_of.pieces[line.piece].text
        layers = [
            (max(start, line.start), min(end, line.end), self._look(name))
            for start, end, name in self._layers(line)
        ]
        cuts = {line.start, line.end, *(cut for start, end, _ in layers for cut in (start, end))}
        for start, end in pairwise(sorted(cuts)):
            over = [look for first, last, look in layers if first <= start and end <= last]
            yield Segment(drawn(text[start:end]), Style.combine([base, *over]))

    def _layers(self, line: Line) -> Iterator[tuple[int, int, str]]:
        """What lies over the text of a line, the uppermost last."""
        if self._has_cursor(line):
            _, start, end = self._layout_of.sentences[self._at]
            yield start, end, "file--cursor"
        for at in self._highlights.on(line):
            yield *self._highlights.all[at][1:], "file--highlight"
        for at in self._found.on(line):
            name = "file--found-now" if at == self._found_at else "file--found"
            yield *self._found.all[at][1:], name
