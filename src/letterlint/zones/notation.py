"""Letters made of the partition notation (``letterlint.partition``), for examples and tests.

The looks are ``align``, ``left`` (mm), ``first`` (mm), ``font``, ``size`` (points), ``page`` (hard, padded),
``container``, ``shown``, ``label``, ``horizontal``, ``vertical``, ``flow``, ``source``. A paragraph without text is an
empty one.
"""

from __future__ import annotations

from collections.abc import Iterable

from letterlint import data, partition, zones
from letterlint.errors import RuleError
from letterlint.letter import Alignment, Block, Container, Letter, PageStart, ParagraphStyle, Place, Run, Shown, Source
from letterlint.model import Kind, Zone
from letterlint.partition import Piece


def read(text: str, *, formatted: bool = False, name: str = "example") -> Letter:
    """The letter that a text in partition notation describes. Raises ``RuleError`` for a line it cannot read."""
    return _build(partition.pieces(text.splitlines()), formatted, name)


def skeleton(zone: Zone, words: str, *, formatted: bool = False) -> Letter:
    """The stock letter with ``words`` in place of one zone; a blank line in them begins a new paragraph."""
    stock = list(partition.pieces(data.read_lines("skeleton")))
    given = [Piece(zone, "", part) for part in words.split("\n\n")]
    at = next((n for n, (found, _, _) in enumerate(stock) if found is zone), _place(stock, zone))
    kept = [piece for piece in stock if piece.zone is not zone]
    return _build([*kept[:at], *given, *kept[at:]], formatted, "example")


def _place(stock: list[Piece], zone: Zone) -> int:
    order = list(Zone)
    return next((n for n, (found, _, _) in enumerate(stock) if order.index(found) > order.index(zone)), len(stock))


def _build(paragraphs: Iterable[Piece], formatted: bool, name: str) -> Letter:
    pieces = [(_block(words, looks, number), zone) for number, (zone, looks, words) in enumerate(paragraphs)]
    source = Source(Kind.DOC, tuple(block for block, _ in pieces), formatted)
    return zones.build(source, name, pieces)


def _block(words: str, looks: str, number: int) -> Block:
    given = partition.looks(looks)
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
        name = next(iter(given))
        raise RuleError(f"Неизвестное свойство разметки «{name}».", f"Unknown look “{name}” in the notation.")
    return block
