"""Over every fixture: places are exact, paragraphs make up the text, numbering is without gaps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import letterlint
from letterlint.letter import PARAGRAPH_SEPARATOR
from letterlint.reports import json as json_report

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
LETTERS = sorted(
    [*FIXTURES.glob("letters/*/letter.*"), *FIXTURES.glob("quality/a/*.docx"), *FIXTURES.glob("quality/a/*.txt")]
)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_places_are_exact(path: Path) -> None:
    report = letterlint.check(path)
    letter = report.letter
    assert letter is not None
    assert letter.text == PARAGRAPH_SEPARATOR.join(paragraph.text for paragraph in letter.paragraphs)
    for number, paragraph in enumerate(letter.paragraphs):
        assert paragraph.index == number
        assert letter.text[slice(*paragraph.span)] == paragraph.text
        for run in paragraph.block.runs:
            assert 0 <= run.start < run.stop <= len(paragraph.text)
    assert not report.failures
    [file] = json.loads(json_report.check_document([report]))["files"]
    for finding in file["findings"]:
        if finding["start"] is None:
            assert finding["text"] is None
        else:
            text = letter.paragraphs[finding["paragraph"]].text
            assert finding["text"] == text[finding["start"] : finding["end"]]
            assert finding["text"].strip()


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_people_are_where_they_say(path: Path) -> None:
    letter = letterlint.parse(path)
    people = letter.people
    for person in (*people.addressees, *people.greeted, *people.signatories, *people.executors):
        for span in (person.name_span, person.position_span, person.title_span, *(span for _, span in person.parts)):
            if span is not None:
                assert letter.text[slice(*span)].strip()
                assert PARAGRAPH_SEPARATOR not in letter.text[slice(*span)]
