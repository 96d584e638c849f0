"""An example of a rule page as people read it: the text, the offence underlined, the parts of the letter beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from letterlint import partition
from letterlint.model import Zone
from letterlint.reports import wording
from letterlint.reports.cells import Glyph, clean, glyphs, width, wrap
from letterlint.reports.quote import underline

if TYPE_CHECKING:
    from letterlint.reports.look import Look

_SIGN = "^"
_GAP = 2
#: What of a paragraph's looks is told: the rest (stories, places on the sheet) says nothing to people. Where it stands
#: is always known, how it is set only in an example that is ``formatted``.
_LOOKS = {
    "align": {
        "left": ("по левому краю", "flush left"),
        "right": ("по правому краю", "flush right"),
        "center": ("по центру", "centred"),
        "justify": ("по ширине", "justified"),
    },
    "page": {
        "hard": ("с нового листа", "on a new sheet"),
        "padded": ("за пустыми абзацами", "after empty paragraphs"),
    },
    "container": {
        "header": ("верхний колонтитул", "header"),
        "footer": ("нижний колонтитул", "footer"),
        "textbox": ("надпись", "text box"),
        "table": ("таблица", "table"),
    },
}
_MEASURES = {
    "size": ("{} пт", "{} pt"),
    "font": ("{}", "{}"),
    "left": ("отступ {} мм", "indent {} mm"),
    "first": ("первая строка {} мм", "first line {} mm"),
}


class _Row(NamedTuple):
    label: str
    words: str


def zone(example: Mapping[str, Any], lang: str) -> str:
    """The part of the letter that an example is about; "" where it is a letter."""
    return wording.zone(Zone(example["zone"]), lang) if "zone" in example else ""


def lines(example: Mapping[str, Any], key: str, look: Look) -> list[str]:
    """The text under ``key`` (bad, good, ok) of an example in lines of at most ``look.width`` cells."""
    rows = list(_rows(example, key, look.lang))
    column = max((width(row.label) + _GAP for row in rows if row.label), default=0)
    is_beside = column <= look.width // 2
    indent = " " * (column if is_beside else _GAP)
    made: list[str] = []
    for row in rows:
        label = clean(row.label, look.substitute)
        if not is_beside:
            made.extend(wrap(row.label, look.width, look.substitute))
        words = _wrapped(row.words, look._replace(width=look.width - len(indent)))
        made.extend(
            (label.ljust(column) if is_beside and not number else indent) + line for number, line in enumerate(words)
        )
    return [line.rstrip() for line in made]


def _rows(example: Mapping[str, Any], key: str, lang: str) -> Iterator[_Row]:
    if not example.get("letter"):
        yield from (_Row("", part) for part in example[key].split("\n\n"))
        return
    is_set = bool(example.get("formatted"))
    for piece in partition.pieces(example[key].splitlines()):
        yield _Row(", ".join([wording.zone(piece.zone, lang), *_looks(piece.looks, lang, is_set)]), piece.words)


def _looks(text: str, lang: str, is_set: bool) -> Iterator[str]:
    for name, value in partition.looks(text).items():
        if name != "container" and not is_set:
            continue
        if name in _MEASURES:
            yield _MEASURES[name][lang != "ru"].format(value.replace(".", ",") if lang == "ru" else value)
        elif value in _LOOKS.get(name, {}):
            yield _LOOKS[name][value][lang != "ru"]


def _wrapped(words: str, look: Look) -> Iterator[str]:
    """The lines of a paragraph, under each that holds marked words a line with signs."""
    text = partition.unmarked(words)
    marked = {number for span in partition.marked(words) for number in range(*span)}
    row = glyphs(text, look.substitute)
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        for first, last in _broken(row, start, stop, look.width):
            yield "".join(item.text for item in row[first:last])
            column = 0
            under: list[int] = []
            for number in range(first, last):
                if number in marked:
                    under.extend(range(column, column + row[number].width))
                column += row[number].width
            if under:
                yield underline(under, _SIGN)
        start = stop + 1


def _broken(row: Sequence[Glyph], start: int, stop: int, cells: int) -> Iterator[tuple[int, int]]:
    """The pieces of a line that fit, cut at blanks; the blanks inside a piece are kept, for they set columns apart."""
    first = start
    while True:
        last, used = first, 0
        while last < stop and used + row[last].width <= cells:
            used += row[last].width
            last += 1
        if last < stop:
            blank = next((n for n in range(last, first, -1) if row[n].text == " "), None)
            last = blank if blank is not None else max(last, first + 1)
        yield first, last
        while last < stop and row[last].text == " ":
            last += 1
        if last >= stop:
            return
        first = last
