"""An output file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from letterlint.cli.streams import WriteError, utf8_bytes
from letterlint.cli.translated import LANGUAGES, Wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_FOLDER = ("«{path}» – папка: назовите файл.", "“{path}” is a folder: name a file.")
_NO_FOLDER = ("Нет папки «{folder}» для файла «{path}».", "There is no folder “{folder}” for the file “{path}”.")
_EXISTS = ("Файл «{path}» уже есть: замените его с --force.", "The file “{path}” exists: replace it with --force.")
_INPUT = ("«{path}» – проверяемое письмо: назовите другой файл.", "“{path}” is an input: name another file.")


_Result = TypeVar("_Result")


class OutputFile:
    """A file written beside its place under another name, and put there by ``commit``.

    All methods raise ``WriteError``. A device such as ``/dev/null`` is written to directly.
    """

    def __init__(self, path: str) -> None:
        self.broken = False
        self._target = Path(os.path.realpath(path))  # a link stays a link: what it names is replaced
        self._temporary: Path | None = None
        if _is_device(self._target):
            self._file = _tried(lambda: self._target.open("wb"))
            return
        temporary = self._target.with_name(f".{self._target.name}.{os.getpid()}.tmp")
        self._file = _tried(lambda: temporary.open("xb"))
        self._temporary = temporary

    def write(self, text: str) -> None:
        """Add ``text`` as UTF-8."""
        _tried(lambda: self._file.write(utf8_bytes(text)))

    def commit(self) -> None:
        """Put the file in its place, with the rights of the file that it replaces."""
        _tried(self._commit)

    def abandon(self) -> None:
        """Leave everything as it was; after ``commit`` nothing happens."""
        with suppress(OSError):  # a full disk says so again when what is left is written: it is told already
            self._file.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)
            self._temporary = None

    def _commit(self) -> None:
        self._file.flush()
        if self._temporary is not None:
            os.fsync(self._file.fileno())
        self._file.close()
        if self._temporary is None:
            return
        if self._target.exists():
            self._temporary.chmod(stat.S_IMODE(self._target.stat().st_mode))
        self._temporary.replace(self._target)
        self._temporary = None


def require_writable(path: str, inputs: Iterable[str], *, force: bool, lang: str) -> None:
    """Raise ``Wrong`` where ``path`` may not be written: a folder, an input, or there already without ``force``."""
    target = Path(path)
    index = LANGUAGES.index(lang)
    if target.is_dir():
        raise Wrong(_FOLDER[index].format(path=path))
    if not target.parent.is_dir():
        raise Wrong(_NO_FOLDER[index].format(path=path, folder=target.parent))
    if os.path.realpath(path) in {os.path.realpath(name) for name in inputs}:
        raise Wrong(_INPUT[index].format(path=path))
    if target.exists() and not force and not _is_device(target):
        raise Wrong(_EXISTS[index].format(path=path))


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _tried(act: Callable[[], _Result]) -> _Result:
    try:
        return act()
    except OSError as error:
        raise WriteError(error) from error
