"""Hand-made letters and findings for the tests of reports."""

from __future__ import annotations

from letterlint.letter import PARAGRAPH_SEPARATOR, Block, Letter, Paragraph
from letterlint.model import Finding, Kind, Severity, Span, Zone


def letter(*paragraphs: tuple[Zone, str], name: str = "letter.docx", **parts) -> Letter:
    """A letter of the given paragraphs."""
    made, offset = [], 0
    for index, (zone, text) in enumerate(paragraphs):
        made.append(Paragraph(index, zone, Span(offset, offset + len(text)), Block(text, index + 10)))
        offset += len(text) + 1
    return Letter(name, Kind.DOC, PARAGRAPH_SEPARATOR.join(text for _, text in paragraphs), tuple(made), **parts)


def spot(where: Letter, words: str, nth: int = 0) -> Span:
    """The place of the ``nth`` occurrence of ``words``."""
    start = -1
    for _ in range(nth + 1):
        start = where.text.index(words, start + 1)
    return Span(start, start + len(words))


def finding(where: Letter | None = None, span: Span | None = None, paragraph: int | None = None, **parts) -> Finding:
    """An error SAL005 unless said otherwise."""
    if span is not None and where is not None:
        paragraph = where.at(span.start).index
    given = {
        "code": "SAL005",
        "name": "title-abbreviated",
        "clauses": ("2.5.9.1",),
        "severity": Severity.ERROR,
        "message": "Слово «господин» сокращено.",
        "suggestion": "Напишите его полностью.",
        "zone": where.paragraphs[paragraph].zone if where is not None and paragraph is not None else None,
    }
    return Finding(**{**given, **parts}, paragraph=paragraph, span=span)


SALUTATION = letter(
    (Zone.ADDRESSEE, "Директору ООО «Вега»\nСмирнову А.П."),
    (Zone.SALUTATION, "Уважаемый г-н Смирнов!"),
    (Zone.PREAMBLE, "Направляем копию договора."),
    (Zone.SIGNATURE, "Директор\tИ.И. Иванов"),
)
