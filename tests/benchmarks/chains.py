"""Three questions of the guidance as a programmer would write them out by hand: chains of `if`.

They take a case and a subject in memory, with the definitions worked out, and give the verdict of every
option. They give verdicts alone: no reasons, no citations, no rule.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WORDS = {"e": "expected", "a": "acceptable", "d": "departure", "c": "contrary"}
OPTIONS = {
    "outcome": ("code_1", "code_2", "code_10", "code_21", "no_code", "not_yet"),
    "role": ("suspect", "witness", "victim"),
    "response": ("full_investigation", "initial_investigation", "no_investigation"),
}


def verdicts(question: str, letters: str) -> Mapping[str, str]:
    """The verdict of every option, from a letter for each."""
    return {option: WORDS[letter] for option, letter in zip(OPTIONS[question], letters, strict=True)}


_outcome = partial(verdicts, "outcome")
_role = partial(verdicts, "role")
_response = partial(verdicts, "response")

NOT_ACTED = _outcome("ccccea")
TOO_EARLY = _outcome("ccccce")
TOO_EARLY_FOR_A_WITNESS = _outcome("ccccae")
DOUBT_REMAINS = _outcome("ddacca")
DOUBT_REMAINS_ABOUT_A_WITNESS = _outcome("ddacaa")
HARMED_ONLY = _outcome("ccacec")
WARNED_OWN_IMAGE = _outcome("deaccc")
WARNED_WITNESS = _outcome("deacac")
ATTRIBUTED_AND_HARMED = _outcome("daecac")
WARNED = _outcome("eedccc")
WARNED_AND_WITNESS = _outcome("eedcac")
ATTRIBUTED = _outcome("aedccc")
ATTRIBUTED_WITNESS = _outcome("aedcac")
OWN_IMAGE = _outcome("cceccc")
OWN_IMAGE_WITNESS = _outcome("ccecac")
OTHERS = _outcome("daeccc")
OTHERS_AND_WITNESS = _outcome("daecac")
NOT_CONSENSUAL = _outcome("daaccd")
OTHER_IMAGE_NEGATED = _outcome("ddccce")
DELETION_OPEN = _outcome("dddcce")
DELETION_OPEN_OWN_IMAGE = _outcome("ccdcce")
NOTHING_LEFT = _outcome("ddecca")
NOTHING_LEFT_OWN_IMAGE = _outcome("ccecca")
OTHER_DELETION = _outcome("cccace")
NO_INVESTIGATION = _outcome("cccecc")


def outcome(case: Any, child: Any) -> Mapping[str, str]:
    """The outcome of a child."""
    if not child.acted:
        return NOT_ACTED
    if case.aggravated and not case.full_concluded:
        return TOO_EARLY_FOR_A_WITNESS if child.may_be_witness else TOO_EARLY
    if case.suspected and case.concluded:
        return DOUBT_REMAINS_ABOUT_A_WITNESS if child.may_be_witness else DOUBT_REMAINS
    if case.aggravated and child.harmed_only:
        return HARMED_ONLY
    if case.suspected:
        return TOO_EARLY_FOR_A_WITNESS if child.may_be_witness else TOO_EARLY
    if case.aggravated and child.own_only and child.only_warning_attributed:
        return WARNED_WITNESS if child.may_be_witness else WARNED_OWN_IMAGE
    if case.aggravated and child.attributed and child.harmed:
        return ATTRIBUTED_AND_HARMED
    if case.aggravated and child.warning_attributed:
        return WARNED_AND_WITNESS if child.may_be_witness else WARNED
    if case.aggravated and child.attributed:
        return ATTRIBUTED_WITNESS if child.may_be_witness else ATTRIBUTED
    if case.aggravated and child.own_only:
        return OWN_IMAGE_WITNESS if child.may_be_witness else OWN_IMAGE
    if case.aggravated:
        return OTHERS_AND_WITNESS if child.may_be_witness else OTHERS
    if case.unconsensual and not case.concluded:
        return TOO_EARLY
    if case.unconsensual and child.own_only:
        return OWN_IMAGE
    if case.unconsensual:
        return NOT_CONSENSUAL
    if child.deletion_outstanding and not case.concluded:
        return OTHER_IMAGE_NEGATED if case.negated and not child.own_only else TOO_EARLY
    if child.deletion_open:
        return DELETION_OPEN_OWN_IMAGE if child.own_only else DELETION_OPEN
    if case.negated or case.concluded:
        return NOTHING_LEFT_OWN_IMAGE if child.own_only else NOTHING_LEFT
    if not case.all_agree or case.open:
        return TOO_EARLY
    if any(other is not child and other.child and other.deletion_outstanding for other in case.people):
        return OTHER_DELETION
    return NO_INVESTIGATION


ONLY_WITNESS = _role("cec")
WITNESS_FIRST = _role("aec")
SUSPECT_FIRST = _role("eac")
EITHER = _role("aac")
ONLY_SUSPECT = _role("ecc")


def role(case: Any, child: Any) -> Mapping[str, str]:
    """The role of a child."""
    if not child.acted:
        return ONLY_WITNESS
    if child.harmed_only:
        return WITNESS_FIRST
    if child.harmed:
        return SUSPECT_FIRST
    if child.perhaps_harmed and child.own_only:
        return EITHER
    if child.wronged and child.own_only:
        return SUSPECT_FIRST
    return ONLY_SUSPECT


FULL = _response("ecc")
FULL_OR_INITIAL = _response("aad")
INITIAL = _response("dec")
FULL_OR_NONE = _response("ada")
INITIAL_OR_FULL = _response("aed")
NONE_AFTER_ONE = _response("cde")


def response(case: Any, this: Any) -> Mapping[str, str]:
    """The response to a case."""
    if case.aggravated:
        return FULL
    if case.suspected and case.concluded:
        return FULL_OR_INITIAL
    if case.suspected:
        return INITIAL
    if case.unconsensual and case.concluded:
        return FULL_OR_NONE
    if case.unconsensual or case.deletion_unsatisfied:
        return INITIAL_OR_FULL
    if case.negated or case.concluded:
        return NONE_AFTER_ONE
    if not case.all_agree:
        return INITIAL
    return NONE_AFTER_ONE


CHAINS: Mapping[str, Callable[[Any, Any], Mapping[str, str]]] = {
    "outcome": outcome,
    "role": role,
    "response": response,
}
