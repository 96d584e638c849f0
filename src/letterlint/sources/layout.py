"""A text into paragraphs, each with its places in the text: what a paragraph is in a text file.

Three layouts are met: blank lines between paragraphs; no blank line and one line a paragraph; no blank line and
paragraphs wrapped at a column (contract, "JSON of parse").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from letterlint.sources.columns import Columns, Piece, find_columns, head_length
from letterlint.sources.lines import Line, split_lines
from letterlint.sources.wrapping import begins_indented, find_wrap, goes_on, is_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: The widest line that may show how wide the text of a page is: longer ones are paragraphs without a wrap.
_PAGE = 84


class Laid(NamedTuple):
    """A paragraph of a text file and where it lies in it.

    ``text`` is the ``slices`` (start, stop) of the decoded file joined by line feeds. ``source`` is the
    number of the block it is part of, ``indent`` the width of the blanks before its first line, ``column`` 0 or 1
    where it stands in one of two columns; ``page`` is True where it begins a sheet, ``centred`` where blanks centre it.
    """

    text: str
    slices: tuple[tuple[int, int], ...]
    source: int
    indent: int = 0
    column: int | None = None
    page: bool = False
    centred: bool = False


def layout(text: str) -> tuple[Laid, ...]:
    """The paragraphs of ``text`` in reading order; every character that is no blank is in exactly one of them."""
    lines = split_lines(text)
    while lines and lines[-1].blank:
        lines.pop()
    first = next((number for number, line in enumerate(lines) if not line.blank), 0)
    layer = _Layer(text, lines[first:])
    return tuple(layer.blocks() if any(line.blank for line in layer.lines) else layer.paragraphs())


class _Layer:
    """Lays out the lines of one file; the blank lines at its ends are gone."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.head = head_length(lines)
        self.wrap = find_wrap(lines)
        self.width = max((line.width for line in lines if line.width <= _PAGE), default=0)

    def blocks(self) -> Iterator[Laid]:
        """What lies between blank lines; first-line indents begin paragraphs inside it."""
        margin = self.wrap.margin if self.wrap else min(line.indent for line in self.lines if not line.blank)
        edge = None
        for source, (start, block) in enumerate(_groups(self.lines)):
            found = find_columns(block[: max(0, self.head - start)], edge)
            first, last = (found.first, found.last) if found else (0, 0)
            for paragraph in _split(block[:first], margin):
                yield self._laid(paragraph, source)
            if found:
                edge = found.edge
                yield self._piece(block, found.left, source)
                yield self._piece(block, found.right, source, found)
            for paragraph in _split(block[last:], margin):
                yield self._laid(paragraph, source)

    def paragraphs(self) -> Iterator[Laid]:
        """Without blank lines: a line each, or the lines that were wrapped together."""
        found = find_columns(self.lines[: self.head])
        first, last = (found.first, found.last) if found else (0, 0)
        source = -1
        for source, line in enumerate(self.lines[:first]):
            yield self._laid((line,), source)
        if found:
            for piece in found.left:
                yield self._piece(self.lines, (piece,), piece[0])
            for piece in found.right:
                yield self._piece(self.lines, (piece,), piece[0], found)
        for source, paragraph in enumerate(self._joined(self.lines[last:]), last):
            yield self._laid(paragraph, source)

    def _joined(self, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
        paragraph: list[Line] = []
        for line in lines:
            if paragraph and not (self.wrap and goes_on(paragraph, line, self.wrap)):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        if paragraph:
            yield paragraph

    def _laid(self, lines: Sequence[Line], source: int) -> Laid:
        slices = tuple((line.start, line.end) for line in lines)
        return Laid(
            text=self._join(slices),
            slices=slices,
            source=source,
            indent=lines[0].indent,
            page=lines[0].page,
            centred=all(self._is_centred(line) for line in lines),
        )

    def _piece(self, lines: Sequence[Line], pieces: Sequence[Piece], source: int, right: Columns | None = None) -> Laid:
        slices = tuple((start, stop) for _, start, stop in pieces)
        first = lines[pieces[0][0]]
        return Laid(
            text=self._join(slices),
            slices=slices,
            source=source,
            indent=right.edge if right else first.indent,
            column=1 if right else 0,
            page=first.page and not right,
        )

    def _join(self, slices: Sequence[tuple[int, int]]) -> str:
        return "\n".join(self.text[start:stop] for start, stop in slices)

    def _is_centred(self, line: Line) -> bool:
        middle = (self.width - len(line.text)) / 2
        return self.width >= 60 and line.indent >= 8 and abs(line.indent - middle) <= 3


def _groups(lines: Sequence[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Adjacent lines without a blank one or a new sheet between them, each with the number of its first line."""
    group: list[Line] = []
    for number, line in enumerate(lines):
        if group and (line.blank or line.fresh):
            yield number - len(group), group
            group = []
        if not line.blank:
            group.append(line)
    if group:
        yield len(lines) - len(group), group


def _split(block: Sequence[Line], margin: int) -> Iterator[Sequence[Line]]:
    """The paragraphs of a block, told by first-line indents; a list, with its lead-in, is one block (contract)."""
    start = 0
    noted = False
    for number, (before, line) in enumerate(pairwise(block), 1):
        noted = noted or is_note(before)  # the items of the note on attachments are often indented
        if not noted and begins_indented(line, before, margin):
            yield block[start:number]
            start = number
    if block:
        yield block[start:]
