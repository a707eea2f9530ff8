"""Everything that is checked of one case."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from simulator.authoring.lint.evidence import grading_of
from simulator.authoring.lint.expected import border_disagreements, disagreements
from simulator.authoring.lint.identities import identity_faults
from simulator.authoring.lint.told import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import Guidance
    from simulator.rules.engine import Engine


class CaseChecks:
    """The checks of cases of one guidance, but for those of their prose."""

    def __init__(self, engine: Engine) -> None:
        self._guidance = engine.guidance
        self._telling = Telling(engine)
        self._grading = grading_of(engine)

    def faults(self, case: Examined) -> Iterator[Fault]:
        """What is wrong with a case whose form and facts are sound."""
        yield from disagreements(case)
        yield from border_disagreements(case, self._guidance)
        yield from self._telling.faults(case)
        if self._grading is not None:
            yield from self._grading.faults(case)
        yield from identity_faults(case, self._guidance.world)


def name_fault(case: Examined) -> Iterator[Fault]:
    """A case whose file is called otherwise."""
    stem = PurePath(case.document.name).stem
    called = case.document.part(("case",)).data
    if stem != called:
        what = f"the case '{called}' stands in a file called {stem}"
        yield case.document.fault(("case",), what, f"call both '{called}'", code="file-name")


def missing_phases(case: Examined, guidance: Guidance) -> Iterator[Fault]:
    """Phases of the guidance that a case does not have: it ends before it ends."""
    given = [part.phase for part in case.parts]
    for phase in guidance.phases:
        if phase.phase not in given:
            what = f"this case has no phase {phase.phase}"
            yield case.document.fault(
                ("phases",), what, f"write the phase {phase.phase} as well", code="no-phase"
            )
