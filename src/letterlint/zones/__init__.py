"""Blocks become a letter: cut where zones meet, each piece with its zone, people recognised."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from letterlint.letter import PARAGRAPH_SEPARATOR, Block, Letter, PageStart, Paragraph, Source
from letterlint.model import TEXT_ZONES, Span, Zone
from letterlint.zones import atoms, grammar, people, text

__all__ = ["assemble", "build"]


class _Piece(NamedTuple):
    block: Block
    zone: Zone | None


def assemble(source: Source, name: str) -> Letter:
    """The letter that a source's blocks make up. Blocks are cut where zones meet, never joined or reordered."""
    pieces = _pieces(source.blocks)
    return build(source, name, [(piece.block, piece.zone or Zone.OTHER) for piece in pieces])


def build(source: Source, name: str, pieces: Iterable[tuple[Block, Zone]]) -> Letter:
    """A letter from blocks whose zones are known."""
    paragraphs: list[Paragraph] = []
    start = 0
    for index, (block, zone) in enumerate(pieces):
        span = Span(start, start + len(block.text))
        paragraphs.append(Paragraph(index, zone, span, block))
        start = span.stop + 1
    greetings = people.greetings(paragraphs)
    return Letter(
        name=name,
        kind=source.kind,
        text=PARAGRAPH_SEPARATOR.join(paragraph.text for paragraph in paragraphs),
        paragraphs=tuple(paragraphs),
        people=people.find(paragraphs, greetings),
        greetings=greetings,
        formatted=source.formatted,
        sheet=source.sheet,
        notes=source.notes,
    )


def _pieces(blocks: Sequence[Block]) -> list[_Piece]:
    found: list[atoms.Atom] = []
    fresh = False
    for number, block in enumerate(blocks):
        fresh = fresh or block.page_start is PageStart.HARD  # a page break often stands in an empty paragraph
        found.extend(atoms.cut(number, block, fresh=fresh))
        fresh = fresh and not block.text.strip()
    zones = _zones(blocks, found)
    pieces: list[_Piece] = []
    by_block: dict[int, list[tuple[atoms.Atom, Zone]]] = {}
    for atom, zone in zip(found, zones, strict=True):
        by_block.setdefault(atom.block, []).append((atom, zone))
    for number, block in enumerate(blocks):
        pieces.extend(_cut(block, by_block.get(number, [])))
    return _name_text(_fill(pieces))


def _zones(blocks: Sequence[Block], found: Sequence[atoms.Atom]) -> list[Zone]:
    """Zones of all atoms: stories that have no order among themselves are read apart."""
    stories: dict[str, list[int]] = {}
    for number, atom in enumerate(found):
        stories.setdefault(_story(blocks[atom.block].place.flow), []).append(number)
    zones = [Zone.OTHER] * len(found)
    for story, numbers in stories.items():
        told = grammar.zones_of([found[n] for n in numbers], aside=story != "body")
        for number, zone in zip(numbers, told, strict=True):
            zones[number] = zone
    return zones


def _story(flow: str) -> str:
    """A table in the body belongs to the flow of the body."""
    return "body" if flow.startswith("table") else flow


def _cut(block: Block, inside: Sequence[tuple[atoms.Atom, Zone]]) -> list[_Piece]:
    """A block, cut where neighbouring atoms differ in zone; the gap between pieces belongs to none."""
    if not inside:
        return [_Piece(block, None)]
    pieces = []
    start, stop, zone = inside[0][0].start, inside[0][0].stop, inside[0][1]
    for atom, next_zone in inside[1:]:
        if next_zone is not zone:
            pieces.append((start, stop, zone))
            start, zone = atom.start, next_zone
        stop = atom.stop
    pieces.append((start, stop, zone))
    if len(pieces) == 1:
        return [_Piece(block, zone)]
    return [_Piece(_trimmed(block, begin, end), part) for begin, end, part in pieces]


def _trimmed(block: Block, start: int, stop: int) -> Block:
    words = block.text[start:stop]
    start += len(words) - len(words.lstrip())
    stop -= len(words) - len(words.rstrip())
    return block.cut(start, stop)


def _fill(pieces: list[_Piece]) -> list[_Piece]:
    """An empty paragraph ends nothing: it takes the zone of the paragraph above, at the top that of the one below."""
    zone = next((piece.zone for piece in pieces if piece.zone is not None), Zone.OTHER)
    filled = []
    for piece in pieces:
        zone = piece.zone if piece.zone is not None else zone
        filled.append(_Piece(piece.block, zone))
    return filled


def _name_text(pieces: list[_Piece]) -> list[_Piece]:
    """Names the parts of the running text; in the letter's own flow, or wherever it stands."""
    numbers = [n for n, piece in enumerate(pieces) if piece.zone in TEXT_ZONES and piece.block.text.strip()]
    parts = dict(zip(numbers, text.parts_of([pieces[n].block for n in numbers]), strict=True))
    named = []
    zone = Zone.BODY
    for number, piece in enumerate(pieces):
        if piece.zone in TEXT_ZONES:
            zone = parts.get(number, zone)
            named.append(_Piece(piece.block, zone))
        else:
            named.append(piece)
    return named
