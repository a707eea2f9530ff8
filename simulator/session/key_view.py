"""What the guidance says of a decision, whatever was chosen: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.session.debrief_view import CitationView, RulingView


@dataclass(frozen=True, slots=True)
class KeyDecisionView:
    """One decision of a case; `options` are all of the question's, in its order."""

    phase: str
    question: str
    subject: str
    label: str
    """How the subject is called."""
    rule: str
    """The rule that decides."""
    options: tuple[RulingView, ...]
    silence: str | None
    """Why the guidance gives no answer; None where it gives one."""
    citations: tuple[CitationView, ...]
    """Of what is called for; where the guidance is silent, of every option."""

    def verdict(self, option: str) -> str:
        """The verdict of an option; raises KeyError where there is none such."""
        for one in self.options:
            if one.option == option:
                return one.verdict
        raise KeyError(option)

    @property
    def called_for(self) -> tuple[str, ...]:
        """The options that the guidance calls for."""
        return tuple(one.option for one in self.options if one.verdict == "expected")
