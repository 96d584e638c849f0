"""A text cut into physical lines, with their places in it. Knows nothing of paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from letterlint.errors import ReadError
from letterlint.lazy import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What ends a line. "\r\r\n" is "\r\n" written once more through a text mode; "\v" is a break inside a Word
#: paragraph; U+2029 must never stay inside a paragraph, because it joins paragraphs in ``Letter.text``.
_END = pattern("[\n\r\v\f\x85\u2028\u2029](?:(?<=\r)\r?\n)?")

#: Blanks that part columns: three and more, or any blanks with a tab.
_GAP = pattern(r"[^\S\t]*\t\s*|[^\S\t]{3,}")

_LOWER_WORD = pattern(r"(?<![\w.])[а-ё]+(?![\w./])")

#: Text longer than this is never a line of a column or of a wrapped paragraph, so nobody looks inside.
LONG = 400


#: The most lines that are read: about 2 000 pages.
MOST = 200_000


@dataclass(frozen=True)
class Line:
    """One physical line.

    ``start`` is the place of its first character that is no blank, ``stop`` the place after the last such one,
    ``end`` the place after its trailing blanks; all in the text. ``indent`` is the width of its leading blanks, a tab
    being 8. ``page`` is True where it begins a sheet (form feed), ``fresh`` where it cannot continue the line before.
    """

    text: str
    start: int
    stop: int
    end: int
    indent: int
    tabbed: bool
    page: bool
    fresh: bool

    @property
    def blank(self) -> bool:
        """True where the line holds nothing but blanks."""
        return not self.text

    @property
    def width(self) -> int:
        """Where the line ends as seen on paper: indent and text."""
        return self.indent + len(self.text)

    @cached_property
    def lower_words(self) -> int:
        """How many Russian words without a capital it holds: many make running text."""
        return sum(1 for _ in _LOWER_WORD.finditer(self.text[:LONG]))

    @cached_property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """The places in ``text`` (start, stop) of blanks that may part columns."""
        if len(self.text) > LONG:
            return ()
        return tuple(gap.span() for gap in _GAP.finditer(self.text))

    @cached_property
    def parted(self) -> bool:
        """True where a gap parts the line; the small gaps of a line justified by blanks do not."""
        widest = max((stop - start for start, stop in self.gaps), default=0)
        justified = widest <= 4 and self.lower_words >= 6 and "\t" not in self.text
        return bool(self.gaps) and not justified


def split_lines(text: str) -> list[Line]:
    """All lines of ``text`` in order, blank ones too, except the empty ones that only a form feed makes.

    Raises ``ReadError`` where there are more than ``MOST``.
    """
    lines: list[Line] = []
    page = fresh = seen = beside_feed = False
    for number, (start, stop, ending) in enumerate(_pieces(text)):
        if number == MOST:
            raise ReadError(f"в тексте больше {MOST} строк", f"the text has more than {MOST} lines", "limit")
        line = _line(text, start, stop, page=page, fresh=fresh or page)
        if line.blank:
            if not (beside_feed or ending == "\f"):
                lines.append(line)
        else:
            lines.append(line)
            seen, page, fresh = True, False, False
        beside_feed = ending == "\f"
        page = page or (beside_feed and seen)
        fresh = fresh or ending == "\u2029"
    return lines


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and stop of every line, and what ends it."""
    start = 0
    for end in _END.finditer(text):
        yield start, end.start(), end.group()
        start = end.end()
    yield start, len(text), ""


def _line(text: str, start: int, end: int, *, page: bool, fresh: bool) -> Line:
    raw = text[start:end]
    content = raw.lstrip()
    lead = raw[: len(raw) - len(content)]
    content = content.rstrip()
    first = start + len(lead)
    indent = len(lead) + 7 * lead.count("\t")
    return Line(content, first, first + len(content), end, indent, "\t" in lead, page, fresh)
