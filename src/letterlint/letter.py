"""The letter and every value that a check may look at. Facts only: nothing here reads bytes or judges."""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from letterlint.model import TEXT_ZONES, Failure, Finding, Kind, Span, Zone

if TYPE_CHECKING:
    from letterlint.russian.analysis import Analysis
    from letterlint.russian.names import Name

#: Joins the paragraphs in ``Letter.text``; inside a paragraph a break is "\n" and a tab "\t".
PARAGRAPH_SEPARATOR = "\u2029"


class Container(StrEnum):
    """The innermost thing a paragraph stands in."""

    BODY = "body"
    TABLE = "table"
    TEXTBOX = "textbox"
    HEADER = "header"
    FOOTER = "footer"


class Alignment(StrEnum):
    """Effective alignment; start and end are already resolved to left and right."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"
    JUSTIFY = "justify"


class PageStart(StrEnum):
    """Whether a paragraph begins a new sheet."""

    NO = "no"
    HARD = "hard"  #: a page break, pageBreakBefore or a section that starts on a new page
    PADDED = "padded"  #: only pushed there by a crowd of empty paragraphs


class Shown(StrEnum):
    """On which sheets a header or footer is printed; ONCE for everything else."""

    ONCE = "once"
    FIRST_PAGE = "first page"
    LAST_SECTION = "last section"
    EVERY_PAGE = "every page"


class Run(NamedTuple):
    """A stretch of equal looks inside one block: offsets into ``Block.text``, typeface, size in points.

    ``font`` is the typeface that Cyrillic letters really use. None = unknown.
    """

    start: int
    stop: int
    font: str | None = None
    size: float | None = None
    bold: bool = False


class ParagraphStyle(NamedTuple):
    """Effective paragraph formatting. Lengths in mm from the text margin, spacing in lines; None = unknown."""

    alignment: Alignment | None = None
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    line_spacing: float | None = None


PLAIN_STYLE = ParagraphStyle()


class Place(NamedTuple):
    """Where a block stands besides the flow of the text.

    ``table`` is (number of the outermost table, row, column), counted from 0 in the letter. ``column`` is the
    number of the text column (a section with columns, or columns made by gaps). ``horizontal`` and
    ``vertical`` say where a frame or text box sits on its page: ``left|center|right``, ``top|bottom``; None where it is
    in the flow or cannot be told. ``shown`` is on which sheets it is printed. ``flow`` names the story it belongs
    to: blocks of one story have an order among themselves, blocks of different stories have none
    (``"body"``, ``"table 3"``, ``"box 2"``, ``"header"``…).
    """

    table: tuple[int, int, int] | None = None
    column: int | None = None
    horizontal: str | None = None
    vertical: str | None = None
    shown: Shown = Shown.ONCE
    flow: str = "body"


IN_FLOW = Place()


class Block(NamedTuple):
    """One Word paragraph, or one block of a text file, as a source delivers it.

    ``source`` is its number in the file. ``label`` is the printed label of automatic numbering («1.», «–»), which is
    no part of the text. ``editable`` is False where its words must not be changed (locked content).
    """

    text: str
    source: int
    container: Container = Container.BODY
    style: ParagraphStyle = PLAIN_STYLE
    runs: tuple[Run, ...] = ()
    place: Place = IN_FLOW
    page_start: PageStart = PageStart.NO
    label: str | None = None
    editable: bool = True

    def cut(self, start: int, stop: int) -> "Block":
        """The piece ``text[start:stop]`` as a block of its own; only the first piece keeps page start and label."""
        if start == 0 and stop == len(self.text):
            return self
        runs = tuple(
            Run(max(run.start, start) - start, min(run.stop, stop) - start, run.font, run.size, run.bold)
            for run in self.runs
            if run.start < stop and run.stop > start
        )
        first = not self.text[:start].strip()
        return Block(
            text=self.text[start:stop],
            source=self.source,
            container=self.container,
            style=self.style,
            runs=runs,
            place=self.place,
            page_start=self.page_start if first else PageStart.NO,
            label=self.label if first else None,
            editable=self.editable,
        )


class Margins(NamedTuple):
    """Page margins in mm."""

    left: float
    right: float
    top: float
    bottom: float


class Sheet(NamedTuple):
    """What a file says about its pages.

    ``pages`` is the number of pages the writing program last counted, None if it says nothing. Width in mm.
    """

    margins: Margins | None = None
    width: float | None = None
    pages: int | None = None


class Source(NamedTuple):
    """What a source delivers: blocks in reading order and what was read with a reserve.

    ``formatted`` is False for plain text: rules about formatting stay silent there.
    """

    kind: Kind
    blocks: tuple[Block, ...]
    formatted: bool
    sheet: Sheet = Sheet()
    notes: tuple[Failure, ...] = ()


class Paragraph(NamedTuple):
    """A cut block with its number, its zone and its place in ``Letter.text``."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a paragraph
    zone: Zone
    span: Span
    block: Block

    @property
    def text(self) -> str:
        """The words of the paragraph: exactly ``letter.text[span.start:span.stop]``."""
        return self.block.text


class Person(NamedTuple):
    """Somebody named in the letter.

    Parts of the name are in the nominative, as far as it is certain; ``initials`` as written, without blanks
    («А.П.»). ``gender`` is ``masc``, ``femn`` or None, ``case`` pymorphy's name of the case in which the name is
    written, or None where it cannot be told (indeclinable, ambiguous). ``position`` is in the nominative.
    ``name_span`` and ``position_span`` are places in ``Letter.text``; ``parts`` maps surname, given, patronymic,
    initials to their places.
    """

    name_span: Span | None
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    initials: str | None = None
    gender: str | None = None
    case: str | None = None
    position: str | None = None
    position_span: Span | None = None
    position_case: str | None = None
    title_span: Span | None = None  #: «г-ну», «господину», «гр.» before the name
    parts: tuple[tuple[str, Span], ...] = ()

    def part(self, name: str) -> Span | None:
        """The place of one part of the name, or None."""
        return next((span for part, span in self.parts if part == name), None)


def person_of(name: "Name", base: int) -> Person:
    """A name found in a text that begins at ``base`` of the letter, as a person of the letter."""
    return Person(
        name_span=Span(base + name.start, base + name.stop),
        surname=name.surname,
        given=name.given,
        patronymic=name.patronymic,
        initials=name.initials,
        gender=name.gender,
        case=name.case,
        parts=tuple((kind, Span(base + start, base + stop)) for kind, start, stop in name.parts),
    )


class People(NamedTuple):
    """Who is addressed, greeted, signs and made the letter; each in order of appearance."""

    addressees: tuple[Person, ...] = ()
    greeted: tuple[Person, ...] = ()
    signatories: tuple[Person, ...] = ()
    executors: tuple[Person, ...] = ()


class Greeting(NamedTuple):
    """A salutation taken apart.

    ``span`` goes from its first word to its closing sign. ``opener`` is the word or words of greeting
    («Уважаемый», «Добрый день», «Ув.»); ``openers`` all of them («Уважаемая …, уважаемый …»). ``titles`` are the places
    of «господин», «г-н», «господа»…; ``people`` those who are named (also in ``People.greeted``). ``position`` is
    a position or rank that stands in place of a name, ``collective`` a group or a nameless reader («коллеги»,
    «потребитель»). ``ending`` is the closing sign, "" where there is none; ``glued`` is True where text
    follows it in the same block.
    """

    span: Span
    paragraph: int
    opener: Span
    openers: tuple[Span, ...]
    titles: tuple[Span, ...]
    people: tuple[Person, ...]
    position: Span | None
    collective: Span | None
    ending: str
    glued: bool


class _LetterValues(NamedTuple):
    name: str
    kind: Kind
    text: str
    paragraphs: tuple[Paragraph, ...]
    people: People = People()
    greetings: tuple[Greeting, ...] = ()
    formatted: bool = False
    sheet: Sheet = Sheet()
    notes: tuple[Failure, ...] = ()


class Letter(_LetterValues):
    """The one thing checks look at; made by ``zones.assemble``.

    ``text`` is the paragraphs joined by U+2029. ``greetings`` are the salutations in order of place.
    ``formatted`` is False for plain text: rules about looks stay silent there.
    """

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def written(self) -> tuple[Paragraph, ...]:
        """The paragraphs that hold words; empty ones are spacing."""
        return tuple(p for p in self.paragraphs if p.text.strip())

    @cached_property
    def analysis(self) -> "Analysis":
        """The words of ``text``, and its sentences where a check asks for them."""
        from letterlint.russian.analysis import Analysis  # noqa: PLC0415 - only rules about wording ask

        return Analysis(self.text, [paragraph.span for paragraph in self.paragraphs])

    def at(self, offset: int) -> Paragraph:
        """The paragraph that holds a place of ``text``."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]

    def zone(self, *zones: Zone) -> Iterator[Paragraph]:
        """The paragraphs with words in any of ``zones``, in order."""
        return (p for p in self.written if p.zone in zones)

    def first(self, *zones: Zone) -> Paragraph | None:
        """The first paragraph with words in any of ``zones``, or None."""
        return next(self.zone(*zones), None)

    def last(self, *zones: Zone) -> Paragraph | None:
        """The last paragraph with words in any of ``zones``, or None."""
        return next((p for p in reversed(self.written) if p.zone in zones), None)

    @cached_property
    def running_text(self) -> tuple[Paragraph, ...]:
        """Preamble, body and conclusion, in order."""
        return tuple(self.zone(*TEXT_ZONES))

    def text_around(self, offset: int, reach: int = 40) -> tuple[Paragraph, ...]:
        """The paragraphs of the running text within ``reach`` of the one that holds a place of ``text``.

        That is all of it in a letter of usual length; in one of a hundred pages, what a reader has before him.
        """
        text = self.running_text
        number = bisect_right([p.span.start for p in text], offset) - 1 if len(text) > reach else 0
        return text[max(0, number - reach) : max(0, number) + reach + 1]

    def place_for(self, zone: Zone) -> int | None:
        """The number of the paragraph before which a missing ``zone`` should stand, or None in an empty letter.

        It is the first paragraph of the nearest later zone (order of standard, 2.5.9), else the last paragraph.
        """
        if not self.written:
            return None
        later = _ORDER[_ORDER.index(zone) + 1 :] if zone in _ORDER else ()
        for next_zone in later:
            found = self.first(next_zone)
            if found is not None:
                return found.index
        return self.written[-1].index


#: The order of zones in a letter on paper (standard, 2.5.9).
_ORDER = (
    Zone.LETTERHEAD,
    Zone.REFERENCE,
    Zone.ADDRESSEE,
    Zone.SUBJECT,
    Zone.SALUTATION,
    Zone.PREAMBLE,
    Zone.BODY,
    Zone.CONCLUSION,
    Zone.ATTACHMENTS,
    Zone.SIGNATURE,
    Zone.EXECUTOR,
    Zone.APPENDIX,
)


class Report(NamedTuple):
    """All we know about one letter: findings in order of place, then code; what failed; what to know.

    ``letter`` is None where the input could not be read: then ``failures`` says why.
    """

    path: str
    letter: Letter | None
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[Failure, ...] = ()
