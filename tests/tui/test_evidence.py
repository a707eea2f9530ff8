"""In the debrief: the evidence that made a grade, what was missed by not asking, and what is to be discussed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.debrief_view import MatterView, PieceView
from simulator.session.texts_view import BlockView
from tests.tui.lost_property import almost_finish, lost_property

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

MATTER = MatterView(
    "points to Irene",
    "Strong",
    ("a paper bears it out", "it was [b]seen[/b]"),
    (
        PieceView("She spelt the name.", ("account (Irene, first-hand)",)),
        PieceView("The label bears it.", ("paper (desk)", "sight (porter, against it)")),
    ),
)
UNTOLD = BlockView("The log named the ring.", "Nobody had looked at the desk.")


async def to_the_debrief(player: Player) -> None:
    """The draft gone on with and confirmed; then the first decision explained."""
    await player.press("enter", "c", "y")


async def test_each_piece_is_told_with_what_it_is_and_all_with_what_they_carry(
    playing: Playing, store: Store
) -> None:
    almost_finish(store)
    guide = lost_property()
    guide.evidence = {"log": (MATTER,)}
    async with playing(size=(80, 60), guide=guide) as player:
        await to_the_debrief(player)
        await player.press("n", "n")
        text = folded(player.text())
        assert "The evidence: points to Irene" in text
        assert "account (Irene, first-hand) She spelt the name." in text
        assert "paper (desk); sight (porter, against it) The label bears it." in text
        assert "Together it carries: Strong; a paper bears it out; it was [b]seen[/b]" in text


async def test_a_decision_without_evidence_says_nothing_of_it(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing(size=(80, 60)) as player:
        await to_the_debrief(player)
        await player.press("n", "n")
        assert "The evidence" not in player.text()
        assert "Not asked for" not in player.text()


async def test_what_was_not_asked_for_is_told_with_what_would_have_brought_it(
    playing: Playing, store: Store
) -> None:
    almost_finish(store)
    guide = lost_property()
    guide.untold = {"log": (UNTOLD,)}
    async with playing(size=(80, 60), guide=guide) as player:
        await to_the_debrief(player)
        await player.press("n", "n")
        text = folded(player.text())
        assert "Not asked for, and so not told in time" in text
        assert "Nobody had looked at the desk. The log named the ring." in text


def folded(text: str) -> str:
    """The text with its white space folded."""
    return " ".join(text.split())
