"""Places as reports give them: a paragraph and offsets into its text."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from letterlint.letter import Letter
    from letterlint.model import Finding, Span


class Place(NamedTuple):
    """Number of a paragraph, offsets in code points into its text (``end`` exclusive), and exactly that slice.

    Any of them is None as the contract says: for something missing, for headers and attachments.
    """

    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None


def within(letter: "Letter", span: "Span") -> "Place":
    """The place of ``span``, cut at the end of the paragraph it begins in."""
    paragraph = letter.at(span.start)
    start = span.start - paragraph.span.start
    end = min(span.stop, paragraph.span.stop) - paragraph.span.start
    return Place(paragraph.index, start, end, paragraph.text[start:end])


def of(letter: "Letter | None", finding: "Finding") -> "Place":
    """The place of a finding.

    A span about a message header counts in the decoded header, whose text the letter does not hold.
    """
    if finding.header is not None:
        return Place(None, *(finding.span or (None, None)))
    if letter is None or finding.attachment is not None:
        return Place()
    if finding.span is not None:
        return within(letter, finding.span)
    return Place(finding.paragraph)
