"""Reads a letter in plain text: bytes to blocks."""

from __future__ import annotations

from letterlint.errors import ReadError
from letterlint.letter import Alignment, Block, PageStart, ParagraphStyle, Place, Source
from letterlint.model import Failure, Kind
from letterlint.sources.encoding import decode
from letterlint.sources.layout import Laid, layout

__all__ = ["LARGEST", "Laid", "layout", "read_plain"]

#: A text file beyond this is no letter: 8 million letters in UTF-16.
LARGEST = 16 * 1024 * 1024

#: One blank of indent on paper: 10 characters an inch, rounded down, in mm.
_BLANK = 2.0


def read_plain(data: bytes) -> Source:
    """The blocks of a text file. Raises ``ReadError`` for binary, empty and too large files."""
    if len(data) > LARGEST:
        raise ReadError("текстовый файл больше 16 МБ", "the text file is larger than 16 MiB", "limit")
    decoded = decode(data)
    blocks = tuple(_block(laid) for laid in layout(decoded.text))
    if not blocks:
        raise ReadError("файл пуст", "the file is empty")
    guess = Failure(
        "note",
        f"Кодировка определена по тексту: {decoded.encoding}",
        message_en=f"The charset was guessed from the text: {decoded.encoding}",
    )
    notes = [guess] if decoded.guessed else []
    return Source(Kind.DOC, blocks, formatted=False, notes=tuple(notes))


def _block(laid: Laid) -> Block:
    return Block(
        text=laid.text,
        source=laid.source,
        style=ParagraphStyle(alignment=Alignment.CENTER if laid.centred else None, left=laid.indent * _BLANK),
        place=Place(column=laid.column),
        page_start=PageStart.HARD if laid.page else PageStart.NO,
    )
