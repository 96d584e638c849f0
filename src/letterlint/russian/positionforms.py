"""Putting a position into a case: its head agrees with itself, everything else stays untouched."""

from __future__ import annotations

from letterlint.lazy import pattern
from letterlint.russian.complements import JOINT, end_of_complements
from letterlint.russian.morphology import Parse, with_capitals_of
from letterlint.russian.positionhead import Head, Word, head_at
from letterlint.russian.positionlists import heads

_DASH = pattern(rf"{JOINT}[-–—]{JOINT}")
_SYNCRETISM = (
    (frozenset({"nomn", "accs"}), "nomn"),
    (frozenset({"datv", "loct"}), "datv"),
    (frozenset({"gent", "accs"}), "gent"),
)


def whole(text: str, head: Head) -> tuple[list[tuple[Word, ...]], int]:
    """The head words of a position, those of its second half after a dash included, and where the position ends."""
    stop = end_of_complements(text, head.stop, heads())
    dash = _DASH.match(text, stop)
    second = head_at(text, dash.end()) if dash else None
    if second is None:
        return [head.words], stop
    return [head.words, second.words], end_of_complements(text, second.stop, heads())


def put(position: str, case: str) -> str | None:
    """``position`` with its head words in ``case``; None where it is no position or a head word has no such form."""
    head = head_at(position, len(position) - len(position.lstrip()))
    if head is None:
        return None
    groups, _ = whole(position, head)
    pairs = [pair for group in groups for pair in _readings(group, None)]
    if any(reading.inflect(case) is None for _, reading in pairs):
        return None
    return _rewritten(position, pairs, case, small=False)


def nominative(text: str, start: int, stop: int, groups: list[tuple[Word, ...]], expected: str | None) -> str:
    """The position at ``text[start:stop]`` with its head words in the nominative and in small letters."""
    pairs = [
        (Word(word.start - start, word.stop - start, word.readings), reading)
        for group in groups
        for word, reading in _readings(group, expected)
    ]
    return _small(_rewritten(text[start:stop], pairs, "nomn", small=True))


def agreement(words: tuple[Word, ...], expected: str | None) -> tuple[str | None, str | None, str | None]:
    """Case, number and gender that the words share; a None where the form leaves it open."""
    if not words:
        return None, None, None
    common = {(parse.case, "plur" if parse.has("plur") else "sing") for parse in words[-1].readings}
    for word in words[:-1]:
        common &= {(parse.case, "plur" if parse.has("plur") else "sing") for parse in word.readings}
    numbers = {number for _, number in common}
    number = "plur" if numbers == {"plur"} else "sing"
    cases = {case for case, its in common if its == number}
    if len(cases) == 1:
        case = next(iter(cases))
    elif expected in cases:
        case = expected
    else:
        case = next((one for among, one in _SYNCRETISM if cases <= among), None)
    genders = {p.gender for p in words[-1].readings if (p.case in cases) and p.has("plur") == (number == "plur")}
    return case, number, genders.pop() if len(genders) == 1 else None


def _readings(words: tuple[Word, ...], expected: str | None) -> list[tuple[Word, Parse]]:
    """The reading of each word in the case, number and gender that all share."""
    case, number, _ = agreement(words, expected)
    chosen = [(word, _best(word, case, number, None)) for word in words if word.readings]
    gender = chosen[-1][1].gender if chosen else None
    return [(word, _best(word, case, number, gender)) for word, _ in chosen]


def _best(word: Word, case: str | None, number: str | None, gender: str | None) -> Parse:
    def fit(parse: Parse) -> tuple[bool, bool, bool]:
        return parse.has("plur") == (number == "plur"), case in {None, parse.case}, gender in {None, parse.gender}

    return max(word.readings, key=fit)


def _rewritten(text: str, pairs: list[tuple[Word, Parse]], case: str, *, small: bool) -> str:
    pieces = []
    at = 0
    for word, reading in pairs:
        written = text[word.start : word.stop]
        form = with_capitals_of(written, reading.inflect(case) or written)
        pieces += [text[at : word.start], _small(form) if small else form]
        at = word.stop
    return "".join([*pieces, text[at:]])


def _small(phrase: str) -> str:
    """``phrase`` with a small first letter, unless it begins with an abbreviation («ИП», «ВрИО»)."""
    first = phrase.partition(" ")[0]
    return phrase if any(letter.isupper() for letter in first[1:]) else phrase[:1].lower() + phrase[1:]
