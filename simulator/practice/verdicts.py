"""What a rule calls for, over all of its branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.model.questions import Branch, Rule


def called_for_by(rule: Rule) -> tuple[str, ...]:
    """The options that a rule calls for in any of its branches, in the order of the question."""
    return tuple(option for option, cell in rule.options.items() if any(map(is_called_for, cell)))


def depends(rule: Rule) -> bool:
    """Whether what a rule calls for depends on the facts."""
    return any(len({is_called_for(branch) for branch in cell}) > 1 for cell in rule.options.values())


def is_called_for(branch: Branch) -> bool:
    """Whether a branch calls for its option."""
    return branch.ruling.verdict == "expected"
