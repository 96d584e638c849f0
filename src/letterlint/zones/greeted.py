"""The people whom a salutation names: ``names.find_names`` and what only a salutation tells about a name."""

import re
from collections.abc import Sequence

from letterlint.lazy import pattern
from letterlint.russian import morphology, names, surnames
from letterlint.russian.phrases import phrases

_INITIALS = pattern(r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.?)?")
_SURNAME = pattern(r"[А-ЯЁ](?:[а-ё]+|[А-ЯЁ]+)(?:-[А-ЯЁ](?:[а-ё]+|[А-ЯЁ]+))?")


def find(words: str, titles: Sequence[tuple[int, int]]) -> list[names.Name]:
    """The names in a salutation; titles stay, in small letters, because a surname alone is one only beside a title."""
    for start, stop in titles:
        words = words[:start] + words[start:stop].lower() + words[stop:]
    found = names.find_names(words, expected_case="nomn", bare=True)
    ends = [stop for _, stop in titles]
    return [_titled(words, name, ends) for name in found if not _is_group(words[name.start : name.stop])]


def _titled(words: str, name: names.Name, titles: list[int]) -> names.Name:
    """A word right behind «господин» that may be a first name or a surname («Ли», «Белая») is the surname."""
    written = words[name.start : name.stop]
    beside = any(not words[stop : name.start].strip() and stop < name.start for stop in titles)
    if not beside or len(name.parts) != 1 or not name.given or not _may_be_surname(written):
        return name
    return _by_surname(written, name.start, name.stop)


def _by_surname(written: str, start: int, stop: int) -> names.Name:
    """A name that is one surname, in the nominative as a salutation has it."""
    fitting = [r for r in surnames.surname_readings(written) if r.case in {"nomn", None} and not r.rank]
    genders = {reading.gender for reading in fitting}
    gender = genders.pop() if len(genders) == 1 else None
    return names.Name(start, stop, written, gender=gender, case="nomn", parts=(("surname", start, stop),))


def _may_be_surname(word: str) -> bool:
    return morphology.has(word, "Surn") or morphology.has(word, "ADJF")


def unlisted(words: str, start: int, *, titled: bool) -> list[names.Name]:
    """A name that is only initials, or one surname that looks like another word («Лапин», of «лапина»)."""
    stop = len(words.rstrip(" !,\n\u00a0"))
    rest = words[start:stop]
    if _INITIALS.fullmatch(rest):
        return [names.Name(start, stop, initials=re.sub(r"\s", "", rest), parts=(("initials", start, stop),))]
    if not _SURNAME.fullmatch(rest) or _is_group(rest) or not (titled or surnames.has_surname_ending(rest)):
        return []
    return [_by_surname(rest, start, stop)]


def _is_group(text: str) -> bool:
    """«Коллеги», «Потребитель»: capitals do not make a name of them."""
    return phrases("collectives").is_whole(text)
