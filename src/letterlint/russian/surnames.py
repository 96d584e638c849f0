"""Surnames by their form: in which case and gender a written surname may stand, and its nominative."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from letterlint import data
from letterlint.russian import morphology

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reading(NamedTuple):
    """One way to read a written part of a name.

    ``case`` None means any case (indeclinable), ``gender`` None either gender. ``rank`` 0 is a likely reading, 1 one
    that counts only where no likely one fits the other parts of the name.
    """

    case: str | None
    gender: str | None
    nominative: str
    rank: int = 0


_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_VOWELS = "аеёиоуыэюя"
_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
#: Consonant stems that are surely no shortened surname in -а: «Шевчука» is the genitive of «Шевчук».
_CONSONANT_SURNAMES = ("ук", "юк", "ец", "ич", "ман", "ян", "янц", "ер", "берг", "штейн", "дт")
_FIXED = ("ко", "заде", "зода", "аго", "яго", "ово", "иа", "уа", "оа", "ых", "их", "швили", "дзе", "ани", "ели", "нте")
#: «супруги Смирновы»: several people, no reading of one.
_PLURAL = ("овы", "евы", "ёвы", "ины", "овыми", "иными", "ские", "цкие")
_FEMININE_OBLIQUE = ("gent", "datv", "ablt", "loct")


@lru_cache(maxsize=5_000)
def surname_readings(word: str) -> "tuple[Reading, ...]":
    """The readings of ``word`` as a surname: those of the dictionary, else by its ending; nominative in title case.

    Both halves of a double surname are read, and only readings that agree are kept; halves such as «Тер-» and
    «Бонч-» never change (``rules/language/fixed_surname_halves.txt``), nor does «Керим-Оглы».
    """
    word = word.replace("\u00ad", "").replace("‑", "-").lower()
    particle, _, word = word.rpartition(" ")
    if particle:
        return tuple(r._replace(nominative=f"{particle} {r.nominative}") for r in surname_readings(word))
    head, _, tail = word.rpartition("-")
    if not head:
        return _single(word)
    if never_changes(word):
        return (Reading(None, None, f"{_title(head)}-{_title(tail)}"),)
    if head in data.words("fixed_surname_halves"):
        first: tuple[Reading, ...] = (Reading(None, None, _title(head)),)
    else:
        first = surname_readings(head)
    joined = tuple(_join(first, _single(tail)))
    if joined:
        return joined
    return tuple(Reading(r.case, r.gender, f"{_title(head)}-{r.nominative}", r.rank) for r in _single(tail))


def never_changes(word: str) -> bool:
    """Whether ``word`` is a double surname that ends in «-оглы» and its like: the same in every case."""
    head, _, tail = word.rpartition("-")
    return bool(head) and tail.lower() in data.words("fixed_surname_tails")


def has_surname_ending(word: str) -> bool:
    """Whether the form of ``word`` alone says surname: -ов, -ев, -ин, -ский in any case, -енко, -швили, -ян, -оглы."""
    if never_changes(word):
        return True
    word = word.replace("\u00ad", "").lower().rpartition("-")[2]
    endings = ("енко", "швили", "адзе", "чук", "щук", "янц", "ович", "евич", "ску", "цкая", "ская", "цкий", "ский")
    if word.endswith((*endings, "ского", "скому", "цкого", "цкому", "ской", "цкой", "ским", "скую")) or (
        word.endswith(("ян", "яну", "яна")) and len(word) > 5
    ):
        return True
    stem = _possessive_stem(word)
    return stem is not None and len(stem) >= 4


def _join(first: "tuple[Reading, ...]", last: "tuple[Reading, ...]") -> "Iterator[Reading]":
    for one in first:
        for two in last:
            if _fits(one.case, two.case) and _fits(one.gender, two.gender):
                nominative = f"{one.nominative}-{two.nominative}"
                yield Reading(one.case or two.case, one.gender or two.gender, nominative, max(one.rank, two.rank))


def _fits(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one == two


def _single(word: str) -> "tuple[Reading, ...]":
    readings = [*_listed().get(word, ()), *_from_dictionary(word)]
    if not readings:
        return by_ending(word)
    if word.endswith("ой") and morphology.has(word, "ADJF", "masc", "nomn"):
        # «Яровой»: the dictionary knows the form only as that of «Яровая» in an oblique case.
        readings.append(Reading("nomn", "masc", _title(word), 1))
    if _is_noun(word) and Reading("nomn", "masc", _title(word)) in readings:
        # «Гайдай», «Цой»: unchanged for a woman, which the dictionary does not always say.
        readings.append(Reading(None, "femn", _title(word)))
    return tuple(dict.fromkeys(readings))


@cache
def _listed() -> "dict[str, list[Reading]]":
    """The readings of the forms in ``surname_forms.txt``."""
    cases = ("gent", "datv", "accs", "ablt", "loct")
    readings: dict[str, list[Reading]] = {}
    for nominative, whose, *forms in data.table("surname_forms"):
        gender = "masc" if whose == "m" else None
        if len(set(forms)) == 1:
            readings[nominative] = [Reading(None, gender, _title(nominative))]
            continue
        for case, form in zip(("nomn", *cases), (nominative, *forms), strict=True):
            readings.setdefault(form, []).append(Reading(case, gender, _title(nominative)))
        if gender == "masc":
            readings[nominative].append(Reading(None, "femn", _title(nominative)))
    return readings


def _is_noun(word: str) -> bool:
    return word[-1] in _CONSONANTS + "ьй" and _possessive_stem(word) is None and not _is_adjective(word)


def _from_dictionary(word: str) -> "Iterator[Reading]":
    if not morphology.is_known(word):
        return
    for parse in morphology.parses(word):
        if not parse.has("Surn") or parse.has("plur"):
            continue
        if parse.has("Fixd"):
            yield Reading(None, parse.gender, _title(word))
        else:
            nominative = parse.inflect("nomn", "sing")
            if nominative:
                yield Reading(parse.case, None if _is_common(nominative) else parse.gender, _title(nominative))


def _is_common(nominative: str) -> bool:
    """«Глинка», «Берия»: declined alike for men and women, whichever of them the dictionary names."""
    return nominative[-1] in "ая" and _possessive_stem(nominative) is None and not _is_adjective(nominative)


@lru_cache(maxsize=5_000)
def by_ending(word: str) -> "tuple[Reading, ...]":
    """The readings of a surname (small letters, no hyphen) that the dictionary does not know."""
    if len(word) < 2 or word.endswith(_PLURAL):
        return ()
    return tuple(dict.fromkeys(_endings(word)))


def _endings(word: str) -> "Iterator[Reading]":
    if word.endswith(_FIXED):
        yield Reading(None, None, _title(word))
        return
    stem = _possessive_stem(word)
    if stem is not None:
        yield from _possessive(stem, word[len(stem) :])
    yield from _adjective(word, 1 if stem is not None else 0)
    yield from _noun(word, 0 if stem is None and not _is_adjective(word) else 1)


def _possessive_stem(word: str) -> str | None:
    """«Смирнов» of «Смирнов», «Смирнову», «Смирновой»; None for other words."""
    for ending in ("", "а", "у", "е", "ым", "ом", "ой", "ою"):
        stem = word[: len(word) - len(ending)] if ending else word
        if word.endswith(ending) and stem.endswith(_POSSESSIVE) and len(stem) > 2:
            return stem
    return None


def _possessive(stem: str, ending: str) -> "Iterator[Reading]":
    masculine, feminine = _title(stem), _title(stem + "а")
    forms = {
        "": (("nomn", "masc"),),
        "а": (("nomn", "femn"), ("gent", "masc"), ("accs", "masc")),
        "у": (("datv", "masc"), ("accs", "femn")),
        "е": (("loct", "masc"),),
        "ым": (("ablt", "masc"),),
        "ом": (("ablt", "masc"),),
        "ой": tuple((case, "femn") for case in _FEMININE_OBLIQUE),
        "ою": (("ablt", "femn"),),
    }
    for case, gender in forms[ending]:
        yield Reading(case, gender, masculine if gender == "masc" else feminine)


_ADJECTIVE = {
    "ый": (("nomn", "masc"),),
    "ий": (("nomn", "masc"),),
    "ого": (("gent", "masc"), ("accs", "masc")),
    "его": (("gent", "masc"), ("accs", "masc")),
    "ому": (("datv", "masc"),),
    "ему": (("datv", "masc"),),
    "ая": (("nomn", "femn"),),
    "яя": (("nomn", "femn"),),
    "ую": (("accs", "femn"),),
    "юю": (("accs", "femn"),),
    "ой": (("nomn", "masc"), *((case, "femn") for case in _FEMININE_OBLIQUE)),
}


def _is_adjective(word: str) -> bool:
    if word.endswith("ей"):
        return morphology.has(word, "ADJF", "femn")
    return any(word.endswith(ending) and _has_vowel(word[: -len(ending)]) for ending in _ADJECTIVE)


def _has_vowel(word: str) -> bool:
    return any(letter in _VOWELS for letter in word)


def _adjective(word: str, rank: int) -> "Iterator[Reading]":
    for ending, forms in _ADJECTIVE.items():
        stem = word.removesuffix(ending)
        if stem == word or not _has_vowel(stem):
            continue
        for case, gender in forms:
            if gender == "femn":
                nominatives = [stem + ("яя" if ending in {"яя", "юю"} else "ая")]
            else:
                nominatives = [word] if case == "nomn" else _masculine_adjectives(stem, ending)
            for nominative in nominatives:
                yield Reading(case, gender, _title(nominative), rank)
    if word.endswith("ей") and _is_adjective(word):
        stem = word[:-2]
        for case in _FEMININE_OBLIQUE:
            yield Reading(case, "femn", _title(stem + ("ая" if stem[-1] in "жчшщ" else "яя")), rank)


def _masculine_adjectives(stem: str, ending: str) -> list[str]:
    """«Раевский» of «Раевск-», «Белый» of «Бел-»: the forms that the dictionary has, else all possible ones."""
    usual = stem + ("ий" if ending in {"его", "ему"} or stem[-1:] in "гкх" else "ый")
    certain = ending in {"его", "ему"} or stem.endswith(("ск", "цк"))
    possible = [usual] if certain else [usual, stem + "ой"]
    return [form for form in (usual, stem + "ой") if morphology.is_known(form)] or possible


def _noun(word: str, rank: int) -> "Iterator[Reading]":
    """Surnames that decline like nouns: «Шевчук», «Коваль», «Гайдай», «Глинка», «Берия», or do not decline at all."""
    stem, last = word[:-1], word[-1]
    if last in _CONSONANTS or last in "ьй":
        yield Reading("nomn", "masc", _title(word), rank)
        yield Reading(None, "femn", _title(word), rank)
    elif last in "ая":
        # «Шевчука» is rather a genitive, «Кваша» rather a nominative.
        genitive = stem.endswith(_CONSONANT_SURNAMES)
        yield Reading("nomn", None, _title(word), rank + genitive)
        yield from _masculine(stem, last, ("gent", "accs"), rank)
    elif last in "ую":
        yield from _masculine(stem, last, ("datv",), rank)
        yield Reading("accs", None, _title(stem + ("а" if last == "у" else "я")), rank + 1)
        yield Reading(None, None, _title(word), rank + 1)
    elif last == "е":
        for case in ("datv", "loct"):
            yield Reading(case, None, _title(stem + "а"), rank)
        yield from _masculine(stem, "а", ("loct",), rank + 1)
        yield Reading(None, None, _title(word), rank + 1)
    elif word.endswith("ии"):
        for case in ("gent", "datv", "loct"):
            yield Reading(case, None, _title(stem + "я"), rank)
    elif last in "ыи":
        yield Reading("gent", None, _title(stem + ("я" if last == "и" and stem[-1:] not in "гкхжшчщ" else "а")), rank)
        yield Reading(None, None, _title(word), rank + (last == "ы"))
    else:
        yield Reading(None, None, _title(word), rank)
    if len(word) > 3 and word.endswith(("ом", "ем")):
        yield Reading("ablt", "masc", _title(word[:-2] + ("й" if word[-3] in _VOWELS else "")), rank + 1)


def _masculine(stem: str, ending: str, cases: tuple[str, ...], rank: int) -> "Iterator[Reading]":
    """Oblique cases of a masculine surname: «Шевчук-у», «Ковал-ю», «Гайда-ю»."""
    if not stem:
        return
    if ending in "ау":
        if stem[-1] not in _CONSONANTS:
            return
        nominative = stem
    else:
        nominative = stem + ("й" if stem[-1] in _VOWELS else "ь")
    for case in cases:
        yield Reading(case, "masc", _title(nominative), rank)


def _title(word: str) -> str:
    return re.sub(r"(?:^|(?<=['’-]))\w", lambda match: match[0].upper(), word)
