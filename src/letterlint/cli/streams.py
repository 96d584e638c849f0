"""Standard output and error: whatever the console and whatever the letter, writing never raises.

A Windows console in cp866 or cp1251 lacks «—», «», № or ×: what it cannot show becomes the nearest thing it can.
JSON goes out as UTF-8 bytes, whatever the console.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from letterlint.reports.cells import Substitute

_NEAREST = {
    "—": "-",
    "–": "-",
    "−": "-",
    "‑": "-",
    "¬": "-",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "’": "'",
    "‘": "'",
    "№": "N",
    "×": "x",
    "…": "...",
    "→": "->",
    "•": "*",
    "·": ".",
    "\u00a0": " ",
    "\u202f": " ",
    "₽": "руб.",
    "€": "EUR",
    "§": "п.",
}
#: a reader that went away: EPIPE, and EINVAL as Windows says it
_GONE = (errno.EPIPE, errno.EINVAL)


class WriteError(Exception):
    """The output could not be written; ``reason`` is what the system says."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.reason = error.strerror or str(error)


def substitute_for(encoding: str) -> Substitute:
    """What a console in ``encoding`` shows for one character: itself, the nearest thing it has, or «?»."""

    def shown(char: str) -> str:
        if _fits(char, encoding):
            return char
        nearest = _NEAREST.get(char)
        if nearest is not None and _fits(nearest, encoding):
            return nearest
        if category(char) in ("Mn", "Me"):  # an accent: the letter under it says enough
            return ""
        plain = "".join(part for part in normalize("NFKD", char) if category(part) != "Mn" and _fits(part, encoding))
        return plain or "?"

    return shown


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _handler(encoding: str) -> str:
    """The name of a handler of encoding errors that substitutes. The error itself says only «charmap» of cp866."""
    shown = substitute_for(encoding)

    def handle(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        return "".join(shown(char) for char in error.object[error.start : error.end]), error.end

    name = f"letterlint-{encoding}"
    codecs.register_error(name, handle)
    return name


def prepare() -> None:
    """Make standard output and error write whatever they are given."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_handler(stream.encoding))


def console_substitute() -> Substitute:
    """What standard output can show; for a Unicode stream ``str``: everything but halves of surrogate pairs."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return str if codecs.lookup(encoding).name.startswith("utf") else substitute_for(encoding)


def say(text: str) -> None:
    """One message on standard error; lost where there is none."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text + "\n")
            sys.stderr.flush()
        except OSError as error:
            if error.errno not in _GONE:
                raise


class Output:
    """Standard output, as text or (``utf8``) as bytes. ``broken`` once the reader has gone: then it swallows all.

    ``write`` raises ``WriteError`` where the output cannot be written for another reason, such as a full disk.
    """

    def __init__(self, *, utf8: bool = False) -> None:
        self._utf8 = utf8
        self.broken = sys.stdout is None

    def write(self, text: str) -> None:
        """Write and flush."""
        if self.broken:
            return
        try:
            if self._utf8:
                sys.stdout.buffer.write(utf8_bytes(text))
                sys.stdout.buffer.flush()
            else:
                sys.stdout.write(text)
                sys.stdout.flush()
        except OSError as error:
            self.broken = True
            _silence()
            if error.errno not in _GONE:
                raise WriteError(error) from error

    def commit(self) -> None:
        """Nothing remains to be done: what was written is out."""

    def abandon(self) -> None:
        """Nothing can be taken back."""


def utf8_bytes(text: str) -> bytes:
    """UTF-8; half a surrogate pair (in a file name that is no UTF-8) is written as the escape that JSON reads back."""
    return text.encode("utf-8", "backslashreplace")


def _silence() -> None:
    """What is still buffered goes nowhere, so that leaving Python does not complain about it."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError):  # no file behind the stream: then nothing complains either
        return
