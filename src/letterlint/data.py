"""Opens the word lists and tables under ``rules/``, installed or in a checkout, each once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from letterlint.errors import RuleError

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


def read_words(path: Path) -> tuple[str, ...]:
    """The entries of one word list. Raises ``RuleError`` naming the file where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"Список слов {path} не читается: {error}", f"{path}: cannot be read: {error}") from error
    lines = [line.partition("#")[0] if "#" in line else line for line in text.splitlines()]
    return tuple([entry for line in lines if (entry := line.strip())])


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``rules/language/NAME.txt``, columns separated by a tab or by two blanks and more."""
    return tuple([tuple([cell.strip() for cell in _COLUMN.split(entry)]) for entry in words(name)])


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of ``rules/language/NAME.txt`` as they stand."""
    return tuple((root() / "language" / f"{name}.txt").read_text(encoding="utf-8").splitlines())
