"""What a pack that draws on another one's stock draws from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.cases.wanted.wants import Wanted, wants_of
from simulator.errors.faults import InputFault, UsageFault
from simulator.guidance.nodes import Node, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cases.pack import ScenarioPack
    from simulator.errors.faults import Fault
    from simulator.model.document import Document
    from simulator.rules.engine import Engine

ANY = Wanted()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """`plots` and `openings` are the only ones drawn, where there are any; every case is `wanted` so.

    `node` is where a pack says so.
    """

    plots: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    wanted: Wanted = ANY
    node: Node | None = None

    def of(self, pack: ScenarioPack, engine: Engine) -> ScenarioPack:
        """What is left of a pack. Raises InputFault for what pack and guidance do not have."""
        faults = list(self._faults(pack, engine))
        if faults:
            raise InputFault(faults)
        return replace(
            pack,
            plots=tuple(each for each in pack.plots if not self.plots or each.plot in self.plots),
            openings=tuple(
                each for each in pack.openings if not self.openings or each.opening in self.openings
            ),
        )

    def _faults(self, pack: ScenarioPack, engine: Engine) -> Iterator[Fault]:
        if self.node is None:
            return
        plots, openings = [each.plot for each in pack.plots], [each.opening for each in pack.openings]
        for key, known in (("plots", plots), ("openings", openings)):
            for each in self.node[key].items() if key in self.node else ():
                if each.data not in known:
                    yield unknown(each, f"{key[:-1]} of {pack.name}", known)
        try:
            wants_of(engine, self.wanted)
        except UsageFault as wrong:
            yield self.node.fault(str(wrong).rstrip("."), "what the guidance declares")


def narrowing_in(documents: Sequence[Document]) -> Narrowing | None:
    """What the section `generates` of a pack's files says, which are sound in form; None where there is none."""
    for document in documents:
        if isinstance(document.data, dict) and "generates" in document.data:
            node = Node(document, ("generates",), document.data["generates"])
            wanted = Wanted(
                focus=tuple(node.data.get("focus", ())),
                expects=tuple(
                    (question, option)
                    for question, options in node.data.get("expects", {}).items()
                    for option in options
                ),
                mistakes=tuple(node.data.get("mistakes", ())),
                counts=tuple(node.data.get("counts", {}).items()),
                level=node.data.get("difficulty"),
            )
            return Narrowing(
                tuple(node.data.get("plots", ())), tuple(node.data.get("openings", ())), wanted, node
            )
    return None
