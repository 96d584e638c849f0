"""The mark of who made the letter: its presence, name, phone and person (standard, 2.5.9.7)."""

import re
from collections.abc import Iterator
from typing import Literal

from letterlint.checks.executorlooks import executor_font, executor_size
from letterlint.checks.executorplace import executor_position
from letterlint.lazy import pattern
from letterlint.letter import Letter, Person
from letterlint.model import DeleteParagraph, Match, Severity, Span, Zone
from letterlint.russian import forenames, names, phones, surnames

__all__ = [
    "executor_font",
    "executor_missing",
    "executor_name",
    "executor_phone",
    "executor_position",
    "executor_signatory",
    "executor_size",
]

_CAPITALISED = r"[А-ЯЁ][а-ё]+(?:-[А-ЯЁ][а-ё]+)?"
_THREE_WORDS = pattern(
    rf"(?<!\w)(?:(?!Исполнитель|Подготовил|Исп\b){_CAPITALISED})\s(?P<second>{_CAPITALISED})\s(?P<third>{_CAPITALISED})(?!\w)"
)
_BRACKETED_CODE = pattern(r"\(\s?\d{3,5}\s?\)")
#: «Фамилия Имя Отчество», «[ФИО]»: a template that ACC008 speaks about.
_TEMPLATE = pattern(r"(?<!\w)(?:фамилия|имя|отчество|ф\.?[ \u00a0]?и\.?[ \u00a0]?о\.?)(?!\w)|[\[{<$]", re.IGNORECASE)


def executor_missing(letter: Letter, *, require: bool = False) -> Iterator[Match]:
    """One match where there is no mark. An advice, unless ``require``: the signatory may have made the letter."""
    if letter.first(Zone.EXECUTOR) is None:
        severity = None if require else Severity.INFO
        yield Match(paragraph=letter.place_for(Zone.EXECUTOR), severity=severity)


def executor_name(letter: Letter) -> Iterator[Match]:
    """A name in the mark without surname, first name and patronymic in full; ``variant`` ``missing``: no name at all.

    A foreign name may lack the patronymic.
    """
    first = letter.first(Zone.EXECUTOR)
    if first is None:
        return
    written_out = list(_written_out(letter))
    people = [person for person in _people(letter) if not _lies_in(person, written_out)]
    full = {person.surname for person in people if _is_full(person)}
    full |= {letter.text[slice(*name)].split()[0] for name in written_out}
    for person in people:
        if not _is_full(person) and (person.surname is None or person.surname not in full):
            yield Match(person.name_span)
    if not people and not written_out and not any(_TEMPLATE.search(p.text) for p in letter.zone(Zone.EXECUTOR)):
        yield Match(paragraph=first.index, variant="missing")


def executor_phone(letter: Letter, *, want: Literal["number", "code"]) -> Iterator[Match]:
    """Where the mark has no phone (``want`` is ``number``), or none with its area code (``want`` is ``code``).

    Mobile numbers and 8-800 have their code; an extension beside a number with its code is no offence.
    """
    first = letter.first(Zone.EXECUTOR)
    if first is None:
        return
    found = [
        (Span(paragraph.span.start + phone.start, paragraph.span.start + phone.stop), phone)
        for paragraph in letter.zone(Zone.EXECUTOR)
        for phone in phones.find_phones(paragraph.text, bare=True)
    ]
    if not found:
        if want == "number":
            yield Match(paragraph=first.index)
    elif want == "code" and not any(phone.has_area_code for _, phone in found) and not _has_bracketed_code(letter):
        yield Match(found[0][0])


def executor_signatory(letter: Letter) -> Iterator[Match]:
    """One match at the mark where the person in it also signs the letter; the edit takes the mark out."""
    mark = list(letter.zone(Zone.EXECUTOR))
    if not mark or not (_signs_too(letter) or _is_printed_in_signature(letter)):
        return
    sources = {paragraph.block.source for paragraph in mark}
    alone = all(p.zone is Zone.EXECUTOR for p in letter.written if p.block.source in sources)
    edits = tuple(DeleteParagraph(paragraph.index) for paragraph in mark) if alone else ()
    yield Match(paragraph=mark[0].index, edits=edits)


def _signs_too(letter: Letter) -> bool:
    signatories = [_name(person) for person in letter.people.signatories if person.name_span is not None]
    executors = [_name(person) for person in letter.people.executors if person.name_span is not None]
    return any(names.same_person(one, other) for one in executors for other in signatories)


def _is_printed_in_signature(letter: Letter) -> bool:
    """Whether a name written out in the mark stands in the signature, in full or with initials."""
    signature = "".join("".join(paragraph.text.split()) for paragraph in letter.zone(Zone.SIGNATURE))
    for name in _written_out(letter):
        words = letter.text[slice(*name)].split()
        surname, given, father = words if forenames.patronymic_readings(words[2]) else (words[2], *words[:2])
        initials = f"{given[0]}.{father[0]}."
        for form in (initials + surname, surname + initials, surname + given + father):
            place = signature.find(form)
            if place >= 0 and not signature[place + len(form) : place + len(form) + 1].islower():
                return True
    return False


def _has_bracketed_code(letter: Letter) -> bool:
    """«8 (34377) 000-18-42»: the code is there, though the number has a figure too many."""
    return any(_BRACKETED_CODE.search(paragraph.text) for paragraph in letter.zone(Zone.EXECUTOR))


def _written_out(letter: Letter) -> Iterator[Span]:
    """The places of three capitalised words of which one is a patronymic: a name in full, whatever the others are.

    «Хисамова Лиана Маратовна» and «Столяров Фёдор Макарович» are names, though «лиана» and «столяр» are common words.
    """
    for paragraph in letter.zone(Zone.EXECUTOR):
        for found in _THREE_WORDS.finditer(paragraph.text):
            if any(forenames.patronymic_readings(word) for word in (found["second"], found["third"])):
                yield Span(paragraph.span.start + found.start(), paragraph.span.start + found.end())


def _lies_in(person: Person, places: list[Span]) -> bool:
    name = person.name_span
    return name is not None and any(place.start <= name.start and name.stop <= place.stop for place in places)


def _people(letter: Letter) -> Iterator[Person]:
    """The people of the mark; «Мария Иванова, 8 (495)…» is one, though it may be read as a street and two names."""
    last: Person | None = None
    for person in letter.people.executors:
        if person.name_span is None:
            continue
        if last is not None and last.name_span is not None and _is_rest_of(letter, last, person):
            last = last._replace(
                name_span=Span(last.name_span.start, person.name_span.stop),
                surname=last.surname or person.surname,
                given=last.given or person.given,
            )
            continue
        if last is not None:
            yield last
        last = person
    if last is not None:
        yield last


def _is_rest_of(letter: Letter, one: Person, other: Person) -> bool:
    """Whether a first name and a surname stand side by side."""
    if one.name_span is None or other.name_span is None or bool(one.surname) == bool(other.surname):
        return False
    apart = letter.text[one.name_span.stop : other.name_span.start] not in {" ", "\u00a0"}
    return not apart and one.initials is None and other.initials is None


def _is_full(person: Person) -> bool:
    if person.surname is None or person.given is None:
        return False
    return person.patronymic is not None or _is_foreign(person.surname, person.given)


def _is_foreign(surname: str, given: str) -> bool:
    """Whether a name may have no patronymic: no dictionary has its first name, or its surname has no ending of ours."""
    return not forenames.given_readings(given) or not surnames.has_surname_ending(surname)


def _name(person: Person) -> names.Name:
    return names.Name(
        0, 0, person.surname, person.given, person.patronymic, person.initials, person.gender, person.case
    )
