"""Putting the parts of a name into a case: the only door to pytrovich."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from letterlint import data
from letterlint.russian import morphology
from letterlint.russian.surnames import never_changes

_CASES = {"gent": "GENITIVE", "datv": "DATIVE", "accs": "ACCUSATIVE", "ablt": "INSTRUMENTAL", "loct": "PREPOSITIONAL"}
_PARTS = {"surname": "LASTNAME", "given": "FIRSTNAME", "patronymic": "MIDDLENAME"}
#: Endings of surnames whose dative nobody doubts, nominative and dative.
_CERTAIN = {
    "masc": {"ский": "скому", "цкий": "цкому", "ской": "скому", "цкой": "цкому", "ый": "ому"}
    | {ending: ending + "у" for ending in ("ов", "ев", "ёв", "ин", "ын")},
    "femn": {"ая": "ой", "яя": "ей"} | {ending: ending[:-1] + "ой" for ending in ("ова", "ева", "ёва", "ина", "ына")},
}


def decline_part(kind: str, word: str, gender: str | None, case: str) -> str | None:
    """One part of a name (surname, given, patronymic, initials), given in the nominative, in ``case``.

    With ``gender`` None the form is returned only where men and women share it, else None.
    """
    if kind == "initials" or case == "nomn":
        return word
    if gender is None:
        forms = {decline_part(kind, word, either, case) for either in ("masc", "femn")}
        return forms.pop() if len(forms) == 1 else None
    *before, last = word.split(" ")
    if before:  # of «Али оглы», «Ван Ли», «фон Браун» at most the last word changes, and «оглы» never does
        form = last if kind == "patronymic" or last.islower() else decline_part(kind, last, gender, case)
        return None if form is None else " ".join([*before, form])
    return _surname(word, gender, case) if kind == "surname" else _forename(kind, word, gender, case)


def certain_dative(surname: str, gender: str | None) -> str | None:
    """The dative of a nominative ``surname`` where nobody can doubt it, else None.

    Certain are -ов, -ев, -ин, -ын and adjectives (-ский, -ой, -ый, -ая) of known gender; a double surname where both
    halves are. Surnames that decline like nouns, or not at all, are left to people.
    """
    if gender is None:
        return None
    halves = [_certain_half(half, gender) for half in surname.split("-")]
    return None if None in halves else "-".join(half for half in halves if half)


def _certain_half(half: str, gender: str) -> str | None:
    word = half.lower()
    if (word, gender) in _exceptions() or _is_plain_noun(word):
        return None
    for ending, dative in _CERTAIN[gender].items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and not (ending == "ая" and stem[-1] in "жчшщ"):
            return _capitals(half, stem + dative)
    if word.endswith(("ой", "ий", "ая")) and morphology.is_known(word):
        for kind in ("Surn", "ADJF"):
            form = morphology.inflect(word, "datv", like=f"{kind} {gender} nomn")
            if form and form.endswith(("ому", "ему", "ой", "ей")):  # «Цою» declines like a noun
                return _capitals(half, form)
    return None


def _is_plain_noun(word: str) -> bool:
    """«Калина», «Дуброва»: an ordinary noun that only looks like a woman's surname in -ина, -ова."""
    return (
        word.endswith("а")
        and morphology.is_known(word)
        and any(parse.has("NOUN", "nomn", "sing") and parse.lemma == word for parse in morphology.parses(word))
        and not morphology.has(word, "Surn")
    )


def _forename(kind: str, word: str, gender: str, case: str) -> str | None:
    """«Айгуль» and its like may or may not change: left as they are."""
    if gender == "femn" and word.endswith("ль") and morphology.has(word, "Name", "Fixd"):
        return word
    return _form(kind, word, gender, case)


def _surname(word: str, gender: str, case: str) -> str | None:
    """Each half of a double surname by itself; «Тер-», «Кара-» never change, nor does what ends in «-оглы»."""
    if never_changes(word):
        return word
    halves = word.split("-")
    fixed = data.words("fixed_surname_halves")
    forms = []
    for place, half in enumerate(halves):
        if half.lower() in fixed and place < len(halves) - 1:
            forms.append(half)
            continue
        form = _exceptions().get((half.lower(), gender), {}).get(case)
        form = _capitals(half, form) if form else _form("surname", half, gender, case)
        if form is None:
            return None
        forms.append(form)
    return "-".join(forms)


def _capitals(pattern: str, word: str) -> str:
    return morphology.with_capitals_of(pattern, word)


@lru_cache(maxsize=2_000)
def _form(kind: str, word: str, gender: str, case: str) -> str | None:
    if case not in _CASES:
        return None
    enums, maker = _pytrovich()
    sex = enums.Gender.MALE if gender == "masc" else enums.Gender.FEMALE
    form = str(maker.make(enums.NamePart[_PARTS[kind]], sex, enums.Case[_CASES[case]], word))
    return form.upper() if word.isupper() and len(word) > 1 else form


@cache
def _exceptions() -> dict[tuple[str, str], dict[str, str]]:
    """The forms of surnames that pytrovich misses, by nominative and gender."""
    return {
        (row[0], gender): dict(zip(_CASES, row[2:], strict=True))
        for row in data.table("surname_forms")
        for gender in (("masc",) if row[1] == "m" else ("masc", "femn"))
    }


@cache
def _pytrovich() -> tuple[Any, Any]:
    from pytrovich import enums  # noqa: PLC0415  (only when a name is declined)
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415

    return enums, PetrovichDeclinationMaker()
