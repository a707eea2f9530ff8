"""The summary in pictures made of text: each fits any width, and says its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.safety import shown
from simulator.tui.telling.bars import LONGEST, bar, counts, percent
from simulator.tui.telling.levels import LEVELS, borne_out
from simulator.tui.telling.pieces import HEADING, MUTED, line, lines
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.session.summary_view import (
        CaseloadView,
        KnownParagraphView,
        ShareView,
        SubjectRowView,
        SummaryView,
        SurenessRowView,
    )
    from simulator.tui.telling.signs import Sign

SUBJECTS = "Decision by decision"
PARAGRAPHS = "The paragraphs, and how your decisions on them went"
KNOWN, AGAIN = "Known: every decision was right", "To read again"
SURE = "How sure you were, and how often right"
CASELOAD = "How common each ending is in real caseloads"
ONE_EACH = "Each sign is one decision, in the order of the table."
MOST_BESIDE = 6
"""Cells that a picture gives each decision at most."""
ENOUGH = 5
"""Decisions from which on a share tells how well somebody knew how sure to be."""


def pictured(summary: SummaryView, width: int) -> Iterator[Content]:
    """Each picture under its heading, for `width` cells; what there are no figures for is left out."""
    drawn = (
        (SUBJECTS, _subjects(summary.subjects, width)),
        (PARAGRAPHS, _paragraphs(summary.paragraphs, width)),
        (SURE, _sureness(summary.sureness, width)),
        (CASELOAD, _caseload(summary.caseload, width)),
    )
    for heading, picture in drawn:
        below = list(picture)
        if below:
            yield lines(shown(heading, HEADING), *below)


def _subjects(subjects: Sequence[SubjectRowView], width: int) -> Iterator[Content]:
    """A row each; the name above its row where there is no room for it beside."""
    if not subjects:
        return
    names = [clean(each.label) for each in subjects]
    column = max(map(cell_len, names))
    beside = column + 2 * max(len(each.marks) for each in subjects) < width
    for each, name in zip(subjects, names, strict=True):
        signs = [SIGNS[mark] for _, mark in each.marks]
        row = Content(" ").join(shown(sign.symbol, f"bold ${sign.colour}") for sign in signs)
        label = shown(name + " " * (column - cell_len(name)) if beside else name, "bold")
        yield Content(" " if beside else "\n").join([label, row])
    yield shown(ONE_EACH, f"italic {MUTED}")
    yield _legend({SIGNS[mark] for each in subjects for _, mark in each.marks})


def _legend(used: set[Sign]) -> Content:
    words: dict[str, list[Sign]] = {}
    for sign in SIGNS.values():
        if sign in used:
            words.setdefault(sign.symbol, []).append(sign)
    told = (
        shown(f"{symbol} {' or '.join(sign.word for sign in signs)}", f"${signs[0].colour}")
        for symbol, signs in words.items()
    )
    return Content("   ").join(told)


def _paragraphs(paragraphs: Sequence[KnownParagraphView], width: int) -> Iterator[Content]:
    if not paragraphs:
        return
    names = [clean(each.paragraph) for each in paragraphs]
    column = max(map(cell_len, names))
    figures = [_figures(each.right, each.wrong) for each in paragraphs]
    room = max(min(width - column - 2 - max(map(len, figures)), LONGEST), 4)
    most = max(each.right + each.wrong for each in paragraphs)
    unit = max(min(room // max(most, 1), MOST_BESIDE), 1)
    rows = list(zip(paragraphs, names, figures, strict=True))
    for heading, amiss in ((AGAIN, True), (KNOWN, False)):
        alike = [row for row in rows if bool(row[0].wrong) is amiss]
        if alike:
            yield shown(heading, f"italic {MUTED}")
        for each, name, figure in alike:
            drawn = counts(each.right, each.wrong, unit, room)
            head = shown(f"{name}{' ' * (column - cell_len(name))}", "bold")
            yield Content(" ").join([head, drawn, shown(figure)])


def _figures(right: int, wrong: int, neither: int = 0) -> str:
    """`3 right, 1 wrong`, without what there was none of."""
    counted = ((right, "right"), (wrong, "wrong"), (neither, "neither"))
    told = [f"{number} {word}" for number, word in counted if number]
    return ", ".join(told) or "none"


def _sureness(rows: Iterable[SurenessRowView], width: int) -> Iterator[Content]:
    for row in rows:
        number = row.right + row.wrong
        yield line(f"Sure {LEVELS[row.level].words}:", _figures(row.right, row.wrong, row.neither))
        if number:
            share = row.right / number
            drawn = counts(row.right, row.wrong, 1, max(min(width - 11, LONGEST), 4))
            judged = f": {borne_out(row.level, share)}" if number >= ENOUGH else ""
            yield Content(" ").join([drawn, shown(f"{percent(share)} right{judged}.")])


def _caseload(caseload: CaseloadView | None, width: int) -> Iterator[Content]:
    if caseload is None:
        return
    if caseload.text:
        yield shown(caseload.text)
    for share in caseload.shares:
        yield from _share(share, max(min(width - 22, LONGEST), 4))
    if caseload.source:
        yield line("Source:", caseload.source, f"italic {MUTED}")


def _share(share: ShareView, room: int) -> Iterator[Content]:
    here = f"; {share.here} in this case" if share.here else ""
    yield shown(clean(share.label), "bold")
    yield Content(" ").join([bar(share.share, room), shown(f"{percent(share.share)}{here}")])
