"""Replacements that inflect what they take over.

«согласно {what:datv}» with «нового договора» gives «согласно новому договору».
"""

from __future__ import annotations

from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Found

_SLOT = pattern(r"\{([a-z_]+)(?::([A-Za-z0-9 ]+))?\}")
_INFLECTED = frozenset({"ADJF", "PRTF", "NUMR", "NOUN", "NPRO"})
_BEFORE_NOUN = frozenset({"ADJF", "PRTF", "NUMR"})


def replacement(template: str, sentence: Sentence, found: Found) -> str | None:
    """``template`` with its slots filled; None where a form cannot be made.

    ``{name}`` takes the words that the pattern names as they are, ``{name:datv}`` puts them into the dative: adjectives
    and the noun they belong to, what follows the noun stays. The first letter is a capital where the replaced words
    began with one.
    """
    result, end = "", 0
    for slot in _SLOT.finditer(template):
        place = found.names.get(slot[1])
        words = (
            ""
            if place is None
            else _words(sentence, place)
            if not slot[2]
            else _inflected(sentence, place, slot[2].split())
        )
        if words is None:
            return None
        result += template[end : slot.start()] + words
        end = slot.end()
    result = " ".join((result + template[end:]).split())
    if result and sentence.word(found.start)[:1].isupper():
        result = result[0].upper() + result[1:]
    return result


def _words(sentence: Sentence, place: tuple[int, int]) -> str:
    first, last = place
    return "".join((sentence.gaps[k] if k > first else "") + sentence.word(k) for k in range(first, last))


def _inflected(sentence: Sentence, place: tuple[int, int], grammemes: list[str]) -> str | None:
    first, last = place
    result, ended = "", False
    plural = {"plur"} if any("plur" in p.grammemes for p in _nouns(sentence, place)[:1]) else {"sing"}
    for k in range(first, last):
        word = sentence.word(k)
        if not ended:
            form = _form(sentence, k, grammemes, plural)
            if form is None:
                return None
            word, ended = form
        result += (sentence.gaps[k] if k > first else "") + word
    return result


def _nouns(sentence: Sentence, place: tuple[int, int]) -> list[morphology.Parse]:
    return [p for k in range(*place) for p in sentence.readings(k)[:1] if "NOUN" in p.grammemes]


def _form(sentence: Sentence, k: int, grammemes: list[str], number: set[str]) -> tuple[str, bool] | None:
    """Word ``k`` in the wanted form, and whether it is the last that changes."""
    readings = sentence.readings(k)
    if not readings:
        return None
    word = sentence.word(k)
    if not readings[0].grammemes & (_INFLECTED | {"VERB", "INFN", "PRTS", "ADJS"}):
        return word, False
    for parse in readings:
        nominal = bool(parse.grammemes & _INFLECTED)
        wanted = [*grammemes]
        if nominal and parse.grammemes & _BEFORE_NOUN and number == {"sing"} and parse.gender:
            wanted += ["sing", parse.gender]
        elif nominal and "NOUN" in parse.grammemes and number <= parse.grammemes:
            wanted += number
        form = parse.inflect(*wanted)
        if form is not None:
            return morphology.with_capitals_of(word, form), nominal and not parse.grammemes & _BEFORE_NOUN
    return None
