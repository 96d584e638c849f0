"""The addressee block: whether it says who is addressed, and in the dative (standard, 2.5.9.1; GOST)."""

import re
from collections.abc import Iterator

from letterlint import data
from letterlint.checks import greetings
from letterlint.checks.addressees import Block, Holder, block_of
from letterlint.lazy import pattern
from letterlint.letter import Letter, Person
from letterlint.model import Match, Safety, Severity, Span, TextEdit
from letterlint.russian import forenames, morphology, names, organisations, positions, surnames
from letterlint.russian.phrases import phrases

_WORD = pattern(r"[Ё-ё][Ё-ё-]+")
_LABEL = pattern(r"\s*(?:кому|куда|адресат|получатель)\s*:?\s+", re.IGNORECASE)
_INITIALS = pattern(r"(?<!\w)[А-ЯЁ]\.\s?[А-ЯЁ]\.(?!\w)|[А-ЯЁ][а-ё]+\s[А-ЯЁ]\.(?!\w)|(?<!\w)[А-ЯЁ]\.\s?[А-ЯЁ][а-ё]")
_CIRCULAR = pattern(r"(?<!\w)(?:по\s+списку|согласно\s+списку|всем|список\s+рассылки)(?!\w)", re.IGNORECASE)
_HOME = pattern(
    r"(?<!\w)(?:кв\.?\s?\d|д\.\s?\d|дом\s+\d|ул\.|улица|пр-т|просп|пер\.|бульвар|шоссе|проживающ|зарегистрированн|л/с)"
    r"|(?<!\d)\d{6}(?!\d)",
    re.IGNORECASE,
)
_CITIZEN = pattern(r"(?<!\w)(?:гр\.|гр-н|гр-к|граждан|проживающ)", re.IGNORECASE)


def addressee_complete(letter: Letter) -> Iterator[Match]:
    """An addressee block that names no person, or a person without position, or without surname and initials or name.

    An organisation alone is a warning. Silent for a citizen without a position, for a circular without a name.
    """
    block = block_of(letter)
    if block is None or _is_circular(block):
        return
    named = [holder.person for holder in block.holders if holder.person is not None]
    if not named:
        match = _nobody(block)
        if match is not None:
            yield match
        return
    for person in named:
        if not _is_full(person) and not (person.given and _is_honoured(block)):
            yield Match(
                paragraph=_paragraph_of(letter, person), words={"name": _written(letter, person)}, variant="name"
            )
    if not any(holder.position for holder in block.holders) and not _needs_no_position(block, named[0]):
        first = named[0]
        yield Match(paragraph=_paragraph_of(letter, first), words={"name": _written(letter, first)}, variant="position")


def _is_full(person: Person) -> bool:
    return bool(person.surname and (person.initials or person.given))


def _is_honoured(block: Block) -> bool:
    """«Епископу Энскому и Лесному Игнатию»: clergy bear no surname."""
    ranks = frozenset(data.words("honorifics"))
    return any(not morphology.lemmas(word).isdisjoint(ranks) for word in _WORD.findall(block.text))


def _written(letter: Letter, person: Person) -> str:
    return " ".join(greetings.words(letter, person.name_span).split()) if person.name_span else ""


def _paragraph_of(letter: Letter, person: Person) -> int | None:
    return letter.at(person.name_span.start).index if person.name_span else None


def _nobody(block: Block) -> Match | None:
    """A block without a name: a position whose holder is missing, or an organisation alone."""
    first = block.paragraphs[0]
    if any(_greets_reader(line) for paragraph in block.paragraphs for line in paragraph.text.split("\n")):
        return None
    held = [holder for holder in block.holders if holder.position is not None]
    if not held:
        return Match(paragraph=first.index, variant="organisation", severity=Severity.WARNING)
    if any(_may_be_name(line) for paragraph in block.paragraphs for line in paragraph.text.split("\n")):
        return None
    place = held[0].place
    at = next((p for p in block.paragraphs if place and p.span.start <= place.start < p.span.stop), first)
    position = held[0].position
    return Match(
        paragraph=at.index, words={"name": " ".join(position.text.split()) if position else ""}, variant="person"
    )


def _may_be_name(line: str) -> bool:
    """Whether a line may hold a name that nobody recognised: «Первому А.А.», «Майер-Шульц Хельге»."""
    if _INITIALS.search(line):
        return True
    words = line.strip(" ,.").split()
    if not 2 <= len(words) <= 3 or not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    return positions.find_position(words[0]) is None and not all(map(morphology.is_known, words))


def _is_circular(block: Block) -> bool:
    """«Руководителям …», «Жителям дома № 5», «(по списку)»: many are addressed."""
    if _CIRCULAR.search(block.text) or any(h.position and h.position.plural and not h.person for h in block.holders):
        return True
    first = _WORD.search(_LABEL.sub("", block.paragraphs[0].text))
    return first is not None and morphology.has(first[0], "NOUN", "plur", "datv", "anim")


def _greets_reader(line: str) -> bool:
    """«Потребителю по л/с …», «Собственнику помещения»: a nameless citizen or client."""
    first = _WORD.match(_LABEL.sub("", line).strip())
    if first is None:
        return False
    readers = [p.lemma for p in morphology.parses(first[0]) if p.has("NOUN", "anim", "datv") and not p.has("plur")]
    return any(phrases("collectives").is_whole(lemma) for lemma in readers)


def _needs_no_position(block: Block, person: Person) -> bool:
    """A citizen, or somebody whose position is a word that no list knows («Хормейстеру ансамбля …»)."""
    text = block.text
    if _CITIZEN.search(text) or any(map(_greets_reader, text.split("\n"))):
        return True
    if any(_begins_in_dative(line) for line in text.split("\n")):
        return True
    if _names_organisation(text):
        return False
    full = bool(person.surname and person.given and person.patronymic)
    return full or _HOME.search(text) is not None


def _begins_in_dative(line: str) -> bool:
    """Whether a line begins with a person's designation in the dative that is no name."""
    first = _WORD.match(_LABEL.sub("", line).strip())
    if first is None or phrases("greetings").at_start(line):
        return False
    return any(
        parse.has("datv") and parse.grammemes & {"NOUN"} and parse.has("anim")
        for parse in morphology.parses(first[0])
        if not parse.grammemes & {"Surn", "Name", "Patr", "Abbr"}
    ) and not morphology.has(first[0], "Surn")


def _names_organisation(text: str) -> bool:
    """Whether the block names an organisation: by legal form, a name in quotes, a word such as «администрация»."""
    if organisations.find_organisations(text) or "«" in text or '"' in text:
        return True
    return phrases("authorities").search(text) is not None or any(
        not morphology.lemmas(word).isdisjoint(_INSTITUTIONS) for word in _WORD.findall(text)
    )


_INSTITUTIONS = frozenset(
    {
        "администрация",
        "министерство",
        "департамент",
        "управление",
        "комитет",
        "отдел",
        "служба",
        "инспекция",
        "редакция",
    }
    | {"издательство", "институт", "университет", "школа", "больница", "поликлиника", "банк", "завод", "фонд", "филиал"}
)


def addressee_case(letter: Letter) -> Iterator[Match]:
    """A position or a surname of an addressee that stands in the nominative; one match for each person.

    Positions, and surnames whose dative nobody can doubt, are safe to change; other surnames only get an advice.
    """
    block = block_of(letter)
    for holder in block.holders if block else ():
        position = _position_edits(holder)
        name, certain = _name_edits(letter, holder.person) if holder.person else ((), True)
        edits = (*position, *(name if certain or not position else ()))
        if not position and not name:
            continue
        first = (position or name)[0].span
        last = (position or name[:1])[-1].span
        right = " … ".join(filter(None, (_said(letter, position), _said(letter, name))))
        yield Match(
            Span(first.start, last.stop),
            edits=edits,
            words={"right": right},
            variant="position" if position else "",
            safety=None if position or certain else Safety.HINT,
        )


def _said(letter: Letter, edits: tuple[TextEdit, ...]) -> str:
    """The words from the first to the last edit, as they should be."""
    if not edits:
        return ""
    start, stop = edits[0].span.start, edits[-1].span.stop
    text = letter.text[start:stop]
    for edit in reversed(edits):
        text = text[: edit.span.start - start] + edit.text + text[edit.span.stop - start :]
    return " ".join(text.split())


def _position_edits(holder: Holder) -> tuple[TextEdit, ...]:
    """The words of a nominative position that change in the dative."""
    if holder.position is None or holder.place is None or holder.position.case != "nomn" or holder.position.plural:
        return ()
    written = holder.position.text
    dative = positions.to_dative(written)
    if dative is None or dative == written:
        return ()
    old, new = list(re.finditer(r"\S+", written)), dative.split()
    if len(old) != len(new):
        return (TextEdit(holder.place, dative),)
    base = holder.place.start
    return tuple(
        TextEdit(Span(base + word.start(), base + word.end()), form)
        for word, form in zip(old, new, strict=True)
        if word[0] != form
    )


def _name_edits(letter: Letter, person: Person) -> tuple[tuple[TextEdit, ...], bool]:
    """The parts of a nominative name that change in the dative, and whether nobody can doubt the forms."""
    gender = person.gender or _gender_by_salutation(letter, person)
    if gender is None or not _is_nominative(person, gender):
        return (), True
    edits = []
    certain = True
    for kind, span in person.parts:
        nominative = {"surname": person.surname, "given": person.given, "patronymic": person.patronymic}.get(kind)
        if not nominative:
            continue
        sure = names.certain_dative(nominative, gender) if kind == "surname" else None
        form = sure or names.decline_part(kind, nominative, gender, "datv")
        written = greetings.words(letter, span)
        if form is None or form.lower() == written.lower():
            continue
        certain = certain and (sure is not None or (kind != "surname" and _is_sure_forename(kind, nominative, form)))
        edits.append(TextEdit(span, form.upper() if written.isupper() and len(written) > 1 else form))
    return tuple(edits), certain


def _is_nominative(person: Person, gender: str) -> bool:
    """Whether a name stands in the nominative; where its form does not tell («Шевчук О.И.»), the gender does."""
    if person.case is not None:
        return person.case == "nomn"
    if person.gender is not None or person.surname is None:
        return False
    readings = surnames.surname_readings(person.surname)
    return any(r.case == "nomn" and r.gender == gender for r in readings) and not any(
        r.case is None and r.gender in {gender, None} for r in readings
    )


def _is_sure_forename(kind: str, nominative: str, form: str) -> bool:
    readings = forenames.patronymic_readings(form) if kind == "patronymic" else forenames.given_readings(form)
    return any(reading.case == "datv" and reading.nominative == nominative for reading in readings)


def _gender_by_salutation(letter: Letter, person: Person) -> str | None:
    """The gender of the only person greeted, where it is the same person."""
    greeted = letter.people.greeted
    if len(greeted) != 1 or greetings.same_person(greeted[0], person) is False:
        return None
    return greetings.gender_of(letter, greeted[0]).form
