"""Formats: bytes of a file to the blocks of a letter."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from letterlint.errors import ReadError
from letterlint.sources.files import EXTENSIONS, identify, load, walk

if TYPE_CHECKING:
    from docx.document import Document

    from letterlint.letter import Source

__all__ = ["EXTENSIONS", "load", "read", "read_document", "walk"]


def read(data: bytes, name: str) -> Source:
    """The blocks of a letter; ``name`` tells the format by its extension, without a name the content does.

    Raises ``ReadError``. Readers are imported when first needed, because lxml costs more than reading a text.
    """
    kind = identify(data, name)
    if kind == "mail":
        raise ReadError("письма .eml эта версия ещё не читает", "this version does not read .eml messages yet")
    if kind == "docx":
        from letterlint.sources.docx.reader import read_docx  # noqa: PLC0415

        return read_docx(data)
    from letterlint.sources.plain import read_plain  # noqa: PLC0415

    return read_plain(data)


def read_document(document: Document) -> Source:
    """The blocks of a python-docx document, as it would be saved now. Raises ``ReadError``."""
    from letterlint.sources.docx.reader import read_docx  # noqa: PLC0415

    saved = BytesIO()
    document.save(saved)
    return read_docx(saved.getvalue())
