"""Sentences with their places: the only door to razdel."""

from __future__ import annotations

import re
from functools import cache

from letterlint import data
from letterlint.lazy import pattern
from letterlint.russian import morphology

#: No abbreviation, with the sign before it, is longer.
_REACH = 40
_BEGINS_WITH_NUMBER = pattern(r"\s*(?:№|\d)")
#: Places inside what razdel takes for one sentence: «… в 2025 г. Просим …», «… Иванова И.И. Просим …».
_AFTER_YEAR = pattern(r"\d{4}[ \u00a0]?гг?\.(?=\s+[«\"]?([А-ЯЁ][а-ё]+))")
_AFTER_INITIALS = pattern(r"[а-ё][ \u00a0](?:[А-ЯЁ]\.[ \u00a0]?){1,2}(?<=\.)(?=[ \u00a0\n]+([А-ЯЁ][а-ё]*))")
#: A word of four letters and more, a sign, a capitalised word of three letters or more: the end of a sentence, if the
#: word is no abbreviation.
_CERTAIN_END = pattern(r"(?<=[а-яё])([а-яё]{3,40})([.!?])[ \u00a0\n]+(?=[А-ЯЁ][а-яё]{2})")
#: Before a small letter no sentence begins: «15 мая 2025 г. направили».
_DOUBTFUL_END = pattern(r"[.!?…]\S{0,3}[ \u00a0]{1,3}(?![а-яё ])")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as (start, stop), without the blanks between them.

    A line break counts as a blank. A sentence is not cut after «исх.», «г.», «ул.», «тел.», initials and their like; it
    is cut after a year («в 2025 г. Просим») and after initials that follow a surname, before a word that is no name.
    """
    return [sentence for stretch in stretches(text) for sentence in sentences_within(text, *stretch)]


def stretches(text: str) -> list[tuple[int, int]]:
    """Parts of a paragraph, in order and without gaps, at whose borders a sentence certainly ends and another begins.

    To tell the sentences within them takes razdel and 3 ms a page, the stretches alone 0.05 ms: who wants the sentences
    around a few words asks for theirs only.
    """
    ends = [found.end() for found in _CERTAIN_END.finditer(text) if found[1] not in _dotted()]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def sentences_within(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The sentences of one of the :func:`stretches` of a paragraph, as :func:`sentences` gives them."""
    flat = text[start:stop].replace("\n", " ")
    start, stop = start + len(flat) - len(flat.lstrip()), start + len(flat.rstrip())
    if start >= stop:
        return []
    if not _DOUBTFUL_END.search(flat):
        return [(start, stop)]
    found: list[tuple[int, int]] = []
    for begin, over in _pieces(flat.strip()):
        piece = (start + begin, start + over)
        if found and _goes_on(text, found[-1], piece):
            found[-1] = (found[-1][0], piece[1])
        else:
            found.append(piece)
    return [part for piece in found for part in _cut(text, *piece)]


def _pieces(text: str) -> list[tuple[int, int]]:
    from razdel import sentenize  # noqa: PLC0415  (only where the end of a sentence is in doubt)

    return [(piece.start, piece.stop) for piece in sentenize(text)]


def _goes_on(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    head, tail = text[max(left[0], left[1] - _REACH) : left[1]], text[slice(*right)]
    if not head.endswith("."):
        return False
    if _open_ending().search(head):
        return bool(_BEGINS_WITH_NUMBER.match(tail)) or tail[:1].islower() or _keeps_name(head)
    return tail[:1] == "№"


def _keeps_name(head: str) -> bool:
    """Whether the abbreviation that ends ``head`` needs the capitalised word after it («ул. Лесная», «им. Пушкина»)."""
    return not re.search(r"\d\s?(?:г|ч|л|стр|т|п|пп|ст|эт)\.$", head)


def _cut(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    cuts = [
        match.end()
        for pattern in (_AFTER_YEAR, _AFTER_INITIALS)
        for match in pattern.finditer(text, start, stop)
        if _begins_sentence(match[1])
    ]
    parts = []
    for cut in [*sorted(cuts), stop]:
        piece = text[start:cut]
        if piece.strip():
            parts.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = cut
    return parts


def _begins_sentence(word: str) -> bool:
    """Whether a capitalised word is an ordinary one, so that its capital comes from a sentence start."""
    if not morphology.is_known(word):
        return False
    return not any(parse.grammemes & {"Surn", "Name", "Patr", "Geox", "Orgn"} for parse in morphology.parses(word))


@cache
def _dotted() -> frozenset[str]:
    """The last letters of long abbreviations, as :data:`_CERTAIN_END` sees them."""
    return frozenset(word[1:] for entry in data.words("open_abbreviations") for word in entry.split() if len(word) > 3)


@cache
def _open_ending() -> re.Pattern[str]:
    entries = sorted(data.words("open_abbreviations"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, entries))})\.$", re.IGNORECASE)
