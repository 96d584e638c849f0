"""First names and patronymics by their form: case, gender and nominative of what is written."""

from __future__ import annotations

from functools import lru_cache

from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.surnames import Reading, by_ending, never_changes

_MALE_PATRONYMIC = pattern(r"(.*(?:[оеё]в|ь|[кмтв])ич)(ь?|а|у|ем|ом|е)$")
_FEMALE_PATRONYMIC = pattern(r"(.*(?:[оеё]вн|ичн))(а|ы|е|у|ой|ою)$")
_MALE_CASES: dict[str, tuple[str, ...]] = {
    "": ("nomn",),
    "ь": ("nomn",),
    "а": ("gent", "accs"),
    "у": ("datv",),
    "ем": ("ablt",),
    "ом": ("ablt",),
    "е": ("loct",),
}
_FEMALE_CASES: dict[str, tuple[str, ...]] = {
    "а": ("nomn",),
    "ы": ("gent",),
    "е": ("datv", "loct"),
    "у": ("accs",),
    "ой": ("ablt",),
    "ою": ("ablt",),
}
#: «Али оглы», «Лейла кызы»: the word after the father's name tells the gender and never changes.
FATHER_WORDS = {"оглы": "masc", "улы": "masc", "углы": "masc", "кызы": "femn", "гызы": "femn"}


@lru_cache(maxsize=5_000)
def patronymic_readings(word: str) -> tuple[Reading, ...]:
    """The readings of ``word`` as a patronymic («Петровичу», «Ильиничне», also «Петровичь»); empty for others."""
    word = word.replace("\u00ad", "").lower()
    if len(word) < 5:
        return ()
    if male := _MALE_PATRONYMIC.match(word):
        return tuple(Reading(case, "masc", male[1].capitalize()) for case in _MALE_CASES[male[2]])
    if female := _FEMALE_PATRONYMIC.match(word):
        nominative = (female[1] + "а").capitalize()
        return tuple(Reading(case, "femn", nominative) for case in _FEMALE_CASES[female[2]])
    return ()


@lru_cache(maxsize=5_000)
def given_readings(word: str) -> tuple[Reading, ...]:
    """The readings of ``word`` as a first name of the dictionary («Анна-Мария» too); empty for others."""
    word = word.replace("\u00ad", "").replace("‑", "-").lower()
    head, _, tail = word.rpartition("-")
    if head:
        return () if never_changes(word) else _double_given(head, tail)
    if not morphology.is_known(word):
        return ()
    fixed, readings = [], []
    for parse in morphology.parses(word):
        if not parse.has("Name") or parse.has("plur"):
            continue
        if parse.has("Fixd"):
            fixed.append(Reading(None, parse.gender, word.capitalize()))
        elif nominative := parse.inflect("nomn", "sing"):
            readings.append(Reading(parse.case, parse.gender, nominative.capitalize()))
    # «Анне» is rather «Анна» than the dictionary's unchanging «Анне».
    fixed = [reading._replace(rank=int(bool(readings))) for reading in fixed]
    return tuple(dict.fromkeys([*readings, *fixed]))


@lru_cache(maxsize=5_000)
def unknown_given_readings(word: str) -> tuple[Reading, ...]:
    """The readings of a first name that the dictionary does not know («Ильнуру»), by its ending."""
    return by_ending(word.replace("\u00ad", "").lower())


def _double_given(head: str, tail: str) -> tuple[Reading, ...]:
    heads = given_readings(head)
    joined = [
        Reading(two.case, two.gender, f"{one.nominative}-{two.nominative}")
        for one in heads
        for two in given_readings(tail)
        if one.case in {two.case, None} or two.case is None
    ]
    return tuple(dict.fromkeys(joined))
