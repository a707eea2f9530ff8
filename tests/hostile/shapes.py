"""Good YAML and JSON that are no facts, or facts that are too much: what is written, and the first fault."""

from __future__ import annotations

import json

from .good import FACTS, crowd, factor, person


def _json(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))


SHAPES: dict[str, tuple[str | bytes, str]] = {
    "a list": ("[]", "1:1: a list stands where a mapping is needed"),
    "a text": ('"facts"', "1:1: the text 'facts' stands where a mapping is needed"),
    "a text of 60 kB": (
        _json("x" * 60_000),
        "1:1: the text 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' stands where",
    ),
    "null": ("null", "1:1: null stands where a mapping is needed"),
    "a number": ("7", "1:1: the number 7 stands where a mapping is needed"),
    "true": ("true", "1:1: true stands where a mapping is needed"),
    "an empty mapping": ("{}", "1:1: the key `format` is missing"),
    "choices": ('{"format": "choices/1", "choices": []}', "1:1: the key `id` is missing"),
    "a guidance pack": ('{"format": "guidance-pack/1"}', "1:1: the key `id` is missing"),
    "a later format": (
        '{"format": "case-facts/2", "id": "x", "people": []}',
        "1:12: 'case-facts/2' is not case-facts/1",
    ),
    "the format as a list": ('{"format": ["case-facts/1"]}', "1:1: the key `id` is missing"),
    "a key with a capital": (_json({**FACTS, "People": []}), "1:411: unknown key `People`"),
    "a key in markup": (_json({**FACTS, "[red]x[/red]": 1}), "1:411: unknown key `[red]x[/red]`"),
    "a key of 50,000 letters": (
        _json({**FACTS, "x" * 50_000: 1}),
        "1:411: unknown key `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`",
    ),
    "an empty key": (_json({**FACTS, "": 1}), "1:411: unknown key ``"),
    "an id of 201 letters": (_json({**FACTS, "id": "x" * 201}), "1:31: this text is too long"),
    "a person's id of 60,000 letters": (
        _json(crowd(2, people=[person(1, id="x" * 60_000)])),
        "1:55: this text is too long",
    ),
    "a person's id in Arabic": (
        _json(crowd(2, people=[person(1, id="أمير")])),
        "1:55: 'أمير' may not stand here",
    ),
    "a person's id in markup": (
        _json(crowd(2, people=[person(1, id="[b]A[/b]")])),
        "1:55: '[b]A[/b]' may not stand here",
    ),
    "a person's id with a space that does not break": (
        _json(crowd(2, people=[person(1, id="A\N{NO-BREAK SPACE}B")])),
        "1:55: 'A B' may not stand here",
    ),
    "an age in other digits": (
        _json(crowd(2, people=[person(1, age="١٤")])),
        "1:66: the text '١٤' stands where a whole number is needed",
    ),
    "a factor by oneself, not listed": (
        _json(crowd(2, factors=[factor(7)])),
        "1:216: 'P7' in by names nobody listed",
    ),
    "an id like that of an object": (
        _json(crowd(2, people=[person(1, id="__class__")])),
        "1:55: '__class__' may not stand here",
    ),
    "501 people": (_json(crowd(501)), "1:48: this list has too many entries"),
    "501 factors": (_json(crowd(2, factors=[factor(1)] * 501)), "1:174: this list has too many entries"),
}

WORST: dict[str, tuple[str | bytes, str]] = {
    "19,000 numbers for people": (
        _json({**FACTS, "people": [0] * 19_000}),
        "1:46: this list has too many entries",
    ),
    "19,000 empty people": (
        _json({**FACTS, "people": [{}] * 19_000}),
        "1:46: this list has too many entries",
    ),
    "19,000 unknown keys": (
        _json({**FACTS, **{f"k{number}": 1 for number in range(19_000)}}),
        "1:411: unknown key `k0`",
    ),
    "5,000 unknown keys much like a known one": (
        _json({**FACTS, **{f"people{number}": 1 for number in range(5_000)}}),
        "1:411: unknown key `people0`",
    ),
    "unknown keys of 200 letters": (
        _json({**FACTS, **{f"{'people' * 33}{number}": 1 for number in range(4_000)}}),
        "1:411: unknown key `peoplepeoplepeoplepeoplepeoplepeoplepeo…`",
    ),
    "19,000 numbers for acts": (
        _json(crowd(2, people=[person(1, acts=list(range(19_000)))])),
        "1:91: 0 is not one of took_own, permitted_own, shared_own, posted_own,",
    ),
    "19,000 times one act": (
        _json(crowd(2, people=[person(1, acts=["took_own"] * 19_000)])),
        "1:90: an entry stands in this list twice",
    ),
    "5,000 acts of 190 letters": (
        _json(crowd(2, people=[person(1, acts=["took_own" * 23] * 5_000)])),
        "1:90: an entry stands in this list twice",
    ),
    "500 people of one id": (_json(crowd(2, people=[person(1)] * 500)), "1:112: the id 'P1' stands twice"),
    "500 impossible people": (
        _json(crowd(2, people=[person(number, acts=["told_only", "kept_other"]) for number in range(500)])),
        "1:48: nobody shared an image",
    ),
    "500 factors by nobody": (
        _json(crowd(500, factors=[factor(number + 500) for number in range(500)])),
        "1:29492: 'P500' in by names nobody listed",
    ),
    "a choice of a megabyte": (
        _json({**FACTS, "investigation": "x" * 1_000_000}),
        "1:404: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is not one of none,",
    ),
    "a mapping of 9,000 for a choice": (
        _json({**FACTS, "investigation": {str(number): number for number in range(9_000)}}),
        "1:404: a mapping is not one of none, initial, initial_concluded, full,",
    ),
}
