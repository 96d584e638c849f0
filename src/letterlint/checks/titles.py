"""«г-н», «г-жа», «гг.», «гр.» before people, and «господин» with initials (standard, 2.5.9.1)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from letterlint.checks import greetings
from letterlint.checks.quotes import is_quoted
from letterlint.letter import Letter, Paragraph, Person
from letterlint.model import Match, Safety, Severity, Span, TextEdit, Zone
from letterlint.russian import morphology, names, surnames

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
_ABBREVIATION = re.compile(
    rf"(?<![\w.-])(?:г[-‐‑–](?P<g>{'|'.join(_AFTER_G)})|гр[-‐‑–](?P<gr>{'|'.join(_AFTER_GR)})"
    r"|(?P<one>г\.)|(?P<many>гг\.)|(?P<citizen>гр\.))(?![\w-])",
    re.IGNORECASE,
)
_BLANK = r"[ \u00a0\u202f]"
_INITIALS = rf"[А-ЯЁ]\.(?:{_BLANK}?[А-ЯЁ]\.)"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_MISTER = re.compile(
    rf"{_BLANK}{{0,2}}(?:(?P<before>{_INITIALS}){_BLANK}?(?P<named>{_SURNAME})"
    rf"|(?P<surname>{_SURNAME})(?:{_BLANK}(?P<after>{_INITIALS})(?!{_BLANK}?[А-ЯЁ][а-яё]))?)(?![\w-])"
)
_NEXT = re.compile(rf"(?:,{_BLANK}|{_BLANK}и{_BLANK})(?:{_INITIALS}{_BLANK}?)?(?P<surname>{_SURNAME})(?![\w-])")
#: «в 2024 г. Иванов», «проживает в г. Чехов А.П. Смирнов»: a year, a town.
_YEAR_OR_PLACE = re.compile(r"(?:\d|[IVX]|(?<!\w)(?:в|во|из|из-под|под|близ|под|город|по адресу:?))\s*$", re.IGNORECASE)
_TITLE = re.compile(
    r"(?<![\w-])(?:господин(?:а|у|ом|е)?|госпож(?:а|и|е|у|ой)|г[-‐‑–]н(?:а|у|ом|е)?|г[-‐‑–]ж(?:а|и|е|у|ой))(?![\w-])",
    re.IGNORECASE,
)
#: Endings of surnames whose bearers have a patronymic; «господин Томас Мюллер» has none.
_EAST_SLAVIC = (
    "ов",
    "ев",
    "ёв",
    "ин",
    "ын",
    "ий",
    "ой",
    "ко",
    "ук",
    "юк",
    "ич",
    "ых",
    "их",
    "ова",
    "ева",
    "ёва",
    "ина",
)


class _Title(NamedTuple):
    """A shortened title in full: the word, its case as far as it tells, and whether «г-н» stands undeclined."""

    word: str | None
    case: str | None


def title_abbreviated(letter: Letter, *, zones: Sequence[str], dative: bool = False) -> Iterator[Match]:
    """«г-н», «г-жа», «гг.», «г.» for господин, госпожа, господа in ``zones``; «гр.» where a person is addressed.

    An offence in the text is a warning. The edit keeps case and gender; with ``dative`` (an addressee block) the word
    is written out in the dative, whatever the letter says.
    """
    chosen = {Zone(zone) for zone in zones}
    greeted = [greeting.span for greeting in greetings.judged(letter)]
    for paragraph in letter.written:
        for found in _ABBREVIATION.finditer(paragraph.text):
            span = Span(paragraph.span.start + found.start(), paragraph.span.start + found.end())
            greeting = any(place.start <= span.start < place.stop for place in greeted)
            zone = Zone.SALUTATION if greeting else paragraph.zone
            if zone not in chosen or is_quoted(paragraph.text, found.start()):
                continue
            title = _meant(letter, paragraph, found, zone)
            if title is not None:
                yield _written_out(found[0], span, title, zone, dative=dative)


def _written_out(short: str, span: Span, title: _Title, zone: Zone, *, dative: bool) -> Match:
    severity = None if zone in {Zone.SALUTATION, Zone.ADDRESSEE} else Severity.WARNING
    case = "datv" if dative else title.case
    if title.word is None or case is None:
        return Match(span, variant="unknown", severity=severity)
    full = _FORMS[title.word][_CASES.index(case)]
    if len(short) > 3 and short.isupper():
        full = full.upper()
    elif short[0].isupper():
        full = full.capitalize()
    return Match(span, edits=(TextEdit(span, full),), words={"full": full}, severity=severity)


def _meant(letter: Letter, paragraph: Paragraph, found: re.Match[str], zone: Zone) -> _Title | None:
    """What an abbreviation stands for; None where it names no person («2024 г.», «г. Киров», «гр. 5»)."""
    if found["g"]:
        word, case = _AFTER_G[found["g"].lower()]
        return _Title(word, _case_of_name(paragraph, found, word) or case if case == "nomn" else case)
    if found["gr"]:
        return _Title(*_AFTER_GR[found["gr"].lower()]) if zone in _ADDRESSED else None
    if found["citizen"]:
        return _citizen(letter, paragraph, found) if zone in _ADDRESSED else None
    if found["one"]:
        return _mister(letter, paragraph, found, zone)
    return _misters(paragraph, found, zone)


_ADDRESSED = frozenset({Zone.ADDRESSEE, Zone.SALUTATION})


def _case_of_name(paragraph: Paragraph, found: re.Match[str], word: str) -> str | None:
    """The case of the name after an undeclined «г-н» («с г-н Смирновым»), where its form leaves no doubt."""
    gender = {"господин": "masc", "госпожа": "femn"}.get(word)
    for name in names.find_names(paragraph.text):
        if name.start - found.end() in {1, 2} and name.gender == gender and name.case != "nomn":
            return name.case
    return None


def _citizen(letter: Letter, paragraph: Paragraph, found: re.Match[str]) -> _Title | None:
    """«гр. Сидорову П.П.»; without a person after it «гр.» is a group or a gram."""
    at = paragraph.span.start + found.end()
    people = (*letter.people.addressees, *letter.people.greeted)
    for person in people:
        if person.name_span is not None and 0 <= person.name_span.start - at <= 2:
            gender = _gender(letter, person)
            case = "nomn" if paragraph.zone is Zone.SALUTATION else "datv"
            return _Title({"masc": "гражданин", "femn": "гражданка"}.get(gender or ""), case)
    return _Title(None, None) if _MISTER.match(paragraph.text, found.end()) else None


def _gender(letter: Letter, person: Person) -> str | None:
    """The gender of an addressee, by the name or by the salutation to the same person."""
    if person.gender:
        return person.gender
    twins = [
        greetings.gender_of(letter, one).form for one in letter.people.greeted if greetings.same_person(one, person)
    ]
    return twins[0] if len(twins) == 1 else None


def _mister(letter: Letter, paragraph: Paragraph, found: re.Match[str], zone: Zone) -> _Title | None:
    """«г. Смирнов» is a person in a salutation, beside initials, or where the letter names him elsewhere."""
    person = _MISTER.match(paragraph.text, found.end())
    if person is None or found[0][0].isupper():
        return None
    if zone is Zone.SALUTATION:
        return _Title("господин", "nomn")
    surname = person["surname"] or person["named"]
    before = paragraph.text[max(0, found.start() - 12) : found.start()]
    if _is_place(surname) or _YEAR_OR_PLACE.search(before):
        return None
    named = person["before"] or person["after"] or _is_known(letter, surname)
    return _Title("господин", _common_case([surname])) if named else None


def _misters(paragraph: Paragraph, found: re.Match[str], zone: Zone) -> _Title | None:
    """«гг. Иванов и Петров»; «2023–2024 гг.» and «гг. Тверь и Псков» are years and towns."""
    person = _MISTER.match(paragraph.text, found.end())
    if person is None or re.search(r"[\d_]\s*$", paragraph.text[: found.start()]):
        return None
    listed = [person["surname"] or person["named"]]
    at = person.end()
    while len(listed) < 6 and (following := _NEXT.match(paragraph.text, at)):
        listed.append(following["surname"])
        at = following.end()
    if zone is Zone.SALUTATION:
        return _Title("господа", "nomn")
    if any(map(_is_place, listed)) or not all(_is_surname(word) for word in listed):
        return None
    return _Title("господа", _common_case(listed))


def _is_place(word: str) -> bool:
    return morphology.has(word, "Geox")


def _is_surname(word: str) -> bool:
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


def title_with_initials(letter: Letter, *, zones: Sequence[str]) -> Iterator[Match]:
    """«господин», «госпожа» before initials, a first name or a patronymic in ``zones``.

    In the text it is a warning without an applied edit, because the initials may be needed there.
    """
    chosen = {Zone(zone) for zone in zones}
    judged = greetings.judged(letter)
    if Zone.SALUTATION in chosen:
        for greeting in judged:
            for person in greeting.people:
                before = [
                    title for title in greeting.titles if person.name_span and title.stop <= person.name_span.start
                ]
                if before and not greetings.is_template(letter, greeting):
                    match = _superfluous(letter, before[-1], person)
                    if match:
                        yield match
    spans = [greeting.span for greeting in judged]
    for paragraph in letter.zone(*(chosen - {Zone.SALUTATION})):
        yield from _in_text(letter, paragraph, spans)


def _in_text(letter: Letter, paragraph: Paragraph, greeted: Sequence[Span]) -> Iterator[Match]:
    titles = [m for m in _TITLE.finditer(paragraph.text) if not is_quoted(paragraph.text, m.start())]
    found = names.find_names(paragraph.text) if titles else []
    base = paragraph.span.start
    for title in titles:
        span = Span(base + title.start(), base + title.end())
        if any(place.start <= span.start < place.stop for place in greeted):
            continue
        for name in found:
            if title.end() < name.start <= title.end() + 2 and paragraph.text[title.end() : name.start].isspace():
                match = _superfluous(letter, span, _person(name, base))
                if match:
                    yield Match(
                        match.span,
                        edits=match.edits,
                        words=match.words,
                        variant="text",
                        severity=Severity.WARNING,
                        safety=Safety.HINT,
                    )


def _person(name: names.Name, base: int) -> Person:
    return Person(
        Span(base + name.start, base + name.stop),
        surname=name.surname,
        given=name.given,
        patronymic=name.patronymic,
        initials=name.initials,
        gender=name.gender,
        case=name.case,
        parts=tuple((kind, Span(base + start, base + stop)) for kind, start, stop in name.parts),
    )


def _superfluous(letter: Letter, title: Span, person: Person) -> Match | None:
    """What does not go with a title before ``person``: everything but the surname, or the title itself."""
    name = person.name_span
    if name is None or _is_foreign(person):
        return None
    extra = [span for kind, span in person.parts if kind != "surname"]
    surname = person.part("surname")
    if not extra:
        return None
    said = greetings.words(letter, title)
    if surname is None:
        whole = Span(title.start, name.stop)
        safety = None if person.given and person.patronymic else Safety.HINT
        rest = greetings.words(letter, name)
        beside = letter.text[title.stop : name.start].isspace()
        edits = (TextEdit(Span(title.start, name.start), ""),) if beside else ()
        return Match(whole if beside else name, edits=edits, words={"title": said, "right": rest}, safety=safety)
    span = Span(extra[0].start, extra[-1].stop)
    if span.start < surname.start < span.stop:
        return None
    gap = Span(surname.stop, span.stop) if span.start > surname.start else Span(span.start, surname.start)
    right = f"{said} {greetings.words(letter, surname)}"
    return Match(span, edits=(TextEdit(gap, ""),), words={"title": said, "right": right})


def _is_foreign(person: Person) -> bool:
    """«господин Ли Вэй», «господин Дж. Смит»: no patronymic, and a surname that is none of those that go with one."""
    if person.patronymic or person.surname is None or len(re.findall(r"[А-ЯЁ][а-яё]?", person.initials or "")) > 1:
        return False
    return not person.surname.lower().endswith(_EAST_SLAVIC)
