"""Flips that follow from the guidance by hand, in the shapes that `score/1` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.model.document import document_of
from simulator.rules.flips.changing import changed
from simulator.rules.flips.finding import flips_of, outcome_flips

if TYPE_CHECKING:
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.rules.flips.flip import Flip


def child(name: str, *acts: str, **more: Any) -> dict[str, Any]:
    """A child of 14 of the city whose deletion, where there is one, is satisfied."""
    own = {"id": name, "age": 14, "home": "city", "acts": list(acts)}
    return {**own, **({} if "told_only" in acts else {"deletion": "satisfied"}), **more}


def two_friends(engine: Engine, *more: dict[str, Any], **case: Any) -> Facts:
    """A took and shared an image of themselves; the other people and the rest are given."""
    people = [child("A", "took_own", "shared_own"), *more]
    return engine.read_facts(
        document_of({"format": "case-facts/1", "id": "two-friends", "people": people, **case})
    )


def told(flips: tuple[Flip, ...]) -> set[tuple[tuple[str, Any, Any], ...]]:
    """Each flip as its paths with what stood there and what would."""
    return {
        tuple((each.fact, _plain(each.before), _plain(each.after)) for each in flip.changes) for flip in flips
    }


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return "…" if isinstance(value, dict) else value


FORWARDING = {"kind": "onward_forwarding", "grade": "believed", "by": "B", "against": ["A"]}


def test_forwarding_with_consent_takes_the_factor_out(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "forwarded"), factors=[FORWARDING], investigation="none")
    flips = flips_of(engine, facts, "response", "case", "no_investigation")
    assert told(flips) == {(("factors[0]", "…", "absent"),)}
    assert flips[0].changes[0].before == FORWARDING
    assert flips[0].rule == "response.no-investigation"
    assert flips[0].paragraph == "IG22"


def test_a_warning_that_was_not_documented_or_not_of_the_act_does_not_aggravate(engine: Engine) -> None:
    warned = child("B", "forwarded", previous="police_warning_1978_documented")
    facts = two_friends(engine, warned)
    found = told(flips_of(engine, facts, "label", "case", "sexting"))
    previous = {"none", "police_warning_1978_undocumented", "police_warning_other_offence", "school_sanction"}
    assert {(("people[1].previous", "police_warning_1978_documented", each),) for each in previous} <= found
    assert (("people[1].age", 14, 18),) not in found, "an adult who forwards is an adult involved"


def test_a_number_moves_to_the_nearest_that_matters(engine: Engine) -> None:
    adult = {"id": "C", "age": 31, "acts": ["forwarded"], "home": "county"}
    facts = two_friends(engine, child("B", "told_only"), adult)
    found = told(flips_of(engine, facts, "adult_line_of_enquiry", "case", "not_pursued"))
    assert (("people[2].age", 31, 17),) in found


def test_a_field_left_out_is_read_as_its_default(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "told_only"))
    found = told(flips_of(engine, facts, "parents", "A", "consult_unit_first"))
    assert found == {(("people[0].parents", "available", "implicated"),)}
    assert (("consensual", True, False),) in told(
        flips_of(engine, facts, "label", "case", "offence_on_circumstances")
    )


def test_an_adult_of_no_home_needs_one_to_be_a_child(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "told_only"), {"id": "C", "age": 40, "acts": ["forwarded"]})
    found = told(flips_of(engine, facts, "referral_unit", "C", "county_unit"))
    assert found == {(("people[2].age", 40, 17), ("people[2].home", "absent", "county"))}


def test_each_act_more_or_less_is_a_change_of_its_own(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "kept_other", "reported"))
    (flip,) = (
        each
        for each in flips_of(engine, facts, "outcome", "B", "no_code")
        if told((each,)) == {(("people[1].acts", ("kept_other", "reported"), ("reported",)),)}
    )
    assert flip.paragraph == "IG11"
    kept = two_friends(engine, child("B", "kept_other"))
    found = told(flips_of(engine, kept, "outcome", "B", "no_code"))
    assert (
        ("people[1].acts", ("kept_other",), ()),
        ("people[1].acts", (), ("reported",)),
    ) in found, "each change starts from the list that the one before it left"


def test_elements_are_taken_out_last_and_from_the_end(engine: Engine) -> None:
    factors = [FORWARDING, {"kind": "force", "grade": "believed", "by": "B"}]
    facts = two_friends(engine, child("B", "forwarded", deletion="pending"), factors=factors)
    for flip in flips_of(engine, facts, "outcome", "A", "code_21"):
        paths = [change.fact for change in flip.changes]
        gone = [path for path in paths if path.endswith("]")]
        assert gone == ["factors[1]", "factors[0]"] == paths[-2:]
        again = engine.read_facts(document_of(changed(facts.data, flip.changes)))
        decision = engine.decide("outcome", "A", again)
        assert decision is not None
        assert decision.options["code_21"].verdict == "expected"


def test_a_reference_can_name_somebody_else_and_lists_of_references_never_change(engine: Engine) -> None:
    factor = {"kind": "bullying", "grade": "suspected", "by": "unknown", "against": ["A"]}
    facts = two_friends(engine, child("B", "kept_other"), child("C", "told_only"), factors=[factor])
    found = told(flips_of(engine, facts, "attributed_factors", "B", "bullying"))
    assert found == {(("factors[0].by", "unknown", "B"),)}
    everything = outcome_flips(engine, facts, "outcome", "A")
    paths = {change.fact for flips in everything.values() for flip in flips for change in flip.changes}
    assert paths
    assert not {path for path in paths if path.endswith((".against", ".id"))}


def test_what_no_facts_make_right_has_no_flips(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "forwarded"))
    assert flips_of(engine, facts, "notify", "A", "never") == ()
    assert flips_of(engine, facts, "factor_grade", "previous_warning", "suspected") == ()
    assert flips_of(engine, facts, "factor_grade", "force", "believed") == (), "factors are never added"


def test_what_is_expected_already_has_no_flips(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "told_only"))
    assert flips_of(engine, facts, "notify", "A", "now") == ()
    assert "now" not in outcome_flips(engine, facts, "notify", "A")


def test_a_flip_is_written_as_score_has_it(engine: Engine) -> None:
    facts = two_friends(engine, child("B", "forwarded"), factors=[FORWARDING])
    (flip,) = flips_of(engine, facts, "response", "case", "no_investigation")
    data = flip.as_data()
    assert data["changes"] == [{"fact": "factors[0]", "from": FORWARDING, "to": "absent"}]
    assert data.keys() == {"changes", "text", "paragraph"}


@pytest.mark.parametrize(
    ("question", "subject", "option"),
    [("response", "case", "nothing"), ("outcome", "Z", "code_1"), ("factor_grade", "A", "established"),
     ("unheard_of", "case", "now")],
)  # fmt: skip
def test_an_unknown_question_subject_or_option_is_refused(
    engine: Engine, question: str, subject: str, option: str
) -> None:
    facts = two_friends(engine, child("B", "told_only"))
    with pytest.raises(LookupError):
        flips_of(engine, facts, question, subject, option)
