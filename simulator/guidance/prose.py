"""What a guidance asks of the prose of its cases: rules of words, declared as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Permission:
    """A rule says nothing where the facts allow an option of a question."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class ProseRule:
    """One rule of a case's prose.

    `message` may hold `{found}`, the words at fault. `kind` names the machinery that reads `settings`: see
    `simulator.authoring.prose.checking.KINDS`. It says nothing of the kinds of text in `not_in`. `why` is the
    rule's page, paragraph by paragraph; `catches` and
    `passes` are sentences that the rule must catch, and must let pass.
    """

    code: str
    kind: str
    title: str
    message: str
    fix: str
    why: tuple[str, ...]
    settings: Mapping[str, Any]
    permitted_by: Permission | None
    not_in: frozenset[str]
    catches: tuple[str, ...]
    passes: tuple[str, ...]
