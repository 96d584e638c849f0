"""Bytes of one XML part into a tree: charset, forbidden DOCTYPE, ISO Strict names, errors told by place."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING

from lxml import etree

from letterlint.errors import ReadError
from letterlint.sources.docx.names import STRICT

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}\?>")
_ENCODING = re.compile(rb"""encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']""")
_NATIVE = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_RUSSIAN = {"windows-1251": "cp1251", "cp1251": "cp1251", "koi8-r": "koi8-r"}
_STRICT_BYTES = tuple((strict.encode(), plain.encode()) for strict, plain in STRICT.items())


class BrokenPartError(ReadError):
    """One part of the package is missing or damaged; the reader decides whether the letter can be read without it."""


def parse(data: bytes, part: str) -> tuple[_Element, str | None]:
    """The root of an XML part and, where it is neither UTF-8 nor UTF-16, the name of its charset.

    Raises ``BrokenPartError`` for malformed XML, ``ReadError`` for a DOCTYPE or a depth or size that libxml2 refuses.
    """
    data, charset = _as_utf8(data, part)
    if b"<!DOCTYPE" in data:
        raise ReadError(f"вложенный XML-тип DOCTYPE запрещён ({part})", f"a DOCTYPE is forbidden ({part})")
    if b"purl.oclc.org/ooxml" in data:
        data = _transitional(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser), charset
    except etree.XMLSyntaxError as error:
        raise _syntax(error, part) from error
    except (ValueError, LookupError) as error:  # lxml's way to refuse a charset
        raise BrokenPartError(f"XML повреждён: {part}", f"malformed XML in {part}") from error


def _syntax(error: etree.XMLSyntaxError, part: str) -> ReadError:
    message = error.msg or ""
    if "depth" in message or "too long" in message or "too big" in message or "huge" in message.lower():
        return ReadError(
            f"слишком глубокий или слишком большой XML ({part})", f"XML too deep or too large ({part})", "limit"
        )
    line, column = error.position
    return BrokenPartError(
        f"XML повреждён: {part}, строка {line}, позиция {column}", f"malformed XML in {part}, {line}:{column}"
    )


def _as_utf8(data: bytes, part: str) -> tuple[bytes, str | None]:
    """The part in UTF-8 and the charset that deserves a note."""
    if data.startswith(BOM_UTF8):
        return data, None
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _recode(data, "utf-16", part), None
    if data.startswith(b"<\0"):
        return _recode(data, "utf-16-le", part), None
    if data.startswith(b"\0<"):
        return _recode(data, "utf-16-be", part), None
    declaration = _DECLARATION.match(data)
    declared = _ENCODING.search(declaration[0]) if declaration else None
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in _NATIVE:
        return data, None
    if name not in _RUSSIAN:
        raise BrokenPartError(f"кодировка «{name}» не поддерживается ({part})", f"charset {name} in {part}")
    return _recode(data, _RUSSIAN[name], part), name


def _recode(data: bytes, codec: str, part: str) -> bytes:
    """Decode strictly and drop the declaration, which names the old charset."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise BrokenPartError(f"XML повреждён: {part} не в кодировке {codec}", f"{part} is not {codec}") from error
    return _DECLARATION.sub(b"", text.encode("utf-8", "surrogatepass"), count=1)


def _transitional(data: bytes) -> bytes:
    """ISO Strict namespaces under their transitional names, where they stand quoted as a whole."""
    for strict, plain in _STRICT_BYTES:
        for quote in (b'"', b"'"):
            data = data.replace(quote + strict + quote, quote + plain + quote)
    return data
