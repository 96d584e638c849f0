"""Putting the parts of a name into a case: the only door to pytrovich."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from letterlint import data

_CASES = {"gent": "GENITIVE", "datv": "DATIVE", "accs": "ACCUSATIVE", "ablt": "INSTRUMENTAL", "loct": "PREPOSITIONAL"}
_PARTS = {"surname": "LASTNAME", "given": "FIRSTNAME", "patronymic": "MIDDLENAME"}
_CERTAIN_MASCULINE = (
    ("ский", "скому"),
    ("цкий", "цкому"),
    ("ов", "ову"),
    ("ев", "еву"),
    ("ёв", "ёву"),
    ("ин", "ину"),
    ("ын", "ыну"),
    ("ый", "ому"),
)
_CERTAIN_FEMININE = (
    ("ова", "овой"),
    ("ева", "евой"),
    ("ёва", "ёвой"),
    ("ина", "иной"),
    ("ына", "ыной"),
    ("ая", "ой"),
    ("яя", "ей"),
)


def decline_part(kind: str, word: str, gender: str | None, case: str) -> str | None:
    """One part of a name (surname, given, patronymic, initials), given in the nominative, in ``case``.

    With ``gender`` None the form is returned only where men and women share it, else None.
    """
    if kind == "initials" or case == "nomn":
        return word
    if gender is None:
        forms = {decline_part(kind, word, either, case) for either in ("masc", "femn")}
        return forms.pop() if len(forms) == 1 else None
    pieces = word.split(" ")
    if len(pieces) > 1:  # «Али оглы», «Ван Ли»: only the last word may change, and «оглы» never does
        if kind == "patronymic" or pieces[-1].islower():
            return word
        last = decline_part(kind, pieces[-1], gender, case)
        return None if last is None else " ".join([*pieces[:-1], last])
    return _decline(kind, word, gender, case)


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
    capitals = half.isupper() and len(half) > 1
    word = half.lower()
    for ending, dative in _CERTAIN_MASCULINE if gender == "masc" else _CERTAIN_FEMININE:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            form = half[: len(half) - len(ending)] + dative
            return form.upper() if capitals else form
    return _certain_stressed(half, word) if gender == "masc" else None


def _certain_stressed(half: str, word: str) -> str | None:
    """«Толстой», «Трубецкой», «Горячий», but not «Цой», «Топчий»."""
    exceptions = dict(row[:2] for row in data.table("surname_datives"))
    if word in exceptions or not any(vowel in word[:-2] for vowel in "аеёиоуыэюя"):
        return None
    if word.endswith("ой"):
        return half[:-2] + ("ому" if half[-1].islower() else "ОМУ")
    return None


@lru_cache(maxsize=2_000)
def _decline(kind: str, word: str, gender: str, case: str) -> str | None:
    if case not in _CASES:
        return None
    enums, maker = _pytrovich()
    sex = enums.Gender.MALE if gender == "masc" else enums.Gender.FEMALE
    form = maker.make(enums.NamePart[_PARTS[kind]], sex, enums.Case[_CASES[case]], word)
    return str(form)


@cache
def _pytrovich() -> tuple[Any, Any]:
    from pytrovich import enums  # noqa: PLC0415  (only when a name is declined)
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415

    return enums, PetrovichDeclinationMaker()
