"""`simulator class erase`: a class is wiped, with everything that was said in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Wipe it."""
    classes = Workshop(strangers=asked.plugins).store.classes
    known = asked.class_ in {one.class_ for one in classes.all()}
    classes.erase(asked.class_)  # an unknown one, too: what another program held up can be wiped then
    if not known:
        raise UsageFault(f"There is no class {clean(asked.class_)}; `simulator class list` names them.")
    print("The class is wiped.")
    return 0
