"""Automatic numbering: the label that Word prints before a paragraph, and the indents of its level."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from letterlint.sources.docx.layers import NO_PARAGRAPH, ParagraphLayer, read_indents
from letterlint.sources.docx.measures import on, whole
from letterlint.sources.docx.names import ILVL, NUMID, PPR, PSTYLE, VAL, W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
#: Without ё, й, ъ and ь, as Word counts (ECMA-376, 17.18.59, russianLower).
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 780  # Word counts with letters no further
_MOST_ROMAN = 3999
_BULLET = "•"
_DASHES = frozenset("-–—−")
_COUNTED = {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "russianLower", "russianUpper"}


class Level(NamedTuple):
    """One level of a list: where it starts, how it counts, what it prints and when it begins anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    indents: ParagraphLayer = NO_PARAGRAPH


class _List:
    """An abstract list with its running counters."""

    __slots__ = ("counters", "levels")

    def __init__(self, levels: "dict[int, Level]") -> None:
        self.levels = levels
        self.counters: list[int | None] = [None] * _LEVELS


class _Use:
    """A ``w:num``: a list and what it overrides. ``starts`` are used up by its first paragraph."""

    __slots__ = ("levels", "list", "starts")

    def __init__(self, shared: "_List", levels: "dict[int, Level]", starts: dict[int, int]) -> None:
        self.list = shared
        self.levels = levels
        self.starts = starts


class Numbering:
    """The lists of a document; keeps count from paragraph to paragraph in the order in which it is asked."""

    def __init__(self, load: "Callable[[], _Element | None]", style_number: "Callable[[str], str | None]") -> None:
        """``load`` yields the root of numbering.xml when a numbered paragraph is first met.

        ``style_number`` tells the ``numId`` that a numbering style holds.
        """
        self._load = load
        self._style_number = style_number
        self._lists: dict[str, _List] = {}
        self._uses: dict[str, _Use | None] = {}

    @cached_property
    def _elements(self) -> "dict[tuple[str, str], _Element]":
        root = self._load()
        found: dict[tuple[str, str], _Element] = {}
        for tag, attribute in ((W + "abstractNum", W + "abstractNumId"), (W + "num", NUMID)):
            for element in () if root is None else root.iterchildren(tag):
                found.setdefault((tag, element.get(attribute) or ""), element)
        return found

    def indents(self, number: str, level: int | None, style: str | None = None) -> ParagraphLayer:
        """The indents that a list gives to a paragraph, also to one numbered through its ``style``."""
        use = self._use(number)
        if use is None:
            return NO_PARAGRAPH
        found = use.levels.get(self.level(number, level, style))
        return NO_PARAGRAPH if found is None else found.indents

    def level(self, number: str, level: int | None, style: str | None = None) -> int:
        """The level meant: a style may leave it to the list, whose level then names the style."""
        use = self._use(number)
        if level is None and style is not None and use is not None:
            level = next((index for index, one in use.levels.items() if one.style == style), None)
        return min(max(level or 0, 0), _LEVELS - 1)

    def label(self, number: str, level: int) -> str | None:
        """Count one paragraph and return the label it gets; None where the list prints nothing."""
        use = self._use(number)
        if use is None or level not in use.levels:
            return None
        counters = use.list.counters
        if use.starts:
            for index, start in use.starts.items():
                counters[index] = start if index < level else None
            use.starts = {}
        own = counters[level]
        counters[level] = use.levels[level].start if own is None else own + 1
        for deeper in range(level + 1, _LEVELS):
            restart = use.levels[deeper].restart if deeper in use.levels else None
            if restart is None or level < restart:
                counters[deeper] = None
        return _print(use.levels, counters, level)

    def _use(self, number: str) -> "_Use | None":
        if number not in self._uses:
            self._uses[number] = self._read_use(number)
        return self._uses[number]

    def _read_use(self, number: str) -> "_Use | None":
        element = self._elements.get((W + "num", number))
        if element is None:
            return None
        shared = self._list(_child(element, "abstractNumId") or "", 0)
        if shared is None:
            return None
        levels, starts = dict(shared.levels), {}
        for override in element.iterchildren(W + "lvlOverride"):
            index = whole(override.get(ILVL))
            if index is None or not 0 <= index < _LEVELS:
                continue
            for redefined in override.iterchildren(W + "lvl"):
                levels[index] = _read_level(redefined)
            start = whole(_child(override, "startOverride"))
            if start is not None:
                starts[index] = start
                levels[index] = levels.get(index, Level())._replace(start=start)
        return _Use(shared, levels, starts)

    def _list(self, abstract: str, depth: int) -> "_List | None":
        if abstract in self._lists:
            return self._lists[abstract]
        element = self._elements.get((W + "abstractNum", abstract))
        if element is None:
            return None
        link = _child(element, "numStyleLink")
        if link is not None and depth < _LEVELS:  # defined elsewhere, through a numbering style
            other = self._elements.get((W + "num", self._style_number(link) or ""))
            linked = None if other is None else self._list(_child(other, "abstractNumId") or "", depth + 1)
            if linked is not None:
                self._lists[abstract] = linked
                return linked
        levels: dict[int, Level] = {}
        for child in element.iterchildren(W + "lvl"):
            index = whole(child.get(ILVL))
            if index is not None and 0 <= index < _LEVELS:
                levels[index] = _read_level(child)
        return self._lists.setdefault(abstract, _List(levels))


def _read_level(element: "_Element") -> "Level":
    legal = next(element.iterchildren(W + "isLgl"), None)
    start = whole(_child(element, "start"))
    return Level(
        start=0 if start is None else start,
        format=_child(element, "numFmt") or "decimal",
        text=_child(element, "lvlText") or "",
        restart=whole(_child(element, "lvlRestart")),
        legal=legal is not None and on(legal),
        style=next((child.get(VAL) for child in element.iterchildren(PSTYLE)), None),
        indents=read_indents(next(element.iterchildren(PPR), None)),
    )


def _print(levels: "dict[int, Level]", counters: list[int | None], level: int) -> str | None:
    own = levels[level]
    if own.format == "bullet":
        # Dashes are told apart because an enumeration with them is written differently; of the many signs that
        # symbol fonts paint, all are bullets.
        return own.text if own.text in _DASHES else _BULLET

    def value(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shown = levels.get(index, own)
        count = counters[index]
        style = "decimal" if own.legal else shown.format
        return counted(shown.start if count is None else count, style)

    return _PLACEHOLDER.sub(value, own.text) or None


def counted(value: int, style: str) -> str:
    """A number in one of Word's number formats; decimal where the format is not among those of Russian letters."""
    if style in {"none", "bullet"}:
        return ""
    if style == "decimalZero":
        return f"{value:02d}"
    if style in _COUNTED and value > 0:
        lower = style[0].lower() + style[1:]
        if "Roman" in style and value <= _MOST_ROMAN:
            text = _roman(value)
        elif "Roman" not in style and value <= _MOST_LETTERS:
            alphabet = _RUSSIAN if style.startswith("russian") else _LATIN
            turn, index = divmod(value - 1, len(alphabet))
            text = alphabet[index] * (turn + 1)
        else:
            return str(value)
        return text.upper() if "pper" in lower else text
    return str(value)


def _roman(value: int) -> str:
    letters = []
    for size, sign in _ROMAN:
        times, value = divmod(value, size)
        letters.append(sign * times)
    return "".join(letters)


def _child(parent: "_Element", name: str) -> str | None:
    child = next(parent.iterchildren(W + name), None)
    return None if child is None else child.get(VAL)
