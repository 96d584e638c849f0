"""Cuts blocks into atoms: the smallest pieces that may be a zone of their own.

A cut is made only at a line break, at a tab or column gap, or at a sentence end (contract, «JSON of parse»), and only
where a piece shows a mark of its own; equal neighbours are joined again by the grammar's caller.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from letterlint.lazy import pattern
from letterlint.letter import Block
from letterlint.zones import marks

_GAP = pattern(r"\t[\t  ]*|[  ]{3,}\t*")
_SENTENCE_END = pattern(r"(?:[.!?]|…)[»”\")]?[  ]+(?=[«\"(]?[Ё-ЯA-Z_/])")
_ENDS_OPEN = pattern(r"[^.!?:;…]\s*$")
#: No sentence ends after these: «ул. Лесная», «г. Заречный», «А.П. Смирнов», «Ув. Роман!».
_ABBREVIATION = pattern(
    r"(?<![\w])(?:(?-i:[Ё-ЯA-Z])|г|ул|пр|просп|пер|пл|наб|обл|им|тел|исп|ув|уваж|зам|зав|гл|нач|ген|д|стр|корп|оф|кв|рег|исх|вх|ст|см|т|с|пос|дер|р|инж|спец|проф|акад|гр|о|сост|подг|отв|др|пом)\.$",
    re.IGNORECASE,
)
#: Shorter pieces are no zone: «Уваж. Роман!».
_SHORTEST = 12
#: A zone shows its opening within so many characters.
_REACH = 200
_LONG_LINE = 400
_SMALL_WORD = pattern(r"(?<![\w.])[а-ё]{3,}(?!\.)")
#: Two lines of running text have at least so many small words; lines of addresses and names have fewer.
_RUNNING = 4
#: Shorter lines are not taken for wrapped running text (a letter is wrapped at 60 to 90 characters).
_WRAPPED_LINE = 45


class Atom(NamedTuple):
    """A piece of a block: its place in ``Block.text`` and its marks."""

    block: int
    start: int
    stop: int
    marks: frozenset[str]


def cut(number: int, block: Block, *, fresh: bool = False) -> Iterator[Atom]:
    """The atoms of one block, in order; none for a block without words. ``fresh``: a new sheet begins above it."""
    for start, stop in _lines(block.text):
        for piece_start, piece_stop in _pieces(block, start, stop):
            text = block.text[piece_start:piece_stop]
            if text.strip():
                found = marks.of(text, block)
                yield Atom(number, piece_start, piece_stop, found | {"page start"} if fresh else found)
                fresh = False


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines of a block, with hard-wrapped running text joined again."""
    if "\n" not in text or marks.is_appendix_title(text):
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    longest = max(stop - start for start, stop in lines)
    joined = [lines[0]]
    for start, stop in lines[1:]:
        last_start, last_stop = joined[-1]
        previous = text[max(last_start, text.rfind("\n", 0, last_stop) + 1) : last_stop]
        line = text[start:stop]
        if longest >= _WRAPPED_LINE and _continues(previous, line, longest):
            joined[-1] = (last_start, stop)
        else:
            joined.append((start, stop))
    return joined


def _continues(previous: str, line: str, longest: int) -> bool:
    """Whether ``line`` goes on with the wrapped sentence, or paragraph, of the line above it."""
    if len(previous.rstrip()) < 0.6 * longest or not line.strip() or _GAP.search(previous.strip()):
        return False
    if marks.opens_zone(line) or len(_SMALL_WORD.findall(f"{previous} {line}")) < _RUNNING:
        return False
    return bool(_ENDS_OPEN.search(previous)) or len(previous.rstrip()) >= 0.75 * longest


def _pieces(block: Block, start: int, stop: int) -> list[tuple[int, int]]:
    """One line, cut at gaps and sentence ends where the pieces are different things."""
    pieces = []
    for piece_start, piece_stop in _at_gaps(block.text, start, stop):
        pieces.extend(_at_sentences(block.text, piece_start, piece_stop))
    return pieces


def _at_gaps(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    line = text[start:stop]
    if not _GAP.search(line.strip()) or marks.one_thing(line):
        return [(start, stop)]
    parts = []
    at = start
    for gap in _GAP.finditer(text, start, stop):
        if text[at : gap.start()].strip():
            parts.append((at, gap.start()))
        at = gap.end()
    if text[at:stop].strip():
        parts.append((at, stop))
    kept = [parts[0]]
    for part in parts[1:]:
        if marks.opens_zone(text[slice(*part)]) or marks.ends_zone(text[slice(*kept[-1])]):
            kept.append(part)
        else:
            kept[-1] = (kept[-1][0], part[1])
    kept[0] = (start, kept[0][1])
    return kept


def _at_sentences(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    pieces = []
    at = start
    for end in _SENTENCE_END.finditer(text, start, stop):
        following = text[end.end() : min(stop, end.end() + _REACH)]
        shortened = end[0][0] == "." and _ABBREVIATION.search(text, max(at, end.start() - 12), end.start() + 1)
        # In a long paragraph only what is labelled counts: a sentence there may well begin with a position and a name.
        opens = marks.opens_plainly if shortened or stop - start > _LONG_LINE else marks.opens_zone
        until_here = text[at : min(end.end(), at + _REACH)]  # what is longer than its reach ends no zone
        closes = not shortened and end.end() - at >= _SHORTEST and marks.ends_zone(until_here)
        if closes or opens(following):
            pieces.append((at, end.end()))
            at = end.end()
    pieces.append((at, stop))
    return pieces
