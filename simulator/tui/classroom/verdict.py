"""What the guidance says of a question, told to a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.session.debrief_view import DebriefView
from simulator.tui.classroom.folding import NARROWEST, Block, below, folded, hung
from simulator.tui.safety import shown
from simulator.tui.telling.paragraphs import cited
from simulator.tui.telling.pieces import HEADING, MUTED
from simulator.tui.telling.rule import AS_MARKED
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.poll_view import SubjectVerdictView, VerdictView
    from simulator.session.debrief_view import CitationView, RulingView
    from simulator.tui.classroom.folding import Lines

SILENT = "the guidance gives no answer"
NOTHING = "Nothing is called for."


def verdict_told(verdict: VerdictView, width: int) -> Content:
    """The verdict on every subject and what it rests on, in lines of at most `width` cells, 24 at least."""
    blocks = [verdict_block(each, width) for each in verdict.subjects]
    return below(block.lines() for block in [*blocks, *paragraph_blocks(verdict, width)])


def verdict_block(about: SubjectVerdictView, width: int) -> Block:
    """The verdict on one subject: what is called for and what is within discretion, with why, and the quotations."""
    width = max(width, NARROWEST)
    said = [_silence(about.silence, width)] if about.silence is not None else [*_rulings(about, width)]
    quoted = (_quotation(citation, width) for citation in about.citations)
    return Block(folded(shown(clean(about.label), HEADING), width), [*said, *quoted])


def paragraph_blocks(verdict: VerdictView, width: int) -> list[Block]:
    """The paragraphs that are cited, whole, with what is quoted of them marked; none where nothing is cited."""
    known = {paragraph.paragraph for paragraph in verdict.paragraphs}
    told = dict.fromkeys(citation for each in verdict.subjects for citation in each.citations)
    citations = [citation for citation in told if citation.paragraph in known]
    sections = cited(citations, DebriefView((), (), verdict.paragraphs, ()))
    return [_parted(folded(each, max(width, NARROWEST))) for each in sections]


def _parted(lines: Lines) -> Block:
    """A section whose paragraphs are its groups."""
    heading, *others = lines
    groups: list[Lines] = [[]]
    for line in others:
        if not line:
            groups.append([])
        groups[-1].append(line)
    return Block([heading], [group for group in groups if group])


def _silence(why: str, width: int) -> Lines:
    sign = SIGNS["silent"]
    head = shown(f"{sign.symbol} ", f"bold ${sign.colour}")
    return hung(head, shown(f"{SILENT}:", f"bold ${sign.colour}") + shown(f" {why}"), width)


def _rulings(about: SubjectVerdictView, width: int) -> Iterator[Lines]:
    """What is called for, then what is within discretion."""
    by_verdict = {verdict: [r for r in about.options if r.verdict == verdict] for verdict in AS_MARKED}
    if not by_verdict["expected"]:
        yield folded(shown(NOTHING), width)
    for ruling in (*by_verdict["expected"], *by_verdict["acceptable"]):
        yield _ruling(ruling, width)


def _ruling(ruling: RulingView, width: int) -> Lines:
    sign = SIGNS[AS_MARKED[ruling.verdict]]
    style = f"bold ${sign.colour}"
    verdict = shown(f"{clean(ruling.verdict_label)}:", style)
    named = Content(" ").join([verdict, shown(clean(ruling.label), "bold")])
    head = shown(f"{sign.symbol} ", style)
    return [*hung(head, named, width), *hung(Content("  "), shown(ruling.why), width)]


def _quotation(citation: CitationView, width: int) -> Lines:
    text = shown(f"“{citation.quote}”", "italic") + shown(f" ({clean(citation.paragraph)})", MUTED)
    return hung(Content("  "), text, width)
