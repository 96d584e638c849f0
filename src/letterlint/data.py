"""Opens the word lists and tables under ``rules/``, installed or in a checkout, each once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from letterlint.errors import LetterlintError, RuleError

_COMMENT = re.compile(r'(?<!["«])#')
_COLUMN = re.compile(r"\t[\t ]*| {2,}")


@cache
def root() -> Path:
    """The folder that holds the rule packs: inside the package, else in the checkout (editable install).

    Raises ``RuleError`` where neither is there.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "rules", here.parent.parent / "rules"):
        if (folder / "language").is_dir():
            return folder
    raise RuleError(
        f"Папка с правилами не найдена рядом с {here}: переустановите letterlint.", f"No rules beside {here}."
    )


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of ``rules/language/NAME.txt`` in order: one a line, ``#`` begins a comment."""
    return read_words(root() / "language" / f"{name}.txt")


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of ``rules/language/NAME.txt``, to ask whether a word is among them."""
    return frozenset(words(name))


def read_words(path: Path) -> tuple[str, ...]:
    """The entries of one word list; ``"#"`` in quotation marks begins no comment.

    Raises ``RuleError`` naming the file where it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"Список слов {path} не читается: {error}", f"{path}: cannot be read: {error}") from error
    lines = [_COMMENT.split(line, 1)[0] if "#" in line else line for line in text.splitlines()]
    return tuple([entry for line in lines if (entry := line.strip())])


#: A configuration or a rule page is never larger. What lies in a letter's folder is not ours, and ``tomllib`` takes a
#: time that grows with the square of the parts of a dotted key: 10,000 of them take 1.6 s.
_LARGEST_TABLE = 256 * 1024
_MOST_DOTS = 500


def read_table(path: Path, error: type[LetterlintError] = RuleError) -> dict[str, Any]:
    """The table of a TOML file. Raises ``error`` naming the file where it cannot be read, or holds no TOML."""
    import tomllib  # noqa: PLC0415 - a run without configuration reads none

    if not path.is_file():  # nor is a pipe opened
        raise error(f"{path}: такого файла нет.", f"{path}: there is no such file.")
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_TABLE + 1)
        text = content.decode("utf-8-sig")  # editors of Windows put a mark before UTF-8
        if len(content) > _LARGEST_TABLE:
            raise error(f"{path}: файл больше 256 КБ.", f"{path}: the file is larger than 256 KiB.")
        if any(line.count(".") > _MOST_DOTS for line in text.splitlines()):
            raise error(f"{path}: слишком длинная строка: разбейте её.", f"{path}: a line is too long: break it.")
        return tomllib.loads(text)
    except UnicodeDecodeError as reason:
        raise error(f"{path}: файл должен быть в кодировке UTF-8.", f"{path}: the file must be in UTF-8.") from reason
    except OSError as reason:
        raise error(
            f"{path}: не читается: {reason.strerror}.", f"{path}: cannot be read: {reason.strerror}."
        ) from reason
    except (ValueError, RecursionError) as reason:  # numbers of thousands of figures, brackets in brackets
        raise error(f"{path}: ошибка в TOML: {reason}.", f"{path}: wrong TOML: {reason}.") from reason


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``rules/language/NAME.txt``, columns separated by a tab or by two blanks and more."""
    return tuple([tuple([cell.strip() for cell in _COLUMN.split(entry)]) for entry in words(name)])


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of ``rules/language/NAME.txt`` as they stand."""
    return tuple((root() / "language" / f"{name}.txt").read_text(encoding="utf-8").splitlines())
