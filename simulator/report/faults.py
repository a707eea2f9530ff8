"""What can go wrong with a debrief that is to be saved, as a person reads it."""

from __future__ import annotations

from simulator.errors.faults import UsageFault


class ReportFault(UsageFault):
    """The debrief is not saved, and nothing on the disk is changed. The text is one sentence."""
