"""A case of the bundled guidance for tests, written by hand: two friends, and what came of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
from simulator.scoring.marks import points_by_question
from simulator.session.engine_guide import EngineGuide

if TYPE_CHECKING:
    from collections.abc import Mapping

PACK = Path(__file__).parents[2] / "plugins" / "simulator_guidance_derbyshire_2016"

REPORT = ["crime_report", "classification", "victim", "enquiries", "social_care_contact"]
FACTORS = ["factor_grade", "attributed_factors"]
DECISIONS = ["label", "offences", "response", "devices", "adult_line_of_enquiry"]
EACH = ["role", "notify", "concern", "referral_unit", "parents"]
CLOSING = ["deletion", "role", "outcome", "support"]


def facts(**case: Any) -> dict[str, Any]:
    """Amira's image was forwarded by Leo without her consent."""
    return {
        "format": "case-facts/1",
        "id": "two-friends",
        "people": [
            {
                "id": "A",
                "age": 14,
                "home": "city",
                "acts": ["took_own", "shared_own"],
                "deletion": "satisfied",
            },
            {"id": "B", "age": 15, "home": "county", "acts": ["forwarded"], "deletion": "satisfied"},
        ],
        "factors": [{"kind": "onward_forwarding", "grade": "believed", "by": "B", "against": ["A"]}],
        **case,
    }


def block(text: str, after: str | None = None) -> dict[str, Any]:
    return {"text": text, "states": [], "evidence": [], "after": after}


CASE: Mapping[str, Any] = {
    "format": "case/1",
    "id": "two-friends",
    "seed": None,
    "guidance": "derbyshire-2016",
    "title": "Two friends",
    "content_note": "Two children and an image. Nothing is described.",
    "names": {"A": "Amira", "B": "Leo"},
    "phases": [
        {
            "phase": "report",
            "narrative": [block("Amira told a teacher.")],
            "facts": facts(),
            "questions": REPORT,
        },
        {
            "phase": "assessment",
            "narrative": [
                block("Leo had the image on Thursday.", "enquiries=police_systems"),
                block("Social care had no entry.", "enquiries=social_care_systems"),
            ],
            "facts": facts(),
            "questions": [*FACTORS, *DECISIONS, *EACH],
        },
        {
            "phase": "outcome",
            "narrative": [block("The investigation ended."), block("Leo was cautioned.", "outcome=code_2")],
            "facts": facts(investigation="full_concluded"),
            "questions": CLOSING,
        },
    ],
    "evidence": [],
    "exercises": {"rules": [], "paragraphs": []},
}  # fmt: skip


@cache
def engine() -> Engine:
    """The bundled guidance's engine, read from its folder."""
    return Engine(read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]))


def run_scorers(scoring: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One scorer, of every decision."""
    return [{"name": "guidance", **points_by_question(scoring["decisions"])}]


def guide() -> EngineGuide:
    """The bundled guidance with one scorer."""
    return EngineGuide(engine(), run_scorers)
