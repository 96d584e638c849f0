"""Sentences with their places: the only door to razdel."""

from __future__ import annotations

import re
from functools import cache

from letterlint import data
from letterlint.lazy import pattern
from letterlint.russian import morphology

_INITIALS_END = pattern(r"[А-ЯЁ]\.$")
_BEGINS_WITH_NUMBER = pattern(r"\s*(?:№|\d)")
#: Places inside what razdel takes for one sentence: «… в 2025 г. Просим …», «… Иванова И.И. Просим …».
_AFTER_YEAR = pattern(r"\d{4}[ \u00a0]?гг?\.(?=\s+[«\"]?([А-ЯЁ][а-ё]+))")
_AFTER_INITIALS = pattern(r"[а-ё][ \u00a0](?:[А-ЯЁ]\.[ \u00a0]?){1,2}(?<=\.)(?=[ \u00a0\n]+([А-ЯЁ][а-ё]*))")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as (start, stop), without the blanks between them.

    A line break counts as a blank. A sentence is not cut after «исх.», «г.», «ул.», «тел.», initials and their like; it
    is cut after a year («в 2025 г. Просим») and after initials that follow a surname, before a word that is no name.
    """
    if not text.strip():
        return []
    found: list[tuple[int, int]] = []
    for start, stop in _pieces(text.replace("\n", " ")):
        if found and _goes_on(text, found[-1], (start, stop)):
            found[-1] = (found[-1][0], stop)
        else:
            found.append((start, stop))
    return [part for start, stop in found for part in _cut(text, start, stop)]


def _pieces(text: str) -> list[tuple[int, int]]:
    from razdel import sentenize  # noqa: PLC0415  (only when a rule asks for sentences)

    return [(piece.start, piece.stop) for piece in sentenize(text)]


def _goes_on(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    head, tail = text[slice(*left)], text[slice(*right)]
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
def _open_ending() -> re.Pattern[str]:
    entries = sorted(data.words("open_abbreviations"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, entries))})\.$", re.IGNORECASE)
