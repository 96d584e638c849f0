"""Where a paragraph begins: hard-wrapped lines, first-line indents, items of lists."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from letterlint.lazy import pattern
from letterlint.sources.lines import LONG, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The label of an item: «1.», «2.3)», «а)», «–», «•». A date («05.06.2025») has no blank after its point.
_ITEM = pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[а-ёa-z]\)|\(\d{1,2}\)|[-–—•*·▪◦])\s+(?=\S)")
#: Lines that always begin a paragraph. «приложение» and «уважаемый» without a capital occur inside sentences.
_OPENER = pattern(
    r"(?:Глубоко|Много)?[Уу]важаем\S+\s[^.]{1,60}[!,]$|УВАЖАЕМ|Прил(?:ожени[ея]|\.)[\s:№]|ПРИЛОЖЕНИ|Исп(?:\.|олнитель\b)"
    r"|[Сс]\s(?:глубоким\s|искренним\s)?ув(?:ажением|\.)|На\s№|Копи[яи]:|М\.\s?П\."
)
_NOTE = pattern(r"(?:прил(?:ожени|\.)|вложени)", re.IGNORECASE)
#: A line that goes on in the middle of a sentence: a lower-case word, no abbreviation («тел.», «р/с»), no address.
_GOES_ON = pattern(r"[а-ё]{5,}(?![\w/@])|[а-ё]+(?:-[а-ё]+)*(?=[\s,;:)»]|$)")
_BREAKS_OFF = pattern(r"[а-ё][»)]?$|[а-ё][-‐‑–]$")
_FIRST_WORD = pattern(r"[^ \t]+")
_CLAUSE_END = ".!?…:;"

#: Nobody wraps by hand beyond the 132 columns of a wide printer; narrower than 45 are columns and addresses.
_WIDEST, _NARROWEST = 132, 45
#: A full line that ends a sentence ends its paragraph as well, unless it reaches the column but for so many blanks.
_NEAR = 6


class Wrap(NamedTuple):
    """How a file was wrapped: the ``width`` of its longest wrapped line, the ``margin`` of the lines that go on."""

    width: int
    margin: int


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """The hard wrap of a file, or None where its lines are not wrapped.

    The evidence is a long line that breaks off inside a sentence, followed by a line that goes on in lower case: twice,
    or once with a really long line.
    """
    broken = [(line, after) for line, after in pairwise(lines) if breaks_off(line, after)]
    if not broken or (len(broken) == 1 and broken[0][0].width < 60):
        return None
    margins = Counter(after.indent for _, after in broken)
    return Wrap(max(line.width for line, _ in broken), min(margins, key=lambda indent: (-margins[indent], indent)))


def breaks_off(line: Line, after: Line) -> bool:
    """True where a long line ends inside a sentence and the next one goes on: nothing but a wrap does that."""
    if not _NARROWEST <= line.width <= _WIDEST or after.width > _WIDEST or line.blank or after.blank:
        return False
    if line.parted or after.parted or after.fresh or after.indent >= line.indent + 2:
        return False
    return (
        _BREAKS_OFF.search(line.text, max(0, len(line.text) - 3)) is not None
        and _GOES_ON.match(after.text) is not None
        and line.lower_words >= 3
        and not is_opener(after)
    )


def is_item(line: Line) -> bool:
    """True where the line begins with the label of an item."""
    return _ITEM.match(line.text) is not None


def is_note(line: Line) -> bool:
    """True where the line begins the note on attachments, whose items stay in it."""
    return _NOTE.match(line.text) is not None


def is_opener(line: Line) -> bool:
    """True where the line cannot go on with the line before, whatever its length."""
    return is_item(line) or _OPENER.match(line.text[:LONG]) is not None


def goes_on(paragraph: Sequence[Line], line: Line, wrap: Wrap) -> bool:
    """Whether ``line`` belongs to the hard-wrapped ``paragraph`` before it. In doubt it does not."""
    last = paragraph[-1]
    if line.fresh or last.parted or line.parted or is_opener(line) or last.width > wrap.width + 12:
        return False
    hanging = (is_item(paragraph[0]) or is_note(paragraph[0])) and line.indent > paragraph[0].indent
    if line.indent >= wrap.margin + 2 and not hanging:
        return False
    first_word = _FIRST_WORD.match(line.text)
    full = last.width + 1 + (len(first_word.group()) if first_word else 0) > wrap.width
    if _GOES_ON.match(line.text):
        if last.text[-1] in _CLAUSE_END + ",":  # the end of an item without a label, unless the line is full
            return full and last.text[-1] != ";"
        return last.width >= 0.6 * wrap.width
    ended = last.text[-1] in ".!?…"
    if ended and last.width < wrap.width - _NEAR:
        return False
    settled = line.text[-1] in ".!?…:;," or line.width >= (0.8 if ended else 0.6) * wrap.width
    prose = len(paragraph) > 1 or last.lower_words >= 4
    return full and settled and prose and last.text[-1] not in ":;"


def begins_indented(line: Line, before: Line, margin: int) -> bool:
    """Whether a line inside a block begins a paragraph by its first-line indent, as in «     Просим …»."""
    if line.parted or before.parted or not margin + 2 <= line.indent <= margin + 12:
        return False
    prose = line.lower_words >= 2 and (line.text[-1] in _CLAUSE_END or line.width >= _NARROWEST)
    return prose and before.text[-1] in _CLAUSE_END and not line.text[0].islower()
