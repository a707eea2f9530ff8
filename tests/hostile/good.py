"""Good inputs, which hostile ones are made of."""

from __future__ import annotations

import json
from typing import Any

Facts = dict[str, Any]

FACTS: Facts = {
    "format": "case-facts/1",
    "id": "two",
    "people": [
        {
            "id": "A",
            "age": 14,
            "home": "city",
            "acts": ["took_own", "shared_own"],
            "previous": "none",
            "agrees": True,
            "deletion": "satisfied",
            "parents": "available",
            "restorative": "given",
        },
        {"id": "B", "age": 13, "home": "county", "acts": ["kept_other"]},
    ],
    "factors": [
        {"kind": "force", "grade": "suspected", "by": "B", "against": ["A"], "triage": "inconclusive"}
    ],
    "consensual": True,
    "investigation": "full",
}

CHOICES: Facts = {
    "format": "choices/1",
    "choices": [
        {
            "question": "response",
            "subject": "case",
            "chosen": ["full_investigation"],
            "rationale": "A factor is suspected.",
            "confidence": 2,
            "cites": ["IG21"],
        }
    ],
}

CASE: Facts = {
    "format": "case/1",
    "id": "school-7",
    "seed": 7,
    "guidance": "derbyshire-2016",
    "pack": {"name": "school", "version": "1.0.0", "sha256": "0" * 64},
    "title": "A school, an image shared",
    "content_note": "Everything in it is fictional.",
    "names": {"A": "Ada", "B": "Bea"},
    "phases": [
        {
            "phase": "report",
            "narrative": [{"text": "A call.", "states": [], "evidence": ["e1"], "after": None}],
            "facts": FACTS,
            "questions": ["crime_report"],
        },
        {
            "phase": "assessment",
            "narrative": [
                {"text": "Notes.", "states": [], "evidence": [], "after": "enquiries=police_systems"}
            ],
            "facts": FACTS,
            "questions": ["response"],
        },
    ],
    "evidence": [
        {
            "id": "e1",
            "bears_on": {"kind": "force", "by": "B", "against": ["A"]},
            "kind": "account",
            "whose": "A",
            "first_hand": True,
            "independent_of": [],
            "for": True,
        }
    ],
    "exercises": {"rules": [], "paragraphs": ["IG21"]},
}


def line_of(data: object) -> bytes:
    """JSON in one line."""
    return json.dumps(data).encode() + b"\n"


def person(number: int, **keys: object) -> Facts:
    """One of many people."""
    return {"id": f"P{number}", "age": 14, "home": "city", "acts": ["shared_own"]} | keys


def factor(number: int, **keys: object) -> Facts:
    """One of many factors, by that person."""
    return {"kind": "force", "grade": "suspected", "by": f"P{number}"} | keys


def crowd(size: int, **keys: object) -> Facts:
    """Facts of that many people."""
    facts = {"format": "case-facts/1", "id": "crowd", "people": [person(number) for number in range(size)]}
    return facts | keys
