"""Shortened titles («г-н», «гг.», «г.», «гр.»): which of them name a person, and the word that they stand for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from letterlint.checks import greetings
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph, Person
from letterlint.model import Zone
from letterlint.russian import morphology, names, surnames
from letterlint.russian.evenness import even_dashes

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_FORMS = {
    "господин": ("господин", "господина", "господину", "господина", "господином", "господине"),
    "госпожа": ("госпожа", "госпожи", "госпоже", "госпожу", "госпожой", "госпоже"),
    "господа": ("господа", "господ", "господам", "господ", "господами", "господах"),
    "гражданин": ("гражданин", "гражданина", "гражданину", "гражданина", "гражданином", "гражданине"),
    "гражданка": ("гражданка", "гражданки", "гражданке", "гражданку", "гражданкой", "гражданке"),
}
#: What stands after the hyphen -> the full word and its case.
_AFTER_G = {
    "н": ("господин", "nomn"),
    "на": ("господин", "gent"),
    "ну": ("господин", "datv"),
    "ном": ("господин", "ablt"),
    "не": ("господин", "loct"),
    "жа": ("госпожа", "nomn"),
    "жи": ("госпожа", "gent"),
    "же": ("госпожа", "datv"),
    "жу": ("госпожа", "accs"),
    "жой": ("госпожа", "ablt"),
    "жою": ("госпожа", "ablt"),
    "да": ("господа", "nomn"),
    "дам": ("господа", "datv"),
    "дами": ("господа", "ablt"),
}
_AFTER_GR = {
    "н": ("гражданин", "nomn"),
    "на": ("гражданин", "gent"),
    "ну": ("гражданин", "datv"),
    "ка": ("гражданка", "nomn"),
    "ки": ("гражданка", "gent"),
    "ке": ("гражданка", "datv"),
    "ку": ("гражданка", "accs"),
}
_ABBREVIATION = pattern(
    rf"(?<![\w.-])(?:г-(?P<g>{'|'.join(_AFTER_G)})|гр-(?P<gr>{'|'.join(_AFTER_GR)})"
    r"|(?P<one>г\.)|(?P<many>гг\.)|(?P<citizen>гр\.))(?![\w-])",
    re.IGNORECASE,
)
#: No name behind a title reaches farther.
_LONGEST_NAME = 90
_BLANK = "[ \u00a0]"
_INITIALS = rf"[А-ЯЁ]\.(?:{_BLANK}?[А-ЯЁ]\.)"
_SURNAME = r"[А-ЯЁ][а-ё]+(?:-[А-ЯЁ][а-ё]+)?"
_MISTER = pattern(
    rf"{_BLANK}{{0,2}}(?:(?P<before>{_INITIALS}){_BLANK}?(?P<named>{_SURNAME})"
    rf"|(?P<surname>{_SURNAME})(?:{_BLANK}(?P<after>{_INITIALS})(?!{_BLANK}?[А-ЯЁ][а-ё]))?)(?![\w-])"
)
_NEXT = pattern(rf"(?:,{_BLANK}|{_BLANK}и{_BLANK})(?:{_INITIALS}{_BLANK}?)?(?P<surname>{_SURNAME})(?![\w-])")
#: «в 2023–2024 гг.», «в 1990-е гг.»
_YEARS = pattern(r"(?:\d(?:-?[а-я]{1,3})?|_)\s*$")
#: «в 2024 г. Иванов», «проживает в г. Чехов А.П. Смирнов»: a year, a town.
_YEAR_OR_PLACE = pattern(r"(?:\d|[IVX]|(?<!\w)(?:в|во|из|из-под|под|близ|под|город|по адресу:?))\s*$", re.IGNORECASE)


class Title(NamedTuple):
    """A shortened title in full: the word, its case as far as it tells, and whether «г-н» stands undeclined."""

    word: str | None
    case: str | None


def find(text: str) -> Iterator[re.Match[str]]:
    """All that looks like a shortened title."""
    return _ABBREVIATION.finditer(even_dashes(text))


def written_out(short: str, title: Title, case: str | None) -> str | None:
    """The full word for ``short`` in ``case``, capitals kept; None where word or case is unknown."""
    if title.word is None or case is None:
        return None
    full = _FORMS[title.word][_CASES.index(case)]
    if len(short) > 3 and short.isupper():
        return full.upper()
    return full.capitalize() if short[0].isupper() else full


def meant(letter: Letter, paragraph: Paragraph, found: re.Match[str], zone: Zone) -> Title | None:
    """What an abbreviation stands for; None where it names no person («2024 г.», «г. Киров», «гр. 5»)."""
    if found["g"]:
        word, case = _AFTER_G[found["g"].lower()]
        return Title(word, _case_of_name(paragraph, found, word) or case if case == "nomn" else case)
    if found["gr"]:
        return Title(*_AFTER_GR[found["gr"].lower()]) if zone in _ADDRESSED else None
    if found["citizen"]:
        return _citizen(letter, paragraph, found) if zone in _ADDRESSED else None
    if found["one"]:
        return _mister(letter, paragraph, found, zone)
    return _misters(paragraph, found, zone)


_ADDRESSED = frozenset({Zone.ADDRESSEE, Zone.SALUTATION})


def _case_of_name(paragraph: Paragraph, found: re.Match[str], word: str) -> str | None:
    """The case of the name after an undeclined «г-н» («с г-н Смирновым»), where its form leaves no doubt."""
    gender = {"господин": "masc", "госпожа": "femn"}.get(word)
    beside = paragraph.text[found.start() : found.end() + _LONGEST_NAME]
    for name in names.find_names(beside)[:1]:
        if name.start - len(found[0]) in {1, 2} and name.gender == gender and name.case != "nomn":
            return name.case
    return None


def _citizen(letter: Letter, paragraph: Paragraph, found: re.Match[str]) -> Title | None:
    """«гр. Сидорову П.П.»; without a person after it «гр.» is a group or a gram."""
    at = paragraph.span.start + found.end()
    people = (*letter.people.addressees, *letter.people.greeted)
    for person in people:
        if person.name_span is not None and 0 <= person.name_span.start - at <= 2:
            gender = _gender(letter, person)
            case = "nomn" if paragraph.zone is Zone.SALUTATION else "datv"
            return Title({"masc": "гражданин", "femn": "гражданка"}.get(gender or ""), case)
    return Title(None, None) if _MISTER.match(paragraph.text, found.end()) else None


def _gender(letter: Letter, person: Person) -> str | None:
    """The gender of an addressee, by the name or by the salutation to the same person."""
    if person.gender:
        return person.gender
    twins = [
        greetings.gender_of(letter, one).form for one in letter.people.greeted if greetings.same_person(one, person)
    ]
    return twins[0] if len(twins) == 1 else None


def _mister(letter: Letter, paragraph: Paragraph, found: re.Match[str], zone: Zone) -> Title | None:
    """«г. Смирнов» is a person in a salutation, beside initials, or where the letter names him elsewhere."""
    person = _MISTER.match(paragraph.text, found.end())
    if person is None or found[0][0].isupper():
        return None
    if zone is Zone.SALUTATION:
        return Title("господин", "nomn")
    surname = person["surname"] or person["named"]
    if _YEAR_OR_PLACE.search(paragraph.text[max(0, found.start() - 12) : found.start()]):
        return None
    initials = person["before"] or person["after"]
    named = is_surname(surname) if initials else not _is_place(surname) and _is_known(letter, surname)
    return Title("господин", _common_case([surname])) if named else None


def _misters(paragraph: Paragraph, found: re.Match[str], zone: Zone) -> Title | None:
    """«гг. Иванов и Петров»; «2023–2024 гг.» and «гг. Тверь и Псков» are years and towns."""
    if zone is Zone.SALUTATION:
        return Title("господа", "nomn")
    person = _MISTER.match(paragraph.text, found.end())
    if person is None:
        return None
    listed = [person["surname"] or person["named"]]
    at = person.end()
    while len(listed) < 6 and (following := _NEXT.match(paragraph.text, at)):
        listed.append(following["surname"])
        at = following.end()
    if len(listed) < 2 or all(map(_is_place, listed)) or not all(map(is_surname, listed)):
        return None
    if _YEARS.search(paragraph.text[max(0, found.start() - 8) : found.start()]):
        return None
    return Title("господа", _common_case(listed))


def _is_place(word: str) -> bool:
    return morphology.has(word, "Geox")


def is_surname(word: str) -> bool:
    """Whether ``word`` is a surname of the dictionary, or has the ending of one."""
    return morphology.has(word, "Surn") or surnames.has_surname_ending(word)


def _is_known(letter: Letter, surname: str) -> bool:
    """Whether the letter names a man of this surname among its people."""
    people = letter.people
    known = {p.surname for p in (*people.addressees, *people.greeted, *people.signatories) if p.surname}
    return any(reading.nominative in known for reading in surnames.surname_readings(surname))


def _common_case(listed: list[str]) -> str | None:
    """The case in which all surnames can be men's; None where the forms leave it open."""
    cases = set(_CASES)
    for word in listed:
        readings = [r for r in surnames.surname_readings(word) if r.gender != "femn" and not r.rank]
        if None not in {reading.case for reading in readings}:
            cases &= {reading.case for reading in readings if reading.case}
    if cases == {"gent", "accs"}:
        return "gent"  # «господ» either way
    return cases.pop() if len(cases) == 1 else None
