from __future__ import annotations

import json

import pytest
from tests.reports.make import SALUTATION, finding, spot

from letterlint import __version__
from letterlint.letter import Report
from letterlint.model import (
    DeleteParagraph,
    Failure,
    Fix,
    InsertParagraph,
    PageEdit,
    Safety,
    Severity,
    Span,
    StyleEdit,
    TextEdit,
)
from letterlint.reports.json import check_document, file_lines, summary_line
from letterlint.reports.tally import Tally

FILE_KEYS = ["path", "kind", "notes", "findings"]
FAILURE_KEYS = ["path", "kind", "rule", "where", "message"]
FINDING_KEYS = [
    *("code", "name", "severity", "clause", "clauses", "message", "suggestion", "zone"),
    *("paragraph", "start", "end", "text", "attachment", "header", "fix"),
]
SUMMARY_KEYS = ["files", "error", "warning", "info", "fixable", "unsafe_fixable"]


def only_finding(**parts):
    report = Report("a/letter.docx", SALUTATION, findings=(finding(SALUTATION, **parts),))
    return json.loads(check_document([report]))["files"][0]["findings"][0]


def fixed(*edits, safety=Safety.SAFE):
    return only_finding(span=spot(SALUTATION, "г-н"), fix=Fix("", edits, safety))["fix"]


def test_the_example_of_the_contract():
    fix = Fix("", (TextEdit(spot(SALUTATION, "г-н"), "господин"),), Safety.SAFE)
    report = Report(
        "letter.docx",
        SALUTATION,
        findings=(finding(SALUTATION, spot(SALUTATION, "г-н"), fix=fix),),
        notes=(Failure("note", "рисунок не прочитан", where="word/media/1.png"),),
    )
    broken = Report("broken.docx", None, failures=(Failure("unreadable", "файл повреждён"),))
    document = json.loads(check_document([report, broken]))
    assert document == {
        "version": 1,
        "tool": {"name": "letterlint", "version": __version__},
        "files": [
            {
                "path": "letter.docx",
                "kind": "doc",
                "notes": [
                    {
                        "path": "letter.docx",
                        "kind": "note",
                        "rule": None,
                        "where": "word/media/1.png",
                        "message": "рисунок не прочитан",
                    }
                ],
                "findings": [
                    {
                        "code": "SAL005",
                        "name": "title-abbreviated",
                        "severity": "error",
                        "clause": "2.5.9.1",
                        "clauses": ["2.5.9.1"],
                        "message": "Слово «господин» сокращено.",
                        "suggestion": "Напишите его полностью.",
                        "zone": "salutation",
                        "paragraph": 1,
                        "start": 10,
                        "end": 13,
                        "text": "г-н",
                        "attachment": None,
                        "header": None,
                        "fix": {
                            "safety": "safe",
                            "edits": [{"paragraph": 1, "start": 10, "end": 13, "insert": "господин"}],
                        },
                    }
                ],
            }
        ],
        "errors": [
            {"path": "broken.docx", "kind": "unreadable", "rule": None, "where": None, "message": "файл повреждён"}
        ],
        "summary": {"files": 1, "error": 1, "warning": 0, "info": 0, "fixable": 1, "unsafe_fixable": 0},
    }


def test_keys_are_there_even_where_nothing_is():
    report = Report("x.txt", SALUTATION, findings=(finding(clauses=()),), failures=(Failure("rule", "…", rule="SAL1"),))
    document = json.loads(check_document([report]))
    assert list(document) == ["version", "tool", "files", "errors", "summary"]
    assert [list(file) for file in document["files"]] == [FILE_KEYS]
    assert list(document["files"][0]["findings"][0]) == FINDING_KEYS
    assert document["files"][0]["findings"][0]["clause"] is None
    assert [list(error) for error in document["errors"]] == [FAILURE_KEYS]
    assert list(document["summary"]) == SUMMARY_KEYS


def test_nothing_checked_is_still_a_document():
    document = json.loads(check_document([]))
    assert document["files"] == document["errors"] == []
    assert set(document["summary"].values()) == {0}


def test_the_text_is_the_slice_of_the_paragraph():
    found = only_finding(span=spot(SALUTATION, "И.И. Иванов"))
    paragraph = SALUTATION.paragraphs[found["paragraph"]].text
    assert (found["start"], found["end"]) == (9, 20)
    assert paragraph[found["start"] : found["end"]] == found["text"] == "И.И. Иванов"


def test_a_span_that_leaves_its_paragraph_is_cut_there():
    start = spot(SALUTATION, "Смирнов!").start
    found = only_finding(span=Span(start, start + 30))
    assert found["text"] == "Смирнов!"
    assert found["end"] == len(SALUTATION.paragraphs[1].text)


def test_something_missing_has_a_paragraph_and_no_words():
    found = only_finding(paragraph=3)
    assert (found["paragraph"], found["start"], found["end"], found["text"]) == (3, None, None, None)
    assert found["zone"] == "signature"


def test_the_whole_letter_has_no_place():
    found = only_finding()
    assert (found["paragraph"], found["zone"]) == (None, None)


def test_a_header_has_offsets_of_its_own():
    found = only_finding(span=Span(2, 5), header="Subject")
    assert (found["header"], found["start"], found["end"]) == ("Subject", 2, 5)
    assert (found["paragraph"], found["zone"]) == (None, None)


def test_an_attachment_has_no_place():
    found = only_finding(paragraph=1, attachment="договор\u202e.exe")
    assert found["attachment"] == "договор\u202e.exe"
    assert (found["paragraph"], found["zone"], found["start"]) == (None, None, None)


@pytest.mark.parametrize(
    ("edit", "shape"),
    [
        (TextEdit(spot(SALUTATION, "А.П."), ""), {"paragraph": 0, "start": 30, "end": 34, "insert": ""}),
        (
            StyleEdit(1, "alignment", "center"),
            {"paragraph": 1, "start": None, "end": None, "style": "alignment", "value": "center"},
        ),
        (
            StyleEdit(3, "size", 10.5, spot(SALUTATION, "Директор\t")),
            {"paragraph": 3, "start": 0, "end": 9, "style": "size", "value": 10.5},
        ),
        (InsertParagraph(1, "Уважаемые коллеги!", like=1), {"insert_before": 1, "text": "Уважаемые коллеги!"}),
        (DeleteParagraph(2), {"delete": 2}),
        (PageEdit(0, "margin_left", 30.0), {"page": "margin_left", "value": 30.0}),
    ],
)
def test_shapes_of_edits(edit, shape):
    assert fixed(edit) == {"safety": "safe", "edits": [shape]}


def test_a_hint_is_no_fix():
    assert fixed(DeleteParagraph(1), safety=Safety.HINT) is None


def test_fixes_are_counted_by_what_they_promise():
    tally = Tally()
    for safety in (Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.HINT):
        fix = Fix("", (DeleteParagraph(0),), safety)
        tally.add(Report("x", SALUTATION, findings=(finding(fix=fix, severity=Severity.INFO),)))
    assert json.loads(summary_line(tally))["summary"] == {
        "files": 4,
        "error": 0,
        "warning": 0,
        "info": 4,
        "fixable": 1,
        "unsafe_fixable": 2,
    }


def test_a_letter_read_in_part_is_in_files_and_in_errors():
    report = Report("x.docx", SALUTATION, failures=(Failure("part", "колонтитул", where="word/header1.xml"),))
    file, error = map(json.loads, file_lines(report).splitlines())
    assert file["file"]["path"] == "x.docx"
    assert error == {
        "error": {
            "path": "x.docx",
            "kind": "part",
            "rule": None,
            "where": "word/header1.xml",
            "message": "колонтитул",
        }
    }


def test_an_unreadable_file_is_only_an_error():
    lines = file_lines(Report("x.docx", None, failures=(Failure("unreadable", "…", path="x.docx"),)))
    assert list(json.loads(lines)) == ["error"]
    assert lines.count("\n") == 1
