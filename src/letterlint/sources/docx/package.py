"""The guard: bytes of a Word package into named XML parts, within limits; media is never inflated."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from letterlint.errors import ReadError
from letterlint.sources.docx import markup, sniff
from letterlint.sources.docx.markup import BrokenPartError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from letterlint.sources.docx.limits import Limits

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END_BYTES = 22
_COMMENT_BYTES = 65_535
_ENCRYPTED = 0x1

#: What ``zipfile`` and ``zlib`` raise on damaged or hostile archives (``UnicodeDecodeError`` is a ``ValueError``).
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
    struct.error,
)


class Package:
    """A checked package. Part names are compared without regard to case, with ``/`` between folders."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Check the archive. Raises ``ReadError`` where it must not or cannot be read."""
        self._limits = limits
        self._inflated = 0
        self.charsets: dict[str, str] = {}
        _check_frame(data, limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise _damaged("оглавление ZIP повреждено", "the directory of the ZIP is broken") from error
        self._members = _members(self._zip.infolist(), limits)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and key(name) in self._members

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def refusal(self) -> ReadError:
        """What to say where the package turns out to hold no Word document."""
        mimetype = self.read("mimetype", 200) if "mimetype" in self._members else b""
        return sniff.zip_refusal(self._members, mimetype)

    def read(self, name: str, cap: int | None = None) -> bytes:
        """The bytes of a part, or its first ``cap`` bytes.

        Raises ``BrokenPartError`` where it is missing or damaged, ``ReadError`` where it passes a limit.
        """
        info = self._members.get(key(name))
        if info is None:
            raise BrokenPartError(f"в файле нет части {name}", f"the part {name} is missing")
        if cap is None:
            self._check_size(info)
        try:
            with self._zip.open(info) as stream:
                # Never ``ZipFile.read``: it inflates whatever comes before it looks at the declared size. One byte more
                # than declared, so that a stream that lies about its size ends in a checksum error.
                data = stream.read(info.file_size + 1 if cap is None else cap)
        except _ZIP_ERRORS as error:
            raise BrokenPartError(f"часть {name} повреждена", f"the part {name} is broken") from error
        self._inflated += len(data)
        if self._inflated > self._limits.xml_bytes:
            raise ReadError("слишком большой документ: XML в сумме", "too large: the XML parts together", "limit")
        return data

    def xml(self, name: str) -> _Element:
        """The root element of an XML part; errors as for :meth:`read` and :func:`markup.parse`."""
        data = self.read(name)
        if sum(map(data.count, (b"<w:p>", b"<w:p ", b"<w:p/>"))) > self._limits.paragraphs:
            raise self._limits.too_many_paragraphs()  # before a tree is built of them: a second for a hundred thousand
        root, charset = markup.parse(data, name)
        if charset is not None:
            self.charsets[name] = charset
        return root

    def _check_size(self, info: zipfile.ZipInfo) -> None:
        if info.file_size > self._limits.part_bytes:
            raise ReadError(
                f"слишком большая часть документа ({info.filename})", f"a part is too large ({info.filename})", "limit"
            )
        packed = max(info.compress_size, 1)
        if info.file_size > self._limits.ratio_from and info.file_size > packed * self._limits.ratio:
            raise ReadError(
                f"подозрительно сильное сжатие ({info.filename})",
                f"suspicious compression ratio ({info.filename})",
                "limit",
            )


def key(name: str) -> str:
    """The name under which a member is found: Word compares without case, some writers use backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check_frame(data: bytes, limits: Limits) -> None:
    """Size, first bytes, the end record and the number of entries, before ``zipfile`` allocates anything."""
    if len(data) > limits.file_bytes:
        raise ReadError(f"файл больше {limits.file_bytes // (1024 * 1024)} МиБ", "the file is too large", "limit")
    if not data.startswith((_LOCAL, _END)):
        raise sniff.refusal(data)
    end = data.rfind(_END, max(0, len(data) - _END_BYTES - _COMMENT_BYTES))
    if end < 0 or end + _END_BYTES > len(data):
        raise _damaged("оглавление ZIP не найдено", "no ZIP directory found")
    size, offset = struct.unpack_from("<LL", data, end + 12)
    is_zip64 = 0xFFFFFFFF in {size, offset}
    if not is_zip64 and offset + size > end:
        raise _damaged("оглавление ZIP указывает мимо файла", "the ZIP directory points outside the file")
    if not is_zip64 and offset + size != end and not data.startswith(b"PK\x06", end - 20):
        raise ReadError(
            "перед архивом ZIP или внутри него стоят посторонние данные", "foreign data before or inside the ZIP"
        )
    if data.count(_CENTRAL, 0 if is_zip64 else offset, end) > limits.entries:
        raise _too_many(limits)


def _members(infos: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > limits.entries:
        raise _too_many(limits)
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = key(info.filename)
        if name.endswith("/"):
            continue
        if name in members:
            raise ReadError(f"в архиве два файла с именем {info.filename}", f"two members named {info.filename}")
        if info.flag_bits & _ENCRYPTED:
            raise ReadError("файл защищён паролем (шифрование ZIP)", "an encrypted ZIP entry")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise ReadError(
                f"неизвестный способ сжатия ZIP ({info.filename})", f"unknown ZIP compression ({info.filename})"
            )
        members[name] = info
    return members


def _damaged(russian: str, english: str) -> ReadError:
    return ReadError(f"файл обрезан или повреждён: {russian}", f"the file is truncated or broken: {english}")


def _too_many(limits: Limits) -> ReadError:
    return ReadError(
        f"слишком много файлов в архиве: больше {limits.entries}", f"more than {limits.entries} ZIP entries", "limit"
    )
