"""Names what a file really is when it is no Word package: the reader's refusals in one place."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

from letterlint.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Collection

_OLE = b"\xd0\xcf\x11\xe0"
_SAVE = ": сохраните письмо как .docx"
_HTML = re.compile(rb"\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
#: Word's own «~$letter.docx»: the length of the user's name, the name, padding.
_LOCK_BYTES, _LOCK_NAME = 162, 54

#: Streams of an OLE file and what they show it to be.
_OLE_KINDS = (
    ("EncryptedPackage", "файл защищён паролем", "the file is protected by a password"),
    ("WordDocument", f"это старый формат .doc{_SAVE}", "this is the legacy .doc format: save the letter as .docx"),
    ("Workbook", "это книга Excel (.xls), а не письмо Word", "this is an Excel workbook (.xls), not a Word letter"),
    ("Book", "это книга Excel (.xls), а не письмо Word", "this is an Excel workbook (.xls), not a Word letter"),
    ("PowerPoint Document", "это презентация (.ppt), а не письмо Word", "this is a presentation (.ppt), not a letter"),
    ("__properties_version1.0", "это сообщение Outlook (.msg)", "this is an Outlook message (.msg)"),
)


def refusal(data: bytes) -> ReadError:
    """The refusal for bytes that do not begin like a ZIP."""
    if not data:
        return ReadError("файл пуст", "the file is empty")
    if data.startswith(_OLE):
        return _ole(data)
    return ReadError(*_plain(data))


_BEGINNINGS = (
    (b"{\\rtf", f"это RTF, а не DOCX{_SAVE}", "this is RTF, not DOCX: save the letter as .docx"),
    (b"%PDF-", "это PDF, а не DOCX", "this is PDF, not DOCX"),
)


def _plain(data: bytes) -> tuple[str, str]:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, russian, english in _BEGINNINGS:
        if head.startswith(beginning):
            return russian, english
    if _HTML.match(head):
        return f"это HTML, а не DOCX{_SAVE}", "this is HTML, not DOCX: save the letter as .docx"
    if b"<w:wordDocument" in data[:4096] or b"<pkg:package" in data[:4096]:
        return f"это Word XML, а не DOCX{_SAVE}", "this is flat Word XML, not DOCX: save the letter as .docx"
    if len(data) == _LOCK_BYTES and data[0] <= _LOCK_NAME:
        return "это служебный файл Word (~$), а не письмо", "this is a lock file of Word (~$), not a letter"
    if b"PK\x01\x02" in data or b"PK\x03\x04" in data:
        return "это не ZIP: перед архивом стоят посторонние данные", "not a ZIP: foreign data before the archive"
    return "это не DOCX: файл не начинается как архив ZIP", "not a DOCX: the file does not begin like a ZIP"


def _ole(data: bytes) -> ReadError:
    for stream, russian, english in _OLE_KINDS:
        if stream in _streams(data):
            return ReadError(russian, english)
    return ReadError("это файл OLE, а не DOCX", "this is an OLE file, not DOCX")


def _streams(data: bytes) -> Collection[str]:
    """Names of the top streams; where the directory is damaged, names that stand somewhere in the bytes."""
    import olefile  # noqa: PLC0415 - rarely needed

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return {entry[0] for entry in ole.listdir()}
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error, RecursionError):
        return {name for name, *_ in _OLE_KINDS if name.encode("utf-16-le") in data}


def zip_refusal(names: Collection[str], mimetype: bytes) -> ReadError:
    """The refusal for a ZIP that holds no Word document; ``names`` are lower case, ``mimetype`` ODF's first member."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return ReadError(f"это документ OpenDocument (.odt){_SAVE}", "this is OpenDocument (.odt): save as .docx")
    if mimetype:
        kind = mimetype[:80].decode("ascii", "replace")
        return ReadError(f"это не письмо Word, а файл типа {kind}", f"not a Word letter but {kind}")
    for folder, russian, english in (
        ("xl/", "это книга Excel (.xlsx), а не письмо Word", "this is an Excel workbook (.xlsx), not a Word letter"),
        ("ppt/", "это презентация (.pptx), а не письмо Word", "this is a presentation (.pptx), not a Word letter"),
        ("visio/", "это схема Visio (.vsdx), а не письмо Word", "this is a Visio drawing, not a Word letter"),
    ):
        if any(name.startswith(folder) for name in names):
            return ReadError(russian, english)
    if "[content_types].xml" not in names:
        return ReadError(
            "это архив ZIP, а не документ Word: нет [Content_Types].xml",
            "a ZIP, not a Word document: no [Content_Types].xml",
        )
    return ReadError("в файле нет документа Word", "the file holds no Word document")
