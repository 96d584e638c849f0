"""Zones that stand in the wrong place (standard, 2.5.9)."""

import re
from collections.abc import Callable, Iterator, Sequence

from letterlint.checks.standing import are_apart, in_body
from letterlint.checks.textshape import is_marked
from letterlint.lazy import pattern
from letterlint.letter import Letter, PageStart, Paragraph
from letterlint.model import TEXT_ZONES, Match, Zone
from letterlint.russian.phrases import phrases

_WORD = pattern(r"[^\W\d_]+")
_SENTENCE_END = pattern(r"[.!?:;…][»”\")\]]?\s*$")
#: What may follow the signature or the attachment note without being the text of the letter.
_AFTERWORD = pattern(r"\s*(?:P\.?\s?S\b|З\.\s?Ы\b|\*|\d\)|примечани|контакт|телефон|тел\.|справк|адрес)", re.IGNORECASE)
#: «Прилагаем: …» may be a sentence of the text, a note of this form may not.
_NOTE = pattern(r"\s*(?:приложени|прил\.|вложени)", re.IGNORECASE)
_FEWEST_WORDS = 4


def zone_order(letter: Letter) -> Iterator[Match]:
    """One match for each zone that stands only in a wrong place; ``variant`` is the zone's name.

    The head (letterhead, own number, addressee, subject, copy line) has no order of its own but that the salutation
    follows addressee and subject. Zones in one table, in neighbouring columns or in boxes have no order among
    themselves. The executor mark is another rule's, and a date below the signature or requisites at the foot are fine.
    """
    flow = _Flow(letter)
    for zone, is_misplaced in _RULES:
        standing = flow.of(zone)
        if standing and not flow.stands_apart(zone) and all(is_misplaced(flow, paragraph) for paragraph in standing):
            yield Match(paragraph=standing[0].index, variant=zone.value)


class _Flow:
    """The paragraphs of a letter that have an order: those of the body and its tables."""

    def __init__(self, letter: Letter) -> None:
        self._boxed = {p.zone for p in letter.written if not in_body(p)}
        self._paragraphs = [p for p in letter.written if in_body(p)]
        self.prose = [p for p in self._paragraphs if p.zone in TEXT_ZONES and _is_prose(p)]

    def of(self, zone: Zone) -> list[Paragraph]:
        found = [p for p in self._paragraphs if p.zone is zone]
        if zone is Zone.SIGNATURE:
            return [p for p in found if not phrases("closings").is_whole(p.text)]
        if zone is Zone.ATTACHMENTS:
            return [p for p in found if _NOTE.match(p.text)]
        return found

    def stands_apart(self, zone: Zone) -> bool:
        """Whether the zone also stands where it has no order."""
        return zone in self._boxed

    def above(self, paragraph: Paragraph, others: Sequence[Paragraph]) -> bool:
        """Whether any of ``others`` stands above a paragraph."""
        return any(other.index < paragraph.index and not are_apart(other, paragraph) for other in others)

    def text_below(self, paragraph: Paragraph) -> bool:
        """Whether text of the letter goes on below a paragraph, on the same sheet."""
        for other in self._paragraphs:
            if other.index <= paragraph.index:
                continue
            if other.block.page_start is not PageStart.NO:
                return False
            if other in self.prose and not _AFTERWORD.match(other.text) and not are_apart(other, paragraph):
                return True
        return False


def _addressee(flow: _Flow, paragraph: Paragraph) -> bool:
    return flow.above(paragraph, flow.prose)


def _subject(flow: _Flow, paragraph: Paragraph) -> bool:
    if flow.above(paragraph, flow.prose):
        return True
    salutations = flow.of(Zone.SALUTATION)
    return flow.above(paragraph, salutations) and not all(_salutation(flow, one) for one in salutations)


def _salutation(flow: _Flow, paragraph: Paragraph) -> bool:
    """Below the text, or above the addressee."""
    addressees = flow.of(Zone.ADDRESSEE)
    if flow.above(paragraph, flow.prose):
        return True
    below = bool(addressees) and all(
        paragraph.index < one.index and not are_apart(paragraph, one) and not _addressee(flow, one)
        for one in addressees
    )
    return below and not flow.stands_apart(Zone.ADDRESSEE)


def _signature(flow: _Flow, paragraph: Paragraph) -> bool:
    return flow.text_below(paragraph)


def _attachments(flow: _Flow, paragraph: Paragraph) -> bool:
    return flow.text_below(paragraph)


def _copy(flow: _Flow, paragraph: Paragraph) -> bool:
    head_ended = flow.above(paragraph, flow.prose) or flow.above(paragraph, flow.of(Zone.SALUTATION))
    return head_ended and flow.text_below(paragraph)


_RULES: tuple[tuple[Zone, Callable[[_Flow, Paragraph], bool]], ...] = (
    (Zone.ADDRESSEE, _addressee),
    (Zone.SUBJECT, _subject),
    (Zone.SALUTATION, _salutation),
    (Zone.ATTACHMENTS, _attachments),
    (Zone.SIGNATURE, _signature),
    (Zone.COPY, _copy),
)


def _is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a sentence and no item of a list, no stray line."""
    text = paragraph.text
    if is_marked(paragraph) or not _SENTENCE_END.search(text):
        return False
    return len(_WORD.findall(text[:300])) >= _FEWEST_WORDS
