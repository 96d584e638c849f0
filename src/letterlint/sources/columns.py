"""Two text columns side by side at the head of a letter: letterhead at the left, addressee at the right.

A Word table or tab stops saved as text glue each line of the left column to one of the right. The rows are told
from signatures, tables and lists by their place (before the salutation and the running text), by right parts that
begin or end at one column, and by what these say.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from letterlint.lazy import pattern
from letterlint.sources.lines import Line
from letterlint.sources.wrapping import breaks_off

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A line that ends the head: salutation, note on attachments, closing formula, executor.
_HEAD_END = pattern(
    r"(?:(?:глубоко|много)?уважаем|ув\.\s|добр(?:ый|ое|ого)\s|здравствуй|господа\b|дорог(?:ой|ая|ие)\s"
    r"|прил(?:ожени|\.)|вложени|с\s(?:глубоким\s|искренним\s)?ув(?:ажением|\.)|исп(?:\.|олнитель\b))",
    re.IGNORECASE,
)
_LEADER = pattern(r"\.{4}|…{2}|(?:\. ){4}")
_WORD = pattern(r"[^\W\d_]{3}")
#: Right parts that belong to their left part: «Исх. № 5    от 05.06.2025», «Директор    ______ /А.П. Смирнов/».
_SAME_LINE = pattern(r"[_/\[]|\((?!по\b)|от\b|№|N\s|подпись", re.IGNORECASE)
#: A name alone, as in a signature: «А.П. Смирнов», «Смирнов А.П.», «Смирнов», «Смирнов Андрей Петрович».
_SURNAME = r"[А-ЯЁ][а-ё]+(?:-[А-ЯЁ][а-ё]+)?"
_NAME = pattern(
    rf"(?:[А-ЯЁ]\.\s?){{1,2}}{_SURNAME}|{_SURNAME}(?:\s(?:[А-ЯЁ]\.\s?){{1,2}}|\s[А-ЯЁ][а-ё]+\s[А-ЯЁ][а-ё]+(?:ич|на))?"
)
#: The head of a letter has no more lines than this.
_HEAD = 60
_NOTHING = Line("", 0, 0, 0, 0, tabbed=False, page=False, fresh=False)
#: How far the right parts of one column may begin from each other, in blanks.
_SLACK = 3
#: A right column does not begin before this blank.
_NEAREST = 12


Piece = tuple[int, int, int]


class Columns(NamedTuple):
    """A stretch of lines ``[first, last)`` read column by column.

    A piece of a line is (number of the line, start, stop in the text). ``edge`` is where the right column begins, in
    blanks.
    """

    first: int
    last: int
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    edge: int


def head_length(lines: Sequence[Line]) -> int:
    """How many of ``lines`` (blank ones too) stand before the salutation and the running text, on the first sheet."""
    for number, (line, after) in enumerate(pairwise((*lines[:_HEAD], _NOTHING))):
        if line.page or _HEAD_END.match(line.text) or _is_prose(line, after):
            return number
    return min(len(lines), _HEAD)


def _is_prose(line: Line, after: Line) -> bool:
    """True for a long line of running text. The long name of an organisation is one as well, but ends no sentence."""
    if line.parted or line.indent > 10 or len(line.text) < 60:
        return False
    if len(line.text) > 200 or line.text[-1] in ".!?:;":
        return line.lower_words >= 5
    return line.lower_words >= 7 and breaks_off(line, after)


def find_columns(lines: Sequence[Line], known: int | None = None) -> Columns | None:
    """The columns in adjacent ``lines`` without blank ones, or None where there are none.

    ``known`` is where the right column of the lines above began: then one row is enough.
    """
    found = [cuts for cuts in (_start_cuts(lines, known), _end_cuts(lines)) if cuts]
    cuts = _tab_cuts(lines) or max(found, key=lambda cuts: len(cuts[1]), default=None)
    if cuts is None:
        return None
    edge, places = cuts
    row = next(number for number, gap in places.items() if gap)
    stretch = _stretch(lines, places, edge, row)
    places = {number: gap for number, gap in places.items() if stretch[0] <= number < stretch[1]}
    rights = [lines[number].text[gap[1] if gap else 0 :] for number, gap in places.items()]
    if known is None and (len(rights) < 2 or not _are_words(rights)):
        return None
    return _cut(lines, stretch, places, edge)


#: For a line by its number: its gap (start, stop in the line's text), or None where it stands in the right column only.
_Places = dict[int, tuple[int, int] | None]


def _usable(line: Line) -> list[tuple[int, int]]:
    """The gaps of a line that may part two columns."""
    if not line.gaps or _LEADER.search(line.text):
        return []
    return [gap for gap in line.gaps if not _SAME_LINE.match(line.text, gap[1])]


def _tab_cuts(lines: Sequence[Line]) -> tuple[int, _Places] | None:
    """Cells parted by tabs: every row has one, however wide its left part is."""
    places: _Places = {}
    for number, line in enumerate(lines):
        tabs = [gap for gap in _usable(line) if "\t" in line.text[gap[0] : gap[1]]]
        if len(tabs) == 1:
            places[number] = tabs[0]
        elif len(tabs) > 1:
            return None
        elif line.tabbed:
            places[number] = None
    if not any(places.values()) or len(places) < 2:
        return None
    return max(line.width for line in lines), places


def _start_cuts(lines: Sequence[Line], known: int | None) -> tuple[int, _Places] | None:
    """Right parts that begin at one column."""
    starts = [at for line in lines for _, stop in _usable(line) if (at := line.indent + stop) >= _NEAREST]
    if known is not None:
        starts = [at for at in starts if abs(at - known) <= _SLACK]
    if not starts:
        return None
    edge = max(starts, key=lambda at: (sum(abs(at - other) <= _SLACK for other in starts), at))
    places: _Places = {}
    for number, line in enumerate(lines):
        near = [gap for gap in _usable(line) if abs(line.indent + gap[1] - edge) <= _SLACK]
        if near:
            places[number] = near[-1]
        elif line.indent >= edge - _SLACK:
            places[number] = None
    return (edge, places) if len(places) >= 2 or known is not None else None


def _end_cuts(lines: Sequence[Line]) -> tuple[int, _Places] | None:
    """Right parts that end at one column: an addressee set flush right."""
    places: _Places = {}
    rows = {number: gaps[-1] for number, line in enumerate(lines) if (gaps := _usable(line))}
    if not rows:
        return None
    margin = max(lines[number].width for number in rows)
    for number, line in enumerate(lines):
        if abs(line.width - margin) > 1:
            continue
        if number in rows:
            places[number] = rows[number]
        elif line.indent >= _NEAREST:
            places[number] = None
    if len(places) < 2 or not any(places.values()):
        return None
    edge = min(lines[number].indent + place[1] if place else lines[number].indent for number, place in places.items())
    return edge, places


def _stretch(lines: Sequence[Line], places: _Places, edge: int, row: int) -> tuple[int, int]:
    """The lines around ``row`` that stand in one of the columns; a line across both ends the stretch."""
    first = row
    while first > 0 and (first - 1 in places or _is_left(lines[first - 1], edge)):
        first -= 1
    last = row + 1
    while last < len(lines) and (last in places or _is_left(lines[last], edge)):
        last += 1
    return first, last


def _is_left(line: Line, edge: int) -> bool:
    """True where a line without a right part fits in the left column; a centred title does not."""
    centred = line.indent >= 8 and line.indent + len(line.text) / 2 >= 0.7 * edge
    return line.width < edge and not centred


def _are_words(rights: Sequence[str]) -> bool:
    """False for right parts that are names alone (a signature) or mostly numbers (a table)."""
    names = sum(_NAME.fullmatch(right.strip()) is not None for right in rights)
    words = sum(_WORD.search(right) is not None for right in rights)
    return names < len(rights) and 2 * words >= len(rights)


def _cut(lines: Sequence[Line], stretch: tuple[int, int], places: _Places, edge: int) -> Columns | None:
    left: list[Piece] = []
    right: list[Piece] = []
    for number in range(*stretch):
        line = lines[number]
        gap = places.get(number)
        if gap is not None:
            left.append((number, line.start, line.start + gap[0]))
            right.append((number, line.start + gap[1], line.end))
        else:
            (right if number in places else left).append((number, line.start, line.end))
    return Columns(*stretch, tuple(left), tuple(right), edge) if left else None
