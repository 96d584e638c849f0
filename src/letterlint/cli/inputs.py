"""Which letters the command line names: files, folders, standard input; each once."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from letterlint import api
from letterlint.cli.translated import LANGUAGES, Wrong
from letterlint.errors import ReadError
from letterlint.model import Failure
from letterlint.sources.files import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"
_NOTHING = ("Укажите хотя бы один файл или папку.", "Name at least one file or folder.")
_UNUSED_NAME = (
    "--stdin-filename имеет смысл только вместе с «-» (стандартный ввод).",
    "--stdin-filename makes sense only with “-” (standard input).",
)
_NO_STDIN = ("Стандартного ввода нет.", "There is no standard input.")
_UNKNOWN_STDIN = (
    "По содержимому стандартного ввода не видно, что это за файл: назовите его, например --stdin-filename letter.docx.",
    "The content of standard input does not tell what file it is: name it, for example --stdin-filename letter.docx.",
)
_ENDLESS = (
    f"на стандартном вводе больше {LARGEST // 2**20} МБ",
    f"standard input holds more than {LARGEST // 2**20} MiB",
)
_ZIP = b"PK\x03\x04"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SNIFFED = 8192  #: bytes in which a file that is no text shows a NUL


class Input(NamedTuple):
    """One letter to read: a path, the bytes of standard input under a name, or a path that leads nowhere.

    Its ``failure`` has the words of both languages.
    """

    path: str
    data: bytes | None = None
    failure: Failure | None = None


def collect(paths: "Iterable[str]", stdin_name: str | None, lang: str) -> "list[Input]":
    """The inputs in order, each file once, however often and by whatever path it is named.

    Raises ``Wrong`` where nothing is named, or standard input does not tell what it is.
    """
    named = list(dict.fromkeys(paths))
    if not named:
        raise Wrong(_NOTHING[LANGUAGES.index(lang)])
    if stdin_name is not None and STDIN not in named:
        raise Wrong(_UNUSED_NAME[LANGUAGES.index(lang)])
    seen: dict[str, Input] = {}
    for path in named:
        if path == STDIN:
            seen.setdefault(STDIN, _stdin(stdin_name, lang))
            continue
        for found in _found(path):
            seen.setdefault(os.path.realpath(found.path), found)
    return list(seen.values())


def _found(path: str) -> "Iterator[Input]":
    try:
        yield from map(Input, api.find_files([path]))
    except ReadError as error:
        yield Input(path, failure=Failure(error.kind, error.reason, path=path, message_en=error.reason_en))
    except OSError as error:
        yield Input(path, failure=Failure("unreadable", error.strerror or str(error), path=path))


def _stdin(name: str | None, lang: str) -> "Input":
    if sys.stdin is None:
        raise Wrong(_NO_STDIN[LANGUAGES.index(lang)])
    data = sys.stdin.buffer.read(LARGEST + 1)
    if name is None:
        name = _likely_name(data)
    if name is None:
        raise Wrong(_UNKNOWN_STDIN[LANGUAGES.index(lang)])
    if len(data) > LARGEST:
        return Input(name, failure=Failure("limit", _ENDLESS[0], path=name, message_en=_ENDLESS[1]))
    return Input(name, data)


def _likely_name(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        return "letter.docx"
    if data.startswith(_UTF16_MARKS) or b"\0" not in data[:_SNIFFED]:
        return "letter.txt"
    return None
