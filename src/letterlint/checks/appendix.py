"""Whether each appendix begins a sheet of its own (standard, 2.5.9.6)."""

import re
from collections.abc import Iterator

from letterlint.checks.standing import in_body
from letterlint.lazy import pattern
from letterlint.letter import Letter, PageStart, Paragraph
from letterlint.model import Match, Safety, Severity, Span, StyleEdit, Zone

_NUMBER = r"(?:(?:№|N|No)\s{0,2}\d{1,3}|\d{1,3}|[А-ЯA-Z]|[IVX]{1,4})(?![\w-])"
_HEADING = pattern(
    rf"\s*(?P<mark>приложение(?:\s{{1,3}}{_NUMBER}|№\s?\d{{1,3}})?)(?P<rest>[ \t.:–—«\"(-]*(?:$|\n|к\s|[–—«\"(.:-]).*)",
    re.IGNORECASE | re.DOTALL,
)
#: «Приложение № 1 к договору № 112»: the heading of a paper that is enclosed, not of an appendix to this letter.
_FOREIGN = pattern(
    r"[\s.]*к\s+(?:настоящему\s+)?(?:договор|контракт|соглашени|приказ|распоряжени|постановлени|положени|регламент|правил)",
    re.IGNORECASE,
)
_LONGEST = 200


def appendix_sheet(letter: Letter) -> Iterator[Match]:
    """A heading «Приложение» after the letter that does not begin a new page, on letters with formatting.

    ``variant`` is ``padded`` where only empty paragraphs push it to a new page, ``second`` where another appendix
    stands on the same sheet. The edit puts a page break before the heading.
    """
    if not letter.formatted:
        return
    appendices = [p for p in letter.zone(Zone.APPENDIX) if in_body(p)]
    for number, paragraph in enumerate(appendices):
        heading = _heading(paragraph)
        if heading is None or (number and not _is_sheet(paragraph, appendices[number - 1], heading)):
            continue
        start = _page_start(letter, paragraph)
        if start is PageStart.HARD:
            continue
        span = Span(paragraph.span.start + heading.start("mark"), paragraph.span.start + heading.end("mark"))
        edit = StyleEdit(paragraph.index, "page_break_before", value=True)
        edits = (edit,) if _begins_block(letter, paragraph) else ()
        if start is PageStart.PADDED:
            yield Match(span, edits=edits, variant="padded", severity=Severity.WARNING, safety=Safety.UNSAFE)
        else:
            yield Match(span, edits=edits, variant="second" if number else "")


def _heading(paragraph: Paragraph) -> re.Match[str] | None:
    return _HEADING.match(paragraph.text) if len(paragraph.text) <= _LONGEST else None


def _is_sheet(paragraph: Paragraph, above: Paragraph, heading: re.Match[str]) -> bool:
    """Whether a later heading is that of an appendix: not of an enclosed paper, not a row of a table of appendices."""
    here, there = paragraph.block.place.table, above.block.place.table
    if here is not None and there is not None and here[0] == there[0]:
        return False
    return not _FOREIGN.match(heading["rest"])


def _page_start(letter: Letter, paragraph: Paragraph) -> PageStart:
    """How the sheet of a paragraph begins: with itself or with the empty paragraphs above it."""
    start = paragraph.block.page_start
    for above in reversed(letter.paragraphs[: paragraph.index]):
        if above.text.strip() or start is PageStart.HARD:
            break
        if above.block.page_start is PageStart.HARD:
            start = PageStart.HARD
    return start


def _begins_block(letter: Letter, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the first piece of its source paragraph, and in no table."""
    if paragraph.block.place.table is not None:
        return False
    return all(p.block.source != paragraph.block.source for p in letter.paragraphs[: paragraph.index])
