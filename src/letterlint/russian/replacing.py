"""Replacements that inflect what they take over.

«согласно {what:datv}» with «нового договора» gives «согласно новому договору».
"""

from __future__ import annotations

from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Found

_SLOT = pattern(
    r"\{(?P<name>[a-z_]+)"
    r"(?::(?:(?P<source>[A-Za-z0-9 ]+)>)?(?P<form>[A-Za-z0-9 ]+)|~(?P<old>[^{}<>~]+)>(?P<new>[^{}<>~]*))?\}"
)
_INFLECTED = frozenset({"ADJF", "PRTF", "NUMR", "NOUN", "NPRO"})
_BEFORE_NOUN = frozenset({"ADJF", "PRTF", "NUMR"})
_SAME_SIGNS = str.maketrans("‑\u00a0", "- ")


def replacement(template: str, sentence: Sentence, found: Found) -> str | None:
    """``template`` with its slots filled; None where a form cannot be made.

    ``{name}`` takes the words that the pattern names as they are, ``{name:datv}`` puts them into the dative: adjectives
    and the noun they belong to, what follows the noun stays. ``{name:gent>datv}`` reads them as genitives where they
    may be other cases too, ``{name~ти>}`` takes them with the last «ти» turned into what follows the sign. The first
    letter is a capital where the replaced words began with one.
    """
    result, end = "", 0
    for slot in _SLOT.finditer(template):
        place = found.names.get(slot["name"])
        words = "" if place is None else _filled(sentence, place, slot["source"], slot["form"])
        if words is not None and slot["old"] is not None:
            words = _exchanged(words, slot["old"], slot["new"])
        if words is None:
            return None
        result += template[end : slot.start()] + words
        end = slot.end()
    result = " ".join((result + template[end:]).split())
    first = found.names.get("mark", (found.start, found.stop))[0]
    if result and sentence.word(first)[:1].isupper():
        result = result[0].upper() + result[1:]
    return result


def _filled(sentence: Sentence, place: tuple[int, int], source: str | None, form: str | None) -> str | None:
    if not form:
        return _words(sentence, place)
    return _inflected(sentence, place, form.split(), frozenset((source or "").split()))


def _exchanged(words: str, old: str, new: str) -> str | None:
    """``words`` with the last ``old`` turned into ``new``; None where it is not there."""
    at = words.translate(_SAME_SIGNS).lower().rfind(old)
    return None if at < 0 else words[:at] + new + words[at + len(old) :]


def _words(sentence: Sentence, place: tuple[int, int]) -> str:
    first, last = place
    return "".join((sentence.gaps[k] if k > first else "") + sentence.word(k) for k in range(first, last))


def _inflected(sentence: Sentence, place: tuple[int, int], grammemes: list[str], source: frozenset[str]) -> str | None:
    first, last = place
    result, ended = "", False
    plural = {"plur"} if any("plur" in p.grammemes for p in _nouns(sentence, place, source)[:1]) else {"sing"}
    for k in range(first, last):
        word = sentence.word(k)
        if not ended:
            form = _form(sentence, k, grammemes, plural, source)
            if form is None:
                return None
            word, ended = form
        result += (sentence.gaps[k] if k > first else "") + word
    return result


def _nouns(sentence: Sentence, place: tuple[int, int], source: frozenset[str]) -> list[morphology.Parse]:
    return [p for k in range(*place) for p in _readings(sentence, k, source)[:1] if "NOUN" in p.grammemes]


def _readings(sentence: Sentence, k: int, source: frozenset[str]) -> list[morphology.Parse]:
    """The readings of word ``k`` that have the grammemes of ``source``; all where none has."""
    readings = sentence.readings(k)
    return [p for p in readings if source <= p.grammemes] or list(readings)


def _form(
    sentence: Sentence, k: int, grammemes: list[str], number: set[str], source: frozenset[str]
) -> tuple[str, bool] | None:
    """Word ``k`` in the wanted form, and whether it is the last that changes."""
    readings = _readings(sentence, k, source)
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
