r"""The partition notation: a letter whose zones are written beside its text, for examples and tests.

    salutation{align=center}| Уважаемый Андрей Петрович!
    preamble| Сообщаем о результатах
            | проверки.

A line ``zone| text`` begins a paragraph, a line with blanks before ``|`` goes on with a line break. Braces hold looks:
``align``, ``left`` (mm), ``font``, ``size`` (points), ``page`` (hard, padded), ``container``, ``shown``, ``label``,
``horizontal``, ``vertical``, ``flow``, ``source``. A paragraph without text is an empty one; «\t» is a tab.
"""

from __future__ import annotations

from collections.abc import Iterable

from letterlint import data, zones
from letterlint.errors import RuleError
from letterlint.lazy import pattern
from letterlint.letter import Alignment, Block, Container, Letter, PageStart, ParagraphStyle, Place, Run, Shown, Source
from letterlint.model import Kind, Zone

_LINE = pattern(r"(?P<zone>[a-z]*)(?:\{(?P<looks>[^}\n]*)\})?\s*\| ?(?P<text>.*)")


def read(text: str, *, formatted: bool = False, name: str = "example") -> Letter:
    """The letter that a text in partition notation describes. Raises ``RuleError`` for a line it cannot read."""
    return _build([(zone, looks, words) for zone, looks, words in _paragraphs(text.splitlines())], formatted, name)


def skeleton(zone: Zone, words: str, *, formatted: bool = False) -> Letter:
    """The stock letter with ``words`` in place of one zone; a blank line in them begins a new paragraph."""
    stock = list(_paragraphs(data.read_lines("skeleton")))
    given = [(zone, "", part) for part in words.split("\n\n")]
    at = next((n for n, (found, _, _) in enumerate(stock) if found is zone), _place(stock, zone))
    kept = [entry for entry in stock if entry[0] is not zone]
    return _build([*kept[:at], *given, *kept[at:]], formatted, "example")


def _place(stock: list[tuple[Zone, str, str]], zone: Zone) -> int:
    order = list(Zone)
    return next((n for n, (found, _, _) in enumerate(stock) if order.index(found) > order.index(zone)), len(stock))


def _paragraphs(lines: Iterable[str]) -> Iterable[tuple[Zone, str, str]]:
    current: tuple[Zone, str, str] | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if (
            match is None
            or (match["zone"] and match["zone"] not in list(Zone))
            or (not match["zone"] and current is None)
        ):
            raise RuleError(
                f"Строка разметки не читается: «{line}»; образец: «salutation| Уважаемый Андрей Петрович!»."
            )
        words = match["text"].replace("\\t", "\t")
        if match["zone"]:
            if current is not None:
                yield current
            current = (Zone(match["zone"]), match["looks"] or "", words)
        elif current is not None:
            current = (current[0], current[1], f"{current[2]}\n{words}")
    if current is not None:
        yield current


def _build(paragraphs: list[tuple[Zone, str, str]], formatted: bool, name: str) -> Letter:
    pieces = [(_block(words, looks, number), zone) for number, (zone, looks, words) in enumerate(paragraphs)]
    source = Source(Kind.DOC, tuple(block for block, _ in pieces), formatted)
    return zones.build(source, name, pieces)


def _block(words: str, looks: str, number: int) -> Block:
    given = dict(look.strip().split("=", 1) for look in looks.split(",") if look.strip())
    take = given.pop
    style = ParagraphStyle(
        alignment=Alignment(take("align")) if "align" in given else None,
        left=float(take("left", 0)),
        first_line=float(take("first", 0)),
    )
    place = Place(
        horizontal=take("horizontal", None),
        vertical=take("vertical", None),
        shown=Shown(take("shown", Shown.ONCE)),
        flow=take("flow", "body"),
    )
    size, font = take("size", None), take("font", None)
    runs = (Run(0, len(words), font, float(size) if size else None),) if size or font else ()
    block = Block(
        text=words,
        source=int(take("source", number)),
        container=Container(take("container", "body")),
        style=style,
        runs=runs,
        place=place,
        page_start=PageStart(take("page", "no")),
        label=take("label", None),
    )
    if given:
        raise RuleError(f"Неизвестное свойство разметки «{next(iter(given))}».")
    return block
