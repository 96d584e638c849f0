"""The JSON of ``check`` (contract, «JSON of check»): one document, or a line for each file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from letterlint import __version__
from letterlint.model import (
    DeleteParagraph,
    Edit,
    Failure,
    Finding,
    Fix,
    InsertParagraph,
    PageEdit,
    Safety,
    Severity,
    StyleEdit,
    TextEdit,
)
from letterlint.reports import place
from letterlint.reports.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterlint.letter import Letter, Report

_Object = dict[str, Any]


def check_document(reports: Iterable[Report]) -> str:
    """The whole document. ``reports`` are used up one by one: no letter is kept."""
    files: list[_Object] = []
    errors: list[_Object] = []
    tally = Tally()
    for report in reports:
        tally.add(report)
        if report.letter is not None:
            files.append(_file(report, report.letter))
        errors.extend(_errors(report))
    document = {
        "version": 1,
        "tool": {"name": "letterlint", "version": __version__},
        "files": files,
        "errors": errors,
        "summary": _summary(tally),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def file_lines(report: Report) -> str:
    """The lines of one report in ``jsonl``: its file, if it could be read, then its errors."""
    objects: list[_Object] = [] if report.letter is None else [{"file": _file(report, report.letter)}]
    objects.extend({"error": error} for error in _errors(report))
    return "".join(_line(item) for item in objects)


def summary_line(tally: Tally) -> str:
    """The last line of ``jsonl``."""
    return _line({"summary": _summary(tally)})


def _line(value: _Object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _file(report: Report, letter: Letter) -> _Object:
    return {
        "path": report.path,
        "kind": letter.kind.value,
        "notes": [_failure(report.path, note) for note in report.notes],
        "findings": [_finding(letter, finding) for finding in report.findings],
    }


def _errors(report: Report) -> list[_Object]:
    return [_failure(report.path, failure) for failure in report.failures]


def _failure(path: str, failure: Failure) -> _Object:
    return {
        "path": failure.path or path,
        "kind": failure.kind,
        "rule": failure.rule,
        "where": failure.where,
        "message": failure.message,
    }


def _finding(letter: Letter, finding: Finding) -> _Object:
    where = place.of(letter, finding)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "clause": finding.clauses[0] if finding.clauses else None,
        "clauses": list(finding.clauses),
        "message": finding.message,
        "suggestion": finding.suggestion,
        "zone": finding.zone.value if finding.zone is not None and where.paragraph is not None else None,
        **where._asdict(),
        "attachment": finding.attachment,
        "header": finding.header,
        "fix": _fix(letter, finding.fix),
    }


def _fix(letter: Letter, fix: Fix | None) -> _Object | None:
    if fix is None or fix.safety is Safety.HINT:
        return None
    return {"safety": fix.safety.value, "edits": [_edit(letter, edit) for edit in fix.edits]}


def _edit(letter: Letter, edit: Edit) -> _Object:
    match edit:
        case TextEdit(span, text):
            where = place.within(letter, span)
            return {"paragraph": where.paragraph, "start": where.start, "end": where.end, "insert": text}
        case StyleEdit(paragraph, name, value, span):
            start, end = (None, None) if span is None else place.within(letter, span)[1:3]
            return {"paragraph": paragraph, "start": start, "end": end, "style": name, "value": value}
        case InsertParagraph(before, text):
            return {"insert_before": before, "text": text}
        case DeleteParagraph(paragraph):
            return {"delete": paragraph}
        case PageEdit(_, name, value):
            return {"page": name, "value": value}


def _summary(tally: Tally) -> _Object:
    return {
        "files": tally.files,
        **{severity.value: tally.severities[severity] for severity in Severity},
        "fixable": tally.fixable,
        "unsafe_fixable": tally.unsafe_fixable,
    }
