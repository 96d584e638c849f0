"""How text stands on a terminal: what each character shows and how many cells it takes.

Letters are strangers' text: a control character in one must not reach the terminal, and an underline must stand under
the offence whatever combining or wide characters go before it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, east_asian_width

#: What the console shows for a glyph that it cannot write; ``str`` where it can write everything.
Substitute = Callable[[str], str]

_OPTIONAL_HYPHEN = "¬"  #: as Word shows U+00AD
_INVISIBLE = "·"
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_BLANK_CATEGORIES = frozenset({"Zs", "Zl", "Zp"})


class Glyph(NamedTuple):
    """What is printed for one code point, and its width in cells."""

    text: str
    width: int


_BLANK = Glyph(" ", 1)


def glyph(char: str, substitute: Substitute = str) -> Glyph:
    """What one code point shows: blanks of every kind as a blank, invisible and control characters as a dot."""
    if " " < char <= "~":
        return Glyph(char, 1)
    kind = category(char)
    if kind in _BLANK_CATEGORIES or char in "\n\t":
        return _BLANK
    if "\ufe00" <= char <= "\ufe0f":  # selects a picture of another width, which no terminal agrees on
        return Glyph("", 0)
    if char == "\u00ad":
        char = _OPTIONAL_HYPHEN
    elif kind in _INVISIBLE_CATEGORIES:
        char = _INVISIBLE
    shown = substitute(char)
    if shown != char:
        return Glyph(shown, len(shown))
    if kind in ("Mn", "Me"):
        return Glyph(char, 0)
    return Glyph(char, 2 if east_asian_width(char) in "WF" else 1)


def glyphs(text: str, substitute: Substitute = str) -> list[Glyph]:
    """The glyph of every code point of ``text``."""
    return [glyph(char, substitute) for char in text]


def clean(text: str, substitute: Substitute = str) -> str:
    """``text`` as it may be printed on one line."""
    return "".join(item.text for item in glyphs(text, substitute))


def width(text: str, substitute: Substitute = str) -> int:
    """The cells that ``text`` takes."""
    return sum(item.width for item in glyphs(text, substitute))


def wrap(text: str, cells: int, substitute: Substitute = str) -> list[str]:
    """``text`` in cleaned lines of at most ``cells`` cells, broken at blanks and line breaks, not at no-break spaces.

    A word wider than a line is broken inside.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in _words(text):
        for piece, size in _fitting(glyphs(word, substitute), cells):
            if line and used + 1 + size > cells:
                lines.append(line)
                line, used = "", 0
            line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    return [*lines, line] if line or not lines else lines


def _words(text: str) -> Iterator[str]:
    return (word for line in text.splitlines() for word in line.replace("\t", " ").split(" ") if word)


def _fitting(word: Sequence[Glyph], cells: int) -> Iterator[tuple[str, int]]:
    start, size = 0, 0
    for number, item in enumerate(word):
        if size + item.width > cells and number > start:
            yield "".join(g.text for g in word[start:number]), size
            start, size = number, 0
        size += item.width
    yield "".join(g.text for g in word[start:]), size
