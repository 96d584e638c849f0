"""The shape of paragraphs of the running text: items of lists, sub-headings, sentences that go on."""

from letterlint.lazy import pattern
from letterlint.letter import Paragraph

_MARKER = pattern(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[А-Яа-яA-Za-z]\)|[–—•*●▪·-])\s")
_ENDED = pattern(r"[.!?…;:,][»”\")\]]{0,2}\s*$")
#: A sub-heading is a line, not a paragraph.
_LONGEST_HEADING = 90


def is_marked(paragraph: Paragraph) -> bool:
    """Whether a paragraph is numbered or has a bullet, by Word or by hand."""
    return paragraph.block.label is not None or _MARKER.match(paragraph.text) is not None


def without_marker(paragraph: Paragraph) -> str:
    """The words of a paragraph after a number or bullet typed by hand."""
    marker = _MARKER.match(paragraph.text)
    return paragraph.text[marker.end() if marker else 0 :]


def is_ended(text: str) -> bool:
    """Whether a text ends with a sign of punctuation."""
    return _ENDED.search(text[-8:]) is not None


def begins_small(paragraph: Paragraph) -> bool:
    """Whether the first word has a small first letter."""
    return paragraph.text.lstrip()[:1].islower()


def is_heading(paragraph: Paragraph, below: Paragraph | None) -> bool:
    """Whether a paragraph is a short line without a closing sign, above one that does not go on with it."""
    words = paragraph.text.strip()
    if not words or len(words) > _LONGEST_HEADING or is_ended(words):
        return False
    return below is None or not begins_small(below)
