"""What a capitalised word looks like beside a name: a surname, a first name, an abbreviation, an ordinary word."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache

from letterlint import data
from letterlint.russian import morphology
from letterlint.russian.forenames import given_readings
from letterlint.russian.surnames import has_surname_ending, never_changes

_VOWELS = frozenset("аеёиоуыэюя")
#: No surname is read from these: places, abbreviations, pronouns, ordinals, neuters («Общество»), first names.
_NO_SURNAME = frozenset({"Geox", "Abbr", "Orgn", "Apro", "Anum", "neut", "Fixd", "Name"})


class Likeness(IntEnum):
    """How much a capitalised word looks like a surname."""

    NONE = 0
    ORDINARY = 1  #: an ordinary word that may be one: «Коваль», «Белый»
    UNKNOWN = 2  #: the dictionary does not know it
    SURE = 3  #: a surname of the dictionary, or with the ending of one


def likeness(word: str) -> Likeness:
    """How much ``word`` looks like a surname; a particle before it («фон Браун») does not count."""
    return _likeness(word.rpartition(" ")[2].replace("\u00ad", "").replace("‑", "-"))


@lru_cache(maxsize=5_000)
def is_abbreviation(word: str) -> bool:
    """Whether ``word`` is an abbreviation in capitals («РФ», «АО»); «ЦОЙ» is a surname."""
    if not word.isupper() or len(word) > 4:
        return False
    return len(word) < 2 or not any(parse.grammemes & {"Surn", "Name"} for parse in morphology.parses(word))


@lru_cache(maxsize=5_000)
def may_be_given(word: str) -> bool:
    """Whether ``word`` is a first name of the dictionary, or a word that the dictionary does not know at all."""
    if is_abbreviation(word):
        return False
    return bool(given_readings(word)) or not morphology.is_known(word)


@lru_cache(maxsize=5_000)
def may_be_odd_surname(word: str) -> bool:
    """Whether ``word`` may be a surname that is an ordinary word in any form («Шоу»): no position, no place."""
    return not _blocked(word) and not morphology.has(word, "Geox")


@lru_cache(maxsize=5_000)
def is_rather_given(word: str) -> bool:
    """Whether ``word``, standing alone, is a first name («Роман») rather than a surname («Ким»)."""
    if not given_readings(word):
        return False
    kinds = (parse.grammemes & {"Name", "Surn"} for parse in morphology.parses(word) if not parse.has("plur"))
    return "Name" in next(filter(None, kinds), {"Name"})


@lru_cache(maxsize=5_000)
def _likeness(word: str) -> Likeness:
    if never_changes(word):
        return Likeness.SURE
    head, _, tail = word.rpartition("-")
    if head:
        if morphology.is_known(word):
            return max(_likeness(tail), Likeness.ORDINARY)
        return Likeness.NONE if _blocked(head) else _likeness(tail)
    if len(word) < 2 or _blocked(word):
        return Likeness.NONE
    return _of_known(word) if morphology.is_known(word) else _of_unknown(word)


def _of_unknown(word: str) -> Likeness:
    if is_abbreviation(word) or _VOWELS.isdisjoint(word.lower()):
        return Likeness.NONE
    return Likeness.SURE if has_surname_ending(word) else Likeness.UNKNOWN


def _of_known(word: str) -> Likeness:
    parses = morphology.parses(word)
    if any(parse.has("Surn") and not parse.has("plur") for parse in parses):
        return Likeness.SURE
    ordinary = [parse for parse in parses if _is_ordinary(parse)]
    if has_surname_ending(word) and not any(parse.case == "nomn" for parse in ordinary):
        return Likeness.UNKNOWN  # «Лапин», «Хромов»: known only as forms of «лапина», «хромовый»
    return Likeness.ORDINARY if ordinary else Likeness.NONE


def _is_ordinary(parse: morphology.Parse) -> bool:
    """Whether the reading is a noun or adjective in a form in which a surname may stand («Черных» is a plural)."""
    if parse.grammemes & _NO_SURNAME:
        return False
    if parse.has("NOUN"):
        return not parse.has("plur")
    return parse.has("ADJF") and (not parse.has("plur") or parse.case in {"gent", "loct"})


def _blocked(word: str) -> bool:
    """Whether ``word`` is a position, a label or the like, which stands beside names and is none."""
    lower = word.lower()
    if lower in _no_surnames():
        return True
    if not morphology.is_known(word):
        return False
    named = [parse for parse in morphology.parses(word) if parse.lemma in _no_surnames()]
    # «Столяров», «Директоров» may be «of the joiners», «of the directors», and are surnames beside a name.
    return bool(named) and not (has_surname_ending(word) and all(parse.has("plur") for parse in named))


@cache
def _no_surnames() -> frozenset[str]:
    positions = (word for row in data.table("positions") for word in row[1].removeprefix("=").split())
    return frozenset(data.words("not_surnames")).union(positions)
