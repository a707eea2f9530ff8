"""The same record gives the same report, byte for byte, whenever and wherever it is made."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.classroom.findings.finding import findings_of
from simulator.report.of_class.report import class_report
from tests.classroom.findings.held import guide, held, voices

ROOT = Path(__file__).parents[3]
ELSEWHERE = """
import hashlib, json, sys
from simulator.classroom.findings.finding import findings_of
from simulator.report.of_class.report import class_report
from tests.classroom.findings.held import guide
events = json.load(sys.stdin)
report = class_report(findings_of(guide(), events))
print(json.dumps({name: hashlib.sha256(content).hexdigest() for name, content in report.items()}))
"""


def test_made_twice_it_is_the_same() -> None:
    class_ = held(4, voices(7), most=2)
    assert class_report(class_.findings) == class_report(class_.findings)


def test_made_from_the_kept_record_it_is_the_same() -> None:
    class_ = held(4, voices(7), most=2)
    kept = json.loads(json.dumps(class_.events, sort_keys=True))
    again = findings_of(guide(), kept)
    assert class_report(again) == class_report(class_.findings)


@pytest.mark.parametrize(
    ("hash_seed", "place"), [("0", {"TZ": "Asia/Tokyo", "LC_ALL": "C"}), ("4242", {"TZ": "America/Lima"})]
)
def test_another_process_elsewhere_makes_the_same(hash_seed: str, place: dict[str, str]) -> None:
    class_ = held(5, voices(7), most=2)
    ran = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=json.dumps(class_.events),
        env={**os.environ, **place, "PYTHONHASHSEED": hash_seed},
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    here = {
        name: hashlib.sha256(content).hexdigest() for name, content in class_report(class_.findings).items()
    }
    assert json.loads(ran.stdout) == here
