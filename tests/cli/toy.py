"""The command line over a toy engine, so that its tests depend on no rule: run as a script, it is ``letterlint``.

A letter is text, a paragraph a line. «г-н» is SAL005 (error), «меры» STR003 (warning), « - » TYP003 (info). A file that
says BROKEN is unreadable, CRASH crashes its reader, PART was read in part, NOTE with a reserve; SLOW takes its time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import letterlint.api
import letterlint.packs
from letterlint.errors import ReadError
from letterlint.letter import PARAGRAPH_SEPARATOR, Block, Letter, Paragraph, Report
from letterlint.model import Failure, Finding, Fix, Kind, Safety, Severity, Span, TextEdit, Zone
from letterlint.packs import Rule

_WORDS = {
    "SAL005": ("title-abbreviated", "г-н", Severity.ERROR, "2.5.9.1"),
    "STR003": ("missing-request", "меры", Severity.WARNING, "2.5.3"),
    "TYP003": ("dash", " - ", Severity.INFO, "etiquette"),
}


def rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(code, name, severity, (clause,), frozenset(Kind), "toy", {"word": word}, Safety.SAFE, {}, ())
        for code, (name, word, severity, clause) in _WORDS.items()
    )


def parse(source, *, name=None) -> Letter:
    if isinstance(source, bytes):
        text = source.decode("utf-8", "replace")
    elif Path(source).exists():
        text = Path(source).read_text(encoding="utf-8")
    else:
        raise ReadError("файл не найден", "file not found")
    if "BROKEN" in text:
        raise ReadError("файл повреждён", "the file is damaged")
    if "CRASH" in text:
        raise RecursionError("too deep")
    time.sleep(0.5 * ("SLOW" in text))
    paragraphs, offset = [], 0
    for index, line in enumerate(text.splitlines()):
        paragraphs.append(Paragraph(index, Zone.BODY, Span(offset, offset + len(line)), Block(line, index)))
        offset += len(line) + 1
    whole = PARAGRAPH_SEPARATOR.join(p.text for p in paragraphs)
    notes = [Failure("part", "колонтитул не прочитан", where="header1.xml")] if "PART" in text else []
    notes += [Failure("note", "рисунок не прочитан")] if "NOTE" in text else []
    return Letter(name or str(source), Kind.DOC, whole, tuple(paragraphs), notes=tuple(notes))


def check_file(path, chosen, lang="ru", data=None) -> Report:
    try:
        letter = parse(path) if data is None else parse(data, name=path)
    except ReadError as error:
        return Report(path, None, failures=(Failure(error.kind, error.reason if lang == "ru" else error.reason_en),))
    findings = tuple(_finding(letter, rule) for rule in chosen if rule.settings["word"] in letter.text)
    parts = tuple(note for note in letter.notes if note.kind != "note")
    return Report(path, letter, findings, parts, tuple(note for note in letter.notes if note.kind == "note"))


def _finding(letter: Letter, rule: Rule) -> Finding:
    start = letter.text.index(rule.settings["word"])
    span = Span(start, start + len(rule.settings["word"]))
    fix = Fix("", (TextEdit(span, "…"),), Safety.SAFE)
    paragraph = letter.at(start).index
    message = f"«{rule.settings['word']}» – № 1…"
    return Finding(
        rule.code, rule.name, rule.clauses, rule.severity, message, "Исправьте.", Zone.BODY, paragraph, span, fix=fix
    )


def find_files(paths):
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        found = sorted(Path(path).glob("**/*.txt"))
        if not found:
            raise ReadError(f"в папке «{path}» нет писем", f"no letters in folder “{path}”")
        yield from map(str, found)


def install(patch=setattr) -> None:
    """Put the toy in place of the engine."""
    patch(letterlint.api, "parse", parse)
    patch(letterlint.api, "check_file", check_file)
    patch(letterlint.api, "find_files", find_files)
    patch(letterlint.packs, "standard", rules)


if __name__ == "__main__":
    from letterlint.__main__ import main

    install()
    sys.exit(main())
