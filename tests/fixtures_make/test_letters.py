"""The golden letters: what the scripts promise, and that the right answers hang together."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from fixtures.make.__main__ import FOLDER, STEADY
from fixtures.make.letters_libreoffice import LETTERS as RESAVED
from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

SLUGS = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "expected.toml").exists())
TEXTS = [slug for slug in SLUGS if (FOLDER / slug / "letter.txt").exists()]
ZONES = FOLDER.parent / "zones"
ZONE_NAMES = frozenset(
    [
        "letterhead",
        "reference",
        "addressee",
        "subject",
        "salutation",
        "preamble",
        "body",
        "conclusion",
        "attachments",
        "signature",
        "executor",
        "copy",
        "appendix",
        "quote",
        "other",
    ]
)
RULES = [
    "ADR001",
    "ADR002",
    "ADR003",
    "ADR004",
    "SAL001",
    "SAL002",
    "SAL003",
    "SAL004",
    "SAL005",
    "SAL006",
    "SAL007",
    "SAL008",
    "SAL009",
    "SAL010",
    "SAL011",
    "STR001",
    "STR002",
    "STR004",
    "STR005",
    "SIG001",
    "SIG002",
    "SIG003",
    "SIG004",
    "SIG005",
    "SIG006",
    "SIG009",
    "EXM001",
    "EXM002",
    "EXM003",
    "EXM004",
    "EXM005",
    "EXM006",
    "EXM007",
    "EXM008",
    "APP001",
    "LNG003",
    "LNG004",
    "ACC008",
]


@cache
def expected(slug: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / slug / "expected.toml").read_text(encoding="utf-8"))


def members(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("slug", sorted(STEADY))
def test_script_gives_the_stored_letter(slug: str) -> None:
    assert members(STEADY[slug]()) == members((FOLDER / slug / "letter.docx").read_bytes())


@pytest.mark.parametrize("slug", sorted(RESAVED))
def test_libreoffice_letter_is_one_that_libreoffice_saved(slug: str) -> None:
    app = members((FOLDER / slug / "letter.docx").read_bytes())["docProps/app.xml"]
    assert "LibreOffice" in "".join(etree.fromstring(app).itertext())


def test_every_word_letter_has_a_script() -> None:
    assert {path.parent.name for path in FOLDER.glob("*/letter.docx")} >= STEADY.keys() | RESAVED.keys()


@pytest.mark.parametrize("slug", SLUGS)
def test_answers_hang_together(slug: str) -> None:
    answers = expected(slug)
    paragraphs = answers["paragraph"]
    findings = answers.get("finding", [])
    assert {paragraph["zone"] for paragraph in paragraphs} <= ZONE_NAMES
    assert all(paragraph["text"].strip() for paragraph in paragraphs)
    for finding in findings:
        assert finding["code"] in RULES
        if "text" in finding:
            assert finding["text"] in paragraphs[finding["paragraph"]]["text"]
    assert answers["clean"] == all(finding["severity"] == "info" for finding in findings)


@pytest.mark.parametrize("slug", TEXTS)
def test_answers_hold_every_word_of_a_text_letter(slug: str) -> None:
    data = (FOLDER / slug / "letter.txt").read_bytes()
    charset = {
        "tile-order-query": "windows-1251",
        "shipyard-congratulation": "windows-1251",
        "archive-reference": "koi8-r",
        "tailor-contract": "ibm866",
        "beekeepers-offer": "utf-16",
    }.get(slug, "utf-8-sig")
    labelled = Counter(word for paragraph in expected(slug)["paragraph"] for word in paragraph["text"].split())
    assert labelled == Counter(data.decode(charset).split())


def test_every_rule_of_the_list_occurs_twice() -> None:
    counts = Counter(finding["code"] for slug in SLUGS for finding in expected(slug).get("finding", []))
    assert {rule for rule in RULES if counts[rule] < 2} == set()


@pytest.mark.parametrize("path", sorted(ZONES.glob("*.txt")), ids=lambda path: path.stem)
def test_zone_case_is_in_the_notation(path: Path) -> None:
    line_form = re.compile(r"(?:\+?(?P<zone>[a-z]+)| +)\| \S")
    for letter in path.read_text(encoding="utf-8").split("=====\n"):
        lines = letter.splitlines()
        assert re.match(r"[a-z]+\| ", lines[0])
        for line in lines:
            found = line_form.match(line)
            assert found, line
            assert found["zone"] is None or found["zone"] in ZONE_NAMES
