"""The zones of a letter: the JSON of ``parse`` (contract, «JSON of parse») and a text for terminals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from letterlint.letter import Letter, PageStart, Paragraph, Person
from letterlint.reports import wording
from letterlint.reports.cells import clean, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterlint.reports.look import Look

_CASES = {
    "nomn": ("именительный падеж", "nominative"),
    "gent": ("родительный падеж", "genitive"),
    "datv": ("дательный падеж", "dative"),
    "accs": ("винительный падеж", "accusative"),
    "ablt": ("творительный падеж", "instrumental"),
    "loct": ("предложный падеж", "prepositional"),
}
_GENDERS = {"masc": ("мужской род", "masculine"), "femn": ("женский род", "feminine")}
_ROLES = {
    "addressees": ("Кому", "To"),
    "greeted": ("Обращение", "Greeted"),
    "signatories": ("Подписал", "Signed by"),
    "executors": ("Исполнитель", "Executor"),
}
_GAP = 2
_NARROWEST = 20  #: cells for the words, however long the names of zones are


def zones_document(letter: Letter, path: str) -> str:
    """The JSON of ``parse``."""
    document = {
        "version": 1,
        "path": path,
        "kind": letter.kind.value,
        "paragraphs": [_paragraph(paragraph) for paragraph in letter.paragraphs],
        "people": {role: [_person(person) for person in getattr(letter.people, role)] for role in _ROLES},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def zones_text(letter: Letter, look: Look) -> str:
    """The paragraphs with the names of their zones beside them, and the people below. Empty paragraphs are left out."""
    rows = list(_zone_rows(letter, look.lang))
    people = list(_people_rows(letter, look.lang))
    column = max((width(label) for label, _ in rows + people), default=0) + _GAP
    lines = [line for row in rows for line in _row(*row, column, look)]
    if people:
        lines.append("")
        lines.extend(line for row in people for line in _row(*row, column, look))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    block = paragraph.block
    return {
        "index": paragraph.index,
        "source": block.source,
        "zone": paragraph.zone.value,
        "text": paragraph.text,
        "page_break_before": block.page_start is PageStart.HARD,
        "container": block.container.value,
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "surname": person.surname,
        "given": person.given,
        "patronymic": person.patronymic,
        "initials": person.initials,
        "gender": person.gender,
        "case": person.case,
        "position": person.position,
    }


def _zone_rows(letter: Letter, lang: str) -> Iterator[tuple[str, str]]:
    before = None
    for paragraph in letter.written:
        yield ("" if paragraph.zone is before else wording.zone(paragraph.zone, lang)), paragraph.text
        before = paragraph.zone


def _people_rows(letter: Letter, lang: str) -> Iterator[tuple[str, str]]:
    for role, names in _ROLES.items():
        for number, person in enumerate(getattr(letter.people, role)):
            yield ("" if number else names[lang != "ru"]), _describe(person, lang)


def _describe(person: Person, lang: str) -> str:
    name = " ".join(part for part in (person.surname, person.given, person.patronymic, person.initials) if part)
    grammar = ", ".join(
        words[lang != "ru"]
        for words in (_GENDERS.get(person.gender or ""), _CASES.get(person.case or ""))
        if words is not None
    )
    words = ", ".join(part for part in (name, person.position) if part)
    shown = " ".join(words.split())  # a position may go over several lines
    return f"{shown} ({grammar})" if grammar else shown


def _row(label: str, text: str, column: int, look: Look) -> Iterator[str]:
    room = max(look.width - column, _NARROWEST)
    lines = [piece for line in text.splitlines() for piece in wrap(line, room, look.substitute)]
    for number, line in enumerate(lines):
        shown = clean(label, look.substitute) if number == 0 else ""
        yield shown.ljust(column) + line
