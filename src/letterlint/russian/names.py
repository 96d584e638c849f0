"""Names of people: where they stand in a text, their parts, case and gender; comparing and declining them."""

import re
from functools import lru_cache
from typing import NamedTuple

from letterlint.russian.declension import certain_dative, decline_part
from letterlint.russian.evenness import even
from letterlint.russian.forenames import FATHER_WORDS, given_readings, patronymic_readings, unknown_given_readings
from letterlint.russian.namescan import Part, scan
from letterlint.russian.surnames import Reading, surname_readings

__all__ = ["Name", "certain_dative", "decline", "decline_part", "find_names", "same_person"]

_LATIN = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")
#: Sets of cases that one written form of a name may leave open, and the case a letter means by it.
_SYNCRETISM = (
    (frozenset({"datv", "loct"}), "datv"),
    (frozenset({"gent", "accs"}), "gent"),
    (frozenset({"nomn", "accs"}), "nomn"),
)


class Name(NamedTuple):
    """A person's name in a text.

    ``start`` and ``stop`` are the place of the whole name, ``parts`` its parts in written order as (kind, start,
    stop), kind being surname, given, patronymic or initials. ``surname``, ``given`` and ``patronymic`` are in the
    nominative where it is certain, else as written; ``initials`` without blanks and in Cyrillic («А.П.»). ``gender`` is
    ``masc``, ``femn`` or None, ``case`` pymorphy's name of the case, or None where the form does not tell.
    """

    start: int
    stop: int
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    initials: str | None = None
    gender: str | None = None
    case: str | None = None
    parts: tuple[tuple[str, int, int], ...] = ()


def find_names(text: str, *, expected_case: str | None = None, bare: bool = False) -> list[Name]:
    """The names of people in ``text``, from left to right, not overlapping.

    ``expected_case`` is the case in which a name is due here (``datv`` in an addressee block); it decides between
    cases that look alike. ``bare`` says that a name is due here, so that a lone surname, a lone first name, or two
    unknown capitalised words («Ли Вэй») are taken for one.
    """
    return list(_found(even(text), expected_case, bare))


@lru_cache(maxsize=1_000)
def _found(text: str, expected: str | None, bare: bool) -> tuple[Name, ...]:
    return tuple(_name(text, parts, expected) for parts in scan(text, bare=bare))


def same_person(one: Name, other: Name) -> bool | None:
    """Whether two names belong to one person; None where they have too little in common to say."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    surnames = _same_surname(one, other)
    forenames = _same_forenames(one, other)
    if False in (surnames, forenames):
        return False
    return True if surnames or forenames else None


def decline(name: Name, case: str) -> str | None:
    """``name`` in ``case``, its parts in written order; None where the gender, and so the form, is not known."""
    values = {
        "surname": name.surname,
        "given": name.given,
        "patronymic": name.patronymic,
        "initials": name.initials,
    }
    forms = []
    for kind, _, _ in name.parts:
        value = values[kind]
        form = decline_part(kind, value, name.gender, case) if value else None
        if form is None:
            return None
        forms.append(form)
    return " ".join(forms)


def _name(text: str, parts: tuple[Part, ...], expected: str | None) -> Name:
    values, gender, case = _described(tuple((part.kind, text[part.start : part.stop]) for part in parts), expected)
    return Name(
        start=parts[0].start,
        stop=parts[-1].stop,
        gender=gender,
        case=case,
        parts=tuple((part.kind, part.start, part.stop) for part in parts),
        **values,
    )


@lru_cache(maxsize=2_000)
def _described(
    parts: tuple[tuple[str, str], ...], expected: str | None
) -> tuple[dict[str, str], str | None, str | None]:
    """The parts (kind, as written) of a name in the nominative, with its gender and case."""
    readings = {kind: _readings(kind, written) for kind, written in parts if kind != "initials"}
    chosen, gender, case = _resolve(readings, expected)
    values = {
        kind: _initials(written) if kind == "initials" else _nominative(kind, written, chosen[kind])
        for kind, written in parts
    }
    return values, gender, case


def _readings(kind: str, written: str) -> tuple[Reading, ...]:
    words = written.split()
    last = words[-1].lower()
    if len(words) > 1 and last in FATHER_WORDS:
        return (Reading(None, FATHER_WORDS[last], " ".join([*(word.capitalize() for word in words[:-1]), last])),)
    if kind == "surname":
        return surname_readings(" ".join(words))
    if len(words) > 1:
        return (Reading(None, None, " ".join(words)),)
    if kind == "patronymic":
        return patronymic_readings(words[0])
    return given_readings(words[0]) or unknown_given_readings(words[0])


def _resolve(
    readings: dict[str, tuple[Reading, ...]], expected: str | None
) -> tuple[dict[str, list[Reading]], str | None, str | None]:
    """The readings of each part that go together, and the gender and case they leave."""
    pairs = _agreeing(readings, likely=True) or _agreeing(readings, likely=False)
    if not pairs:
        gender = _gender_of_first(readings)
        fitting = {kind: [r for r in options if r.gender in {gender, None}] for kind, options in readings.items()}
        return fitting, gender, _odd_case(fitting, expected)
    pairs = _expected_pairs(pairs, expected, only_surname=set(readings) == {"surname"})
    genders = {gender for _, gender in pairs}
    cases = {case for case, _ in pairs}
    gender = genders.pop() if len(genders) == 1 else None
    chosen = {
        kind: [r for r in options if any(_matches(r, pair) for pair in pairs)] for kind, options in readings.items()
    }
    return chosen, gender, _one_case(cases, expected)


_Pair = tuple[str | None, str | None]


def _agreeing(readings: dict[str, tuple[Reading, ...]], *, likely: bool) -> set[_Pair]:
    """The (case, gender) pairs in which all parts can be read; None stands for any case or gender."""
    pairs: set[_Pair] = {(None, None)}
    for options in readings.values():
        pairs = {
            (pair[0] or reading.case, pair[1] or reading.gender)
            for pair in pairs
            for reading in options
            if (not likely or reading.rank == 0) and _matches(reading, pair)
        }
    return pairs


def _matches(reading: Reading, pair: _Pair) -> bool:
    case, gender = pair
    return (reading.case is None or case is None or reading.case == case) and (
        reading.gender is None or gender is None or reading.gender == gender
    )


def _expected_pairs(pairs: set[_Pair], expected: str | None, *, only_surname: bool) -> set[_Pair]:
    """The pairs that the expected case leaves; a nominative, the usual mistake, where it leaves none.

    A surname alone that may be an unchanged woman's («Шевчук») is no evidence for the case, nor for the gender.
    """
    if expected is None or (only_surname and any(case is None for case, _ in pairs)):
        return pairs
    for wanted in (expected, "nomn"):
        left = {pair for pair in pairs if pair[0] == wanted}
        if left:
            return left
    return pairs


def _one_case(cases: set[str | None], expected: str | None) -> str | None:
    if len(cases) == 1:
        return next(iter(cases))
    if None in cases:
        return "nomn" if expected == "nomn" and "nomn" in cases else None
    if expected in cases:
        return expected
    return next((case for among, case in _SYNCRETISM if cases <= among), None)


def _odd_case(readings: dict[str, list[Reading]], expected: str | None) -> str | None:
    """Of parts in different cases («Смирнов Андрею Петровичу») the case of the first that is not as expected."""
    for options in readings.values():
        cases = {reading.case for reading in options}
        if expected and cases and cases.isdisjoint({expected, None}):
            return _one_case(cases, expected)
    return None


def _gender_of_first(readings: dict[str, tuple[Reading, ...]]) -> str | None:
    """The gender by the best witness (patronymic, first name, surname) where the parts disagree."""
    for kind in ("patronymic", "given", "surname"):
        genders = {reading.gender for reading in readings.get(kind, ()) if reading.rank == 0}
        if len(genders) == 1 and None not in genders:
            return genders.pop()
    return None


def _nominative(kind: str, written: str, readings: list[Reading]) -> str:
    best = min((reading.rank for reading in readings), default=0)
    forms = [reading.nominative for reading in readings if reading.rank == best]
    if forms and forms[0].lower() == written.lower() and not written.isupper():
        return written  # «Ахунд-заде» has a small second half
    if forms and (len(set(forms)) == 1 or kind != "surname"):
        return forms[0]  # first names: the likelier of «Анна» and «Аннэ»
    words = written.replace("\u00ad", "").split()
    return " ".join("-".join(piece.capitalize() for piece in word.split("-")) for word in words)


def _initials(written: str) -> str:
    letters = re.sub(r"[^\w.-]", "", written).translate(_LATIN)
    if "." not in letters:
        letters = ".".join(letters) + "."
    return letters if letters.endswith(".") else letters + "."


def _same_surname(one: Name, other: Name) -> bool | None:
    if not one.surname or not other.surname:
        return None
    return not _surnames(one.surname).isdisjoint(_surnames(other.surname))


def _surnames(surname: str) -> set[str]:
    """What a surname, perhaps not in the nominative, may be in the nominative, for men and women; «ё» as «е»."""
    return {_plain(surname), *(_plain(reading.nominative) for reading in surname_readings(surname))}


def _same_forenames(one: Name, other: Name) -> bool | None:
    """Whether first names, patronymics and initials agree; None where no more than one initial can be compared."""
    pairs = list(zip(_forenames(one), _forenames(other), strict=False))
    if any(not _may_be_one(mine, yours) for mine, yours in pairs):
        return False
    return True if len(pairs) > 1 or any(len(mine) > 2 and len(yours) > 2 for mine, yours in pairs) else None


def _forenames(name: Name) -> list[str]:
    """First name and patronymic, or their initials, in small letters."""
    if name.given:
        return [_plain(part) for part in (name.given, name.patronymic) if part]
    return [_plain(letter) for letter in re.findall(r"\w+(?:\.-\w+)*", name.initials or "")]


def _may_be_one(mine: str, yours: str) -> bool:
    """Whether a first name (or patronymic) and another, or an initial, may be the same: «наталия» and «наталья» are."""
    if len(mine) <= 2 or len(yours) <= 2 or "." in mine + yours:
        return mine[:1] == yours[:1]
    return _soft(mine) == _soft(yours) or not _givens(mine).isdisjoint(_givens(yours))


def _soft(name: str) -> str:
    return name.replace("ия", "ья").replace("иев", "ьев")


def _givens(name: str) -> set[str]:
    readings = given_readings(name) or patronymic_readings(name) or unknown_given_readings(name)
    return {_soft(_plain(reading.nominative)) for reading in readings}


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
