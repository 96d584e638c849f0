"""«г-н», «г-жа», «гг.», «гр.» before people, and «господин» with initials (standard, 2.5.9.1)."""

import re
from collections.abc import Iterator, Sequence

from letterlint.checks import abbreviations, greetings
from letterlint.checks.abbreviations import is_surname
from letterlint.checks.quotes import is_quoted
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph, Person, person_of
from letterlint.model import Match, Safety, Severity, Span, TextEdit, Zone
from letterlint.russian import morphology, names
from letterlint.russian.evenness import even_dashes

_TITLE = pattern(
    r"(?<![\w-])(?:господин(?:а|у|ом|е)?|госпож(?:а|и|е|у|ой)|г-н(?:а|у|ом|е)?|г-ж(?:а|и|е|у|ой))(?![\w-])",
    re.IGNORECASE,
)
#: No name behind a title reaches farther.
_LONGEST_NAME = 90
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


def title_abbreviated(letter: Letter, *, zones: Sequence[Zone], dative: bool = False) -> Iterator[Match]:
    """«г-н», «г-жа», «гг.», «г.» for господин, госпожа, господа in ``zones``; «гр.» where a person is addressed.

    An offence in the text is a warning. The edit keeps case and gender; with ``dative`` (an addressee block) the word
    is written out in the dative, whatever the letter says.
    """
    chosen = {Zone(zone) for zone in zones}
    greeted = [greeting.span for greeting in greetings.judged(letter)]
    for paragraph in letter.written:
        for found in abbreviations.find(paragraph.text):
            span = Span(paragraph.span.start + found.start(), paragraph.span.start + found.end())
            greeting = any(place.start <= span.start < place.stop for place in greeted)
            zone = Zone.SALUTATION if greeting else paragraph.zone
            if zone not in chosen or is_quoted(paragraph.text, found.start()):
                continue
            title = abbreviations.meant(letter, paragraph, found, zone)
            if title is not None:
                yield _in_full(found[0], span, title, zone, dative=dative)


def _in_full(short: str, span: Span, title: abbreviations.Title, zone: Zone, *, dative: bool) -> Match:
    severity = None if zone in {Zone.SALUTATION, Zone.ADDRESSEE} else Severity.WARNING
    full = abbreviations.written_out(short, title, "datv" if dative else title.case)
    if full is None:
        return Match(span, variant="unknown", severity=severity)
    return Match(span, edits=(TextEdit(span, full),), words={"full": full}, severity=severity)


def title_with_initials(letter: Letter, *, zones: Sequence[Zone]) -> Iterator[Match]:
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
    text, base = paragraph.text, paragraph.span.start
    for title in _TITLE.finditer(even_dashes(text)):
        span = Span(base + title.start(), base + title.end())
        if is_quoted(text, title.start()) or any(place.start <= span.start < place.stop for place in greeted):
            continue
        beside = text[title.start() : title.end() + _LONGEST_NAME]
        name = next(iter(names.find_names(beside)), None)
        gap = beside[len(title[0]) : name.start] if name else ""
        if name is None or not gap.isspace() or len(gap) > 2:
            continue
        match = _superfluous(letter, span, person_of(name, span.start))
        if match:
            yield match._replace(variant="text", severity=Severity.WARNING, safety=Safety.HINT)


def _superfluous(letter: Letter, title: Span, person: Person) -> Match | None:
    """What does not go with a title before ``person``: everything but the surname, or the title itself."""
    name = person.name_span
    if name is None or _is_foreign(person):
        return None
    extra = [span for kind, span in person.parts if kind != "surname"]
    surname = person.part("surname")
    if not extra or (len(person.parts) == 1 and person.given and _may_be_surname(greetings.words(letter, name))):
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


def _may_be_surname(word: str) -> bool:
    """«госпожа Белая», «господин Ли»: surnames that are first names too."""
    return is_surname(word) or morphology.has(word, "ADJF")


def _is_foreign(person: Person) -> bool:
    """«господин Ли Вэй», «господин Дж. Смит»: no patronymic, and a surname that is none of those that go with one."""
    if person.patronymic or person.surname is None or len(re.findall(r"[А-ЯЁ][а-ё]?", person.initials or "")) > 1:
        return False
    return not person.surname.lower().endswith(_EAST_SLAVIC)
