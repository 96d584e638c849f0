"""The lines of the signature that name who signs: without closing formulas, captions, seals and stamps."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph
from letterlint.model import Zone
from letterlint.russian.evenness import even
from letterlint.russian.phrases import phrases

_LINE = pattern(r"[^\n]+")
_CAPTION = pattern(
    r"[(\[] {0,9}(?:личная )?(?:подпись|должность|ф\.? ?и\.? ?о\.?|фио|расшифровка|инициалы|фамилия"
    r"|имя|дата|печать|м\.? ?п\.?)[^)\]\n]{0,60}[)\]]",
    re.IGNORECASE,
)
_SEAL = pattern(r"\W*(?:М\.? ?П\.?|Б/П|L\. ?S\.|место печати|печать)[\W\d_]*(?:г\.)?\W*", re.IGNORECASE)
#: A longer line is no signature: with 130 blanks between position and name it has 200 to 300 signs.
_LONGEST = 600


class Line(NamedTuple):
    """A line of the signature: its paragraph, where it begins in ``Letter.text``, its words.

    In ``text`` all blanks are ordinary and captions («(подпись)») are blanked out; places in it stay right.
    """

    paragraph: Paragraph
    start: int
    text: str


def lines(letter: Letter) -> Iterator[Line]:
    """The lines of the signature that may hold a position or a name, stamps of electronic signatures left out."""
    for line in _all_lines(letter):
        if phrases("estamp").at_start(line.text) is None and not _SEAL.fullmatch(line.text):
            yield line


def stamp_lines(letter: Letter) -> Iterator[Line]:
    """The lines of the stamp of an electronic signature."""
    return (line for line in _all_lines(letter) if phrases("estamp").at_start(line.text) is not None)


def _all_lines(letter: Letter) -> Iterator[Line]:
    for paragraph in letter.zone(Zone.SIGNATURE):
        for found in _LINE.finditer(paragraph.text):
            text = _CAPTION.sub(lambda caption: " " * len(caption[0]), even(found[0]))
            closing = phrases("closings").at_start(text)
            begin = _after_signs(text, closing[1]) if closing else 0
            if text[begin:].strip() and len(text) <= _LONGEST:
                yield Line(paragraph, paragraph.span.start + found.start() + begin, text[begin:])


def _after_signs(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip(",.!;: \t"))
