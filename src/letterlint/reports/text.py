"""The report for people: a heading for each letter, under it what was found, in order of place."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from letterlint.model import Failure, Finding, Severity
from letterlint.reports import place, wording
from letterlint.reports.cells import clean, wrap
from letterlint.reports.quote import quote, underline
from letterlint.reports.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterlint.letter import Letter, Report
    from letterlint.reports.look import Look

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_FAILURE = "\x1b[31m"
_SIGNS = {Severity.ERROR: "^", Severity.WARNING: "~", Severity.INFO: "~"}
_INDENT = "  "
_QUOTE_INDENT = "    "
_DOT = " · "
_ARROW = "→ "
_NARROWEST = 30  #: below this a line holds no sentence; the terminal may break it


def letter_text(report: Report, look: Look) -> str:
    """All that the report says about one input, ending in an empty line; "" where there is nothing to say."""
    if report.letter is None:
        lines = [line for failure in report.failures for line in _unread(report.path, failure, look)]
    else:
        lines = list(_read(report, report.letter, look))
    return "".join(f"{line.rstrip()}\n" for line in [*lines, ""]) if lines else ""


def summary(tally: Tally, look: Look) -> str:
    """The closing line: «Проверено 3 письма: 2 ошибки, 1 замечание, 4 совета.»."""
    lang = look.lang
    parts = []
    if tally.files:
        checked = f"{wording.phrase('checked', lang)} {wording.count(tally.files, 'letter', lang)}"
        found = [wording.count(number, name, lang) for name, number in tally.severities.items() if number]
        parts.append(f"{checked}: {', '.join(found)}." if found else f"{checked}. {wording.phrase('clean', lang)}")
    else:
        parts.append(wording.phrase("none checked", lang))
    if tally.unread:
        parts.append(f"{wording.phrase('some unread', lang)} {wording.count(tally.unread, 'file', lang)}.")
    if tally.partial:
        parts.append(f"{wording.phrase('some partial', lang)} {wording.count(tally.partial, 'letter', lang)}.")
    lines = [_paint(look, _BOLD, line) for line in _wrap(" ".join(parts), look)]
    if tally.severities[Severity.INFO] and not look.show_info:
        lines.extend(_paint(look, _DIM, line) for line in _wrap(wording.phrase("folded", lang), look))
    return "".join(f"{line}\n" for line in lines)


def document(reports: Iterable[Report], look: Look) -> str:
    """The whole report in one piece."""
    tally = Tally()
    parts = []
    for report in reports:
        tally.add(report)
        parts.append(letter_text(report, look))
    return "".join([*parts, summary(tally, look)])


def failure_lines(path: str, failure: Failure, look: Look) -> str:
    """A failure without its letter: «письмо.docx: не прочитано: …» and the next step."""
    return "".join(f"{line}\n" for line in _unread(path, failure, look))


def _unread(path: str, failure: Failure, look: Look) -> Iterator[str]:
    text = f"{failure.path or path}: {wording.phrase('unread', look.lang)}: {_reason(failure)}"
    yield from (_paint(look, _FAILURE, line) for line in _wrap(text, look))
    yield from _arrow(wording.next_step(failure.kind, look.lang), look)


def _read(report: Report, letter: Letter, look: Look) -> Iterator[str]:
    if not (report.findings or report.failures or report.notes):
        return
    yield _paint(look, _BOLD, clean(report.path, look.substitute))
    shown = [f for f in report.findings if look.show_info or f.severity is not Severity.INFO]
    for number, finding in enumerate(shown):
        if number:
            yield ""
        yield from _finding(letter, finding, look)
    advice = () if look.show_info else (f for f in report.findings if f.severity is Severity.INFO)
    folded = sorted(advice, key=lambda finding: finding.code)
    blocks = [_folded(folded, look)] if folded else []
    blocks.extend(_trouble(failure, "failed", _FAILURE, look) for failure in report.failures)
    blocks.extend(_trouble(note, "note", _DIM, look) for note in report.notes)
    for number, block in enumerate(blocks):
        if number or shown:
            yield ""
        yield from block


def _finding(letter: Letter, finding: Finding, look: Look) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    head = [_where(finding, look.lang), finding.code, wording.severity(finding.severity, look.lang)]
    if finding.clauses:
        head.append(wording.clauses(finding.clauses, look.lang))
    yield from (_INDENT + _paint(look, colour, line) for line in _wrap(_DOT.join(head), look, _INDENT))
    yield from (_INDENT + line for line in _wrap(finding.message, look, _INDENT))
    yield from _quoted(letter, finding, look)
    yield from _arrow(finding.suggestion, look, _INDENT)


def _where(finding: Finding, lang: str) -> str:
    if finding.header is not None:
        return f"{wording.phrase('header', lang)} {finding.header}"
    if finding.attachment is not None:
        return f"{wording.phrase('attachment', lang)} {finding.attachment}"
    return wording.zone(finding.zone, lang) if finding.zone is not None else wording.phrase("whole letter", lang)


def _quoted(letter: Letter, finding: Finding, look: Look) -> Iterator[str]:
    """The paragraph with the offence underlined, or or the one that is meant or near a gap."""
    where = place.of(letter, finding)
    if where.paragraph is None:
        return
    text = letter.paragraphs[where.paragraph].text
    cells = max(look.width, _NARROWEST) - len(_QUOTE_INDENT)
    if where.start is not None and where.end is not None:
        line, marked = quote(text, where.start, where.end, cells, look.substitute)
        yield _QUOTE_INDENT + line
        yield _QUOTE_INDENT + _paint(look, _COLOURS[finding.severity], underline(marked, _SIGNS[finding.severity]))
    elif text.strip():
        near = wording.phrase("near", look.lang)
        line, _ = quote(text.strip(), 0, 0, cells - len(near), look.substitute)
        yield _QUOTE_INDENT + _paint(look, _DIM, near + line)


def _folded(findings: list[Finding], look: Look) -> Iterator[str]:
    """One line for each rule: «TYP003 × 23», with what the first of its findings says."""
    cells = max(look.width, _NARROWEST) - len(_INDENT)
    for code, group in groupby(findings, key=lambda finding: finding.code):
        same = list(group)
        head = clean(f"{wording.severity(Severity.INFO, look.lang)}{_DOT}{code} × {len(same)}", look.substitute)
        room = cells - len(head) - len(_DOT)
        line, _ = quote(same[0].message, 0, 0, max(room, 1), look.substitute)
        yield _INDENT + _paint(look, _COLOURS[Severity.INFO], head) + clean(_DOT, look.substitute) + line


def _trouble(failure: Failure, key: str, colour: str, look: Look) -> Iterator[str]:
    text = f"{wording.phrase(key, look.lang)}: {_reason(failure)}"
    yield from (_INDENT + _paint(look, colour, line) for line in _wrap(text, look, _INDENT))
    yield from _arrow(wording.next_step(failure.kind, look.lang), look, _INDENT)


def _reason(failure: Failure) -> str:
    return f"{failure.where}: {failure.message}" if failure.where else failure.message


def _arrow(text: str, look: Look, indent: str = _INDENT) -> Iterator[str]:
    """An advice on lines of its own, behind an arrow."""
    if not text:
        return
    arrow = clean(_ARROW, look.substitute)
    for number, line in enumerate(_wrap(text, look, indent + arrow)):
        yield indent + (" " * len(arrow) if number else arrow) + line


def _wrap(text: str, look: Look, indent: str = "") -> list[str]:
    return wrap(text, max(look.width, _NARROWEST) - len(indent), look.substitute)


def _paint(look: Look, colour: str, line: str) -> str:
    return f"{colour}{line}{_RESET}" if look.colour else line
