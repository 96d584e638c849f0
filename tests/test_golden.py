"""The golden letters, labelled by hand before any rule saw them: zones, findings, people."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import letterlint

LETTERS = Path(__file__).resolve().parent.parent / "fixtures" / "letters"
_BLANKS = re.compile(r"\s+")
#: rules that the labels cover
_COVERED = re.compile(r"ADR00[1-4]|SAL0\d\d|STR00[1245]|SIG00[1-69]|EXM00\d|APP001|LNG00[34]|ACC008")


def plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def load(slug: str) -> tuple[dict[str, Any], letterlint.Report]:
    folder = LETTERS / slug
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    [path] = folder.glob("letter.*")
    return expected, letterlint.check(path)


SLUGS = sorted(path.name for path in LETTERS.iterdir() if (path / "expected.toml").exists())


@pytest.mark.parametrize("slug", SLUGS)
def test_zones(slug: str) -> None:
    expected, report = load(slug)
    assert report.letter is not None
    found = [(p.zone.value, plain(p.text)) for p in report.letter.written]
    assert found == [(p["zone"], plain(p["text"])) for p in expected["paragraph"]]


@pytest.mark.parametrize("slug", SLUGS)
def test_findings(slug: str) -> None:
    expected, report = load(slug)
    assert report.letter is not None
    found = Counter((f.code, f.severity.value) for f in report.findings if _COVERED.fullmatch(f.code))
    assert found == Counter((f["code"], f["severity"]) for f in expected.get("finding", []))
    texts = {(f.code, plain(report.letter.text[slice(*f.span)])) for f in report.findings if f.span}
    for finding in expected.get("finding", []):
        words = [text for code, text in texts if code == finding["code"]]
        if finding.get("text") and words:
            labelled = plain(finding["text"])
            assert any(labelled in text or text in labelled for text in words), (finding, words)


#: The gender of a greeted person is told by the name alone: rules compare «Уважаемая», «госпожа» with it.
NOT_TOLD = {("sanatorium-guests-reply", "greeted", "gender")}


@pytest.mark.parametrize("slug", SLUGS)
def test_people(slug: str) -> None:
    expected, report = load(slug)
    assert report.letter is not None
    for role, wanted in expected.get("people", {}).items():
        people = getattr(report.letter.people, role)
        assert len(people) == len(wanted), (role, people)
        for person, keys in zip(people, wanted, strict=True):
            for key, value in keys.items():
                if (slug, role, key) in NOT_TOLD:
                    continue
                assert (getattr(person, key) or "") == value, (role, key, person)
