"""The addressee block: its paragraphs, the people whom it names and the positions that they hold."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from letterlint.checks.quotes import is_quoted
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph, Person
from letterlint.model import TEXT_ZONES, Span, Zone
from letterlint.russian import morphology, positions

#: Pieces of a block that may begin a position: lines, and what follows a comma or «и».
_PIECE = pattern(r"\n|,\s|;\s|\sи\s|\s{3,}")
_FROM = pattern(r"(?<!\w)от\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


class Holder(NamedTuple):
    """Somebody addressed: a name, a position, or both."""

    person: Person | None
    place: Span | None  #: of the position
    position: positions.Position | None


class Block(NamedTuple):
    """The addressee block above the text: its paragraphs, the people it names and their positions."""

    paragraphs: tuple[Paragraph, ...]
    holders: tuple[Holder, ...]

    @property
    def text(self) -> str:
        """The words of the block, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def block_of(letter: Letter) -> Block | None:
    """The addressee block, or None in a letter that has none."""
    paragraphs = tuple(letter.zone(Zone.ADDRESSEE))
    below = letter.first(Zone.SALUTATION, *TEXT_ZONES)
    above = tuple(p for p in paragraphs if below is None or p.index < below.index)
    paragraphs = above or paragraphs
    if not paragraphs:
        return None
    places = [paragraph.span for paragraph in paragraphs]
    people = [p for p in letter.people.addressees if _is_real(letter, p) and _within(p.name_span, places)]
    return Block(paragraphs, tuple(_holders(people, _positions(paragraphs, people))))


def _within(span: Span | None, places: list[Span]) -> bool:
    return span is not None and any(place.start <= span.start < place.stop for place in places)


def _is_real(letter: Letter, person: Person) -> bool:
    """Whether a name is one of an addressee: not a word of an organisation, not the sender after «от»."""
    if person.name_span is None:
        return False
    paragraph = letter.at(person.name_span.start)
    start = person.name_span.start - paragraph.span.start
    if is_quoted(paragraph.text, start) or _FROM.search(paragraph.text[max(0, start - 60) : start]):
        return False
    if person.initials or person.given or person.patronymic or person.title_span:
        return True
    written = letter.text[slice(*person.name_span)]
    return person.case in {"datv", "nomn"} and morphology.has(written, "Surn")


def _positions(paragraphs: tuple[Paragraph, ...], people: list[Person]) -> list[tuple[Span, positions.Position]]:
    """The positions of a block, wherever a line or an item of a list begins with one."""
    taken = [person.name_span for person in people if person.name_span]
    found: dict[Span, positions.Position] = {}
    for paragraph in paragraphs:
        at = 0
        for stop in [*_PIECE.finditer(paragraph.text), None]:
            position = _position_at(paragraph, at, taken)
            if position is not None:
                found.setdefault(*position)
            at = stop.end() if stop else at
    return list(found.items())


def _position_at(paragraph: Paragraph, at: int, taken: list[Span]) -> tuple[Span, positions.Position] | None:
    text = paragraph.text[at:]
    begin = at + len(text) - len(text.lstrip())
    place = paragraph.span.start + begin
    if is_quoted(paragraph.text, begin) or any(span.start <= place < span.stop for span in taken):
        return None
    following = [span.start - paragraph.span.start for span in taken if span.start > place]
    position = positions.find_position(
        paragraph.text[begin : min([*following, len(paragraph.text)])], expected_case="datv"
    )
    if position is None:
        return None
    return Span(place + position.start, place + position.stop), position


def _holders(people: list[Person], found: list[tuple[Span, positions.Position]]) -> Iterator[Holder]:
    """Each person with the position above the name, the last one else with what stands below; then lonely positions."""
    free = list(found)
    for number, person in enumerate(people, start=1):
        above = [pair for pair in free if person.name_span and pair[0].start < person.name_span.start]
        chosen = above[-1:] or (free[:1] if number == len(people) else [])
        free = [pair for pair in free if pair not in above and pair not in chosen]
        yield Holder(person, *chosen[0]) if chosen else Holder(person, None, None)
    for place, position in free:
        yield Holder(None, place, position)
