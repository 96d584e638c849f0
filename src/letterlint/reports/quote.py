"""A paragraph quoted on one line of a terminal, shortened around an offence, with the offence underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.reports.cells import Glyph, Substitute, glyphs

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD_MARGIN = 15  #: a cut is moved to a blank at most this far away: longer than nearly all Russian words
_AHEAD = 0.4  #: the share of the context that stands before the offence


def quote(text: str, start: int, end: int, cells: int, substitute: Substitute = str) -> tuple[str, list[int]]:
    """The line for ``text[start:end]`` in its paragraph ``text``, and the cells of the line that the offence takes.

    The line has at most ``cells`` cells; what was left out is marked by «…». An offence that shows nothing (a
    zero-width character) takes the cell where it stands.
    """
    row = glyphs(text, substitute)
    dots = Glyph(*_ellipsis(substitute))
    base = start
    while 0 < base < len(row) and row[base].width == 0:
        base -= 1
    first, last = _window(row, base, end, cells, dots.width)
    line = [dots] if first else []
    column = dots.width if first else 0
    marked: list[int] = []
    for number in range(first, last):
        item = row[number]
        if start <= number < end:
            # a combining sign stands on the cell of the letter before it
            marked.extend(range(column, column + item.width) if item.width else range(max(column - 1, 0), column))
        column += item.width
        line.append(item)
    if last < len(row):
        line.append(dots)
    if not marked:
        marked = [sum(item.width for item in row[first:start]) + (dots.width if first else 0)]
    return "".join(item.text for item in line), sorted(set(marked))


def underline(marked: Sequence[int], sign: str) -> str:
    """A line with ``sign`` in the cells ``marked``, which are in order."""
    cells = set(marked)
    return "".join(sign if cell in cells else " " for cell in range(marked[-1] + 1))


def _ellipsis(substitute: Substitute) -> tuple[str, int]:
    shown = substitute("…")
    return shown, len(shown)


def _window(row: Sequence[Glyph], start: int, end: int, cells: int, dots: int) -> tuple[int, int]:
    """The code points that are shown: all, or those around the offence that fit between two ellipses."""
    if sum(item.width for item in row) <= cells:
        return 0, len(row)
    free = cells - 2 * dots
    offence = sum(item.width for item in row[start:end])
    if offence >= free:
        return start, _reach(row, start, free)
    before = sum(item.width for item in row[:start])
    after = sum(item.width for item in row[end:])
    ahead = min(before, max(int((free - offence) * _AHEAD), free - offence - after))
    first = start
    while first and row[first - 1].width <= ahead:
        first -= 1
        ahead -= row[first].width
    last = _reach(row, first, free)
    return _snap_first(row, first, start), _snap_last(row, last, end)


def _reach(row: Sequence[Glyph], first: int, free: int) -> int:
    last = first
    while last < len(row) and row[last].width <= free:
        free -= row[last].width
        last += 1
    return last


def _snap_first(row: Sequence[Glyph], first: int, start: int) -> int:
    """``first`` moved behind the next blank, so that the line begins with a whole word."""
    if first == 0 or row[first - 1].text == " ":
        return first
    for number in range(first, min(start, first + _WORD_MARGIN)):
        if row[number].text == " ":
            return number + 1
    while first < start and row[first].width == 0:
        first += 1
    return first


def _snap_last(row: Sequence[Glyph], last: int, end: int) -> int:
    if last == len(row) or row[last].text == " ":
        return last
    for number in range(last - 1, max(end, last - _WORD_MARGIN) - 1, -1):
        if row[number].text == " ":
            return number
    return last
