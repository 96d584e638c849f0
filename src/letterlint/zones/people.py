"""Who is addressed, greeted, signs and made the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterlint.lazy import pattern
from letterlint.letter import Greeting, Paragraph, People, Person, person_of
from letterlint.model import Span, Zone
from letterlint.russian import morphology, names, positions
from letterlint.russian.phrases import phrases
from letterlint.zones import salutation

_GAP = pattern(r"[_\t]+|\s{3,}|\.{4,}")
_LABEL = pattern(
    r"(?:кому|куда|адресат|получатель|исп\w*|подготовил\w?|отв\w*\.?\s*исполнитель|контактное лицо)\s*[.:]\s*",
    re.IGNORECASE,
)
_TITLE = pattern(
    r"(?:г-н[уа]?|г-ж[еаи]|господин[ау]?|госпож[еаи]|гр(?:ажданин[ау]?|ажданк[еи])?|гр-н[уа]?|гр-к[еи])\.?\s+",
    re.IGNORECASE,
)
#: Surnames that may be the genitive of a man's name as well as the nominative of a woman's.
_GENITIVE = ("ова", "ева", "ёва", "ина", "ына")
#: «Приозёрной области», «Казанского университета»: a capitalised adjective, no surname.
_GOES_ON = pattern(r"[ \u00a0][а-ё]")
_SKIP = pattern(r"[\s/«\"()№\d.,)–—-]*")


def greetings(paragraphs: Sequence[Paragraph]) -> tuple[Greeting, ...]:
    """The salutations: those that stand as a zone, and those run into the first paragraphs of the text."""
    found = []
    for paragraph in paragraphs:
        if paragraph.zone in (Zone.SALUTATION, Zone.PREAMBLE) and paragraph.text.strip():
            greeting = salutation.take_apart(paragraph)
            if greeting is not None:
                found.append(greeting)
    return tuple(found)


def find(paragraphs: Sequence[Paragraph], greeted: Sequence[Greeting]) -> People:
    """All people of the letter that its zones name."""
    return People(
        addressees=_listed(paragraphs, Zone.ADDRESSEE, "datv"),
        greeted=tuple(person for greeting in greeted for person in greeting.people),
        signatories=_listed(paragraphs, Zone.SIGNATURE, "nomn"),
        executors=_listed(paragraphs, Zone.EXECUTOR, "nomn"),
    )


def _listed(paragraphs: Sequence[Paragraph], zone: Zone, case: str) -> tuple[Person, ...]:
    """The people of one zone: each name takes the position that was waiting for one, or the one that follows it."""
    people: list[Person] = []
    waiting: Person | None = None
    for paragraph in paragraphs:
        if paragraph.zone is not zone or len(paragraph.text) > 600:
            continue
        for person in _in_lines(paragraph, case):
            if person.name_span is None:
                if people and waiting is None and people[-1].position is None and zone is not Zone.ADDRESSEE:
                    people[-1] = _join(people[-1], person)
                else:
                    waiting = person if waiting is None else waiting
            elif waiting is not None and person.position is None:
                people.append(_join(person, waiting))
                waiting = None
            else:
                people.append(person)
    return tuple(_once(people))


def _once(people: Sequence[Person]) -> Iterator[Person]:
    """Each person once: a signatory stands again, in full, on the stamp of an electronic signature."""
    kept: list[Person] = []
    for person in people:
        if not any(_is_same(person, other) for other in kept):
            kept.append(person)
            yield person


def _is_same(one: Person, other: Person) -> bool:
    if one.surname != other.surname or one.surname is None:
        return False
    return [_initials(one)] == [_initials(other)] and None not in (_initials(one), _initials(other))


def _initials(person: Person) -> str | None:
    """«АП» for «А.П.» and for «Андрей Петрович»."""
    if person.initials:
        return person.initials.replace(".", "")
    return f"{person.given[0]}{person.patronymic[0]}" if person.given and person.patronymic else None


def _join(name: Person, position: Person) -> Person:
    return name._replace(
        position=position.position, position_span=position.position_span, position_case=position.position_case
    )


def _in_lines(paragraph: Paragraph, case: str) -> list[Person]:
    """The people of one paragraph: a person without ``name_span`` is a position that still wants a name."""
    text = _GAP.sub(lambda gap: " " * len(gap[0]), paragraph.text)
    base = paragraph.span.start
    found: list[Person] = []
    at = 0
    for name in _names(text, case):
        position = _position(text, at, name.start)
        found.append(_person(text, base, name, position))
        at = name.stop
    rest = _position(text, at, len(text))
    if rest is not None:
        holder = _positioned(Person(None), base, rest)
        if found and found[-1].position is None and at:
            found[-1] = _join(found[-1], holder)
        else:
            found.append(holder)
    return found


def _names(text: str, case: str) -> list[names.Name]:
    found = names.find_names(text, expected_case=case)
    if found:
        return [name for name in found if not _names_a_house(text, name, case)]
    bare = names.find_names(text, expected_case=case, bare=True) if len(text) <= 120 else []
    covered = positions.find_position(text[_SKIP.match(text).end() :])  # type: ignore[union-attr]
    return [
        name for name in bare if (covered is None or name.start >= covered.stop) and not _GOES_ON.match(text, name.stop)
    ]


def _names_a_house(text: str, name: names.Name, due: str) -> bool:
    """«Директору Дома-музея И.И. Вершинина»: a genitive after other words of its line, where a dative is due."""
    before = text[text.rfind("\n", 0, name.start) + 1 : name.start].split()
    if due != "datv" or not before or name.surname is None:
        return False
    if name.case == "gent":
        return not _TITLE.match(f"{before[0]} ")
    written = text[name.start : name.stop]
    readings = morphology.parses(before[-1].strip("«»,."))
    return written.endswith(_GENITIVE) and bool(readings) and readings[0].case == "gent" and readings[0].has("NOUN")


def _position(text: str, start: int, stop: int) -> tuple[int, positions.Position] | None:
    """The first position between two places of a text that begins a line, with where its own places count from."""
    while start < stop:
        found = _position_at(text, start, stop)
        if found is not None:
            return found
        start = text.find("\n", start, stop) + 1 or stop
    return None


def _position_at(text: str, start: int, stop: int) -> tuple[int, positions.Position] | None:
    begin = _SKIP.match(text, start, stop).end()  # type: ignore[union-attr]
    closing = phrases("closings").at_start(text[begin:stop])
    begin = _SKIP.match(text, begin + closing[1], stop).end() if closing else begin  # type: ignore[union-attr]
    label = _LABEL.match(text, begin, stop)
    begin = label.end() if label else begin
    title = _TITLE.match(text, begin, stop)
    begin = title.end() if title else begin
    title = _TITLE.search(text, begin, stop)
    stop = title.start() if title else stop
    found = positions.find_position(text[begin:stop]) if begin < stop else None
    return (begin, found) if found else None


def _person(text: str, base: int, name: names.Name, position: tuple[int, positions.Position] | None) -> Person:
    person = person_of(name, base)
    title = _title(text, base, name.start)
    if title is not None:
        person = person._replace(title_span=title)
    return _positioned(person, base, position) if position else person


def _positioned(person: Person, base: int, position: tuple[int, positions.Position]) -> Person:
    begin, found = position
    span = Span(base + begin + found.start, base + begin + found.stop)
    return person._replace(position=found.nominative, position_span=span, position_case=found.case)


def _title(text: str, base: int, stop: int) -> Span | None:
    """«г-ну» and its like right before a name."""
    titles = [m for m in _TITLE.finditer(text, max(0, stop - 20), stop) if m.end() == stop]
    return Span(base + titles[-1].start(), base + titles[-1].start() + len(titles[-1][0].rstrip())) if titles else None
