"""Files and folders: what is read, what is passed over, and what a file is. Nothing is opened but regular files."""

from __future__ import annotations

import os
import stat
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from letterlint.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The largest file that is read, in bytes.
LARGEST = 32 * 1024 * 1024

#: What reads a file of an extension.
_READERS = {".docx": "docx", ".docm": "docx", ".dotx": "docx", ".txt": "plain", ".eml": "mail"}
#: The extensions of letters, in lower case.
EXTENSIONS = tuple(_READERS)
_SUPPORTED = ", ".join(EXTENSIONS)

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
#: Files that are saved as .txt by mistake and would be read as nonsense: how they begin, and what they are.
_FOREIGN = ((b"%PDF-", "PDF"), (b"{\\rtf", "RTF"))

#: Windows: the file is open elsewhere without sharing, or a part of it is locked.
_SHARING_VIOLATIONS = (32, 33)

#: Names in one folder among which a similar one is looked for.
_NAMES = 5000


def load(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file, read once. Raises ``ReadError`` for everything else, saying what to do.

    A link that the caller names is followed; a pipe, a socket or a device is never opened.
    """
    path = Path(path)
    try:
        _check(path.stat(), path)
    except FileNotFoundError as error:
        raise _missing(path) from error
    except (OSError, ValueError) as error:
        raise _refused(error) from error
    try:
        return _read(path)
    except FileNotFoundError as error:
        raise ReadError("файл исчез, пока его читали", "the file vanished while it was read") from error
    except OSError as error:
        raise _refused(error) from error


def _read(path: Path) -> bytes:
    """The bytes of ``path``; it is looked at again once open, because it may have been exchanged meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        _check(os.fstat(file.fileno()), path)
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large()
    return data


def _check(status: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(status.st_mode):
        if not os.access(path, os.R_OK | os.X_OK):
            raise ReadError("нет прав на чтение папки", "no permission to read the folder")
        raise ReadError("это папка, а не файл", "this is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("это не обычный файл (канал, сокет или устройство)", "not a regular file (pipe or device)")
    if status.st_size > LARGEST:
        raise _too_large()


def _too_large() -> ReadError:
    return ReadError("файл больше 32 МБ", "the file is larger than 32 MiB", "limit")


def _missing(path: Path) -> ReadError:
    from difflib import get_close_matches  # noqa: PLC0415 - only a missing file pays for it

    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _NAMES) if not _is_passed_over(entry.name)]
    except (OSError, ValueError):
        names = []
    near = get_close_matches(path.name, names, n=1)
    if not near:
        return ReadError("файл не найден", "file not found")
    return ReadError(f"файл не найден; возможно, «{near[0]}»?", f'file not found; perhaps "{near[0]}"?')


def _refused(error: OSError | ValueError) -> ReadError:
    """What the system's refusal means for a clerk."""
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return ReadError(
            "файл открыт в другой программе, вероятно в Word: закройте его и повторите",
            "the file is open in another program, probably Word: close it and try again",
        )
    if isinstance(error, PermissionError):
        return ReadError("нет прав на чтение файла", "no permission to read the file")
    if isinstance(error, NotADirectoryError):
        return ReadError("файл не найден", "file not found")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ReadError(f"файл не читается: {reason}", f"the file cannot be read: {reason}")


def walk(folder: str | os.PathLike[str]) -> list[Path]:
    """The letters in a folder and all folders below it, sorted.

    Passed over are ``*.fixed.*``, ``*.review.*``, ``*.bak``, ``~$*``, hidden files and folders, and links. A folder
    that cannot be listed stands in the result itself: :func:`load` then says why, and nothing is left out in silence.
    """
    letters: list[Path] = []
    folders = [os.fspath(folder)]
    while folders:
        here = folders.pop()
        try:
            for entry in _entries(here):
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.is_file(follow_symlinks=False) and _extension(entry.name) in _READERS:
                    letters.append(Path(entry.path))
        except FileNotFoundError:
            continue
        except OSError:
            letters.append(Path(here))
    return sorted(letters)


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not _is_passed_over(entry.name) and not _is_link(entry):
                yield entry


def _is_passed_over(name: str) -> bool:
    low = name.lower()
    return low.startswith((".", "~$")) or low.endswith(".bak") or ".fixed." in low or ".review." in low


def _is_link(entry: os.DirEntry[str]) -> bool:
    """True for a symbolic link and, on Windows, for a junction, a mount point and what is marked as hidden."""
    if entry.is_symlink():
        return True
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & (stat.FILE_ATTRIBUTE_REPARSE_POINT | stat.FILE_ATTRIBUTE_HIDDEN))


def _extension(name: str) -> str:
    return Path(name).suffix.lower()


def identify(data: bytes, name: str) -> str:
    """What reads the file: ``docx``, ``plain`` or ``mail``, by its extension; a Word file named .txt by its content.

    Bytes without a name are told by their content.
    Raises ``ReadError`` for an unknown extension, for a PDF or RTF named .txt and for a lock file of Word.
    """
    base = Path(name).name
    if base.startswith("~$"):
        raise ReadError(
            "это служебный файл Word: проверьте само письмо", "this is a lock file of Word: check the letter"
        )
    kind = _READERS.get(_extension(base)) if base else "plain"
    if kind is None:
        raise ReadError(
            f"такие файлы не читаются; читаются {_SUPPORTED}", f"unsupported type of file; supported are {_SUPPORTED}"
        )
    if kind != "plain":
        return kind
    if data.startswith((_ZIP, _OLE)):
        return "docx"
    for beginning, foreign in _FOREIGN:
        if data.startswith(beginning):
            raise ReadError(f"это файл {foreign}, а не текст", f"this is a file of type {foreign}, not text")
    return kind
