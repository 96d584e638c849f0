"""Where the executor mark stands: lower left of the letter's last sheet, after the signature (standard, 2.5.9.7)."""

from collections.abc import Iterator

from letterlint.checks.signatureblock import lines
from letterlint.checks.standing import are_apart, in_body, stands_alone
from letterlint.letter import Alignment, Container, Letter, PageStart, Paragraph, Shown
from letterlint.model import DeleteParagraph, Edit, InsertParagraph, Match, Safety, StyleEdit, Zone

#: Millimetres from the margin. A first line is set in by 12.5 mm, rarely by 15; from 30 on a mark is not at the left.
_FAR = 30.0


def executor_position(letter: Letter) -> Iterator[Match]:
    """One match at a mark that surely stands in the wrong place.

    ``variant`` says what is wrong: ``order`` (not after the signature), ``sheet`` (among the appendices), ``footer``
    (printed on other sheets too), ``left``. What cannot be decided without page layout is not reported.
    """
    mark = list(letter.zone(Zone.EXECUTOR))
    if not mark:
        return
    first = mark[0]
    in_flow = in_body(first)
    if in_flow and _is_above_signature(letter, first):
        yield Match(paragraph=first.index, edits=_move(letter, mark), variant="order", safety=Safety.UNSAFE)
    elif in_flow and _is_among_appendices(letter, first):
        yield Match(paragraph=first.index, variant="sheet")
    elif first.block.container in {Container.HEADER, Container.FOOTER}:
        if _is_printed_elsewhere(letter, first):
            yield Match(paragraph=first.index, variant="footer")
    elif letter.formatted:
        yield from _left(letter, mark)


def _left(letter: Letter, mark: list[Paragraph]) -> Iterator[Match]:
    """One match for the paragraphs of a mark that do not stand at the left."""
    wrong = [paragraph for paragraph in mark if _is_off(paragraph)]
    if not wrong:
        return
    edits: list[Edit] = []
    for paragraph in wrong:
        if paragraph.block.place.horizontal is not None or not stands_alone(letter, paragraph):
            edits = []
            break
        style = paragraph.block.style
        if style.alignment in {Alignment.RIGHT, Alignment.CENTER}:
            edits.append(StyleEdit(paragraph.index, "alignment", Alignment.LEFT.value))
        if style.left >= _FAR:
            edits.append(StyleEdit(paragraph.index, "indent", 0.0))
    yield Match(paragraph=wrong[0].index, edits=tuple(edits), variant="left")


def _is_off(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands elsewhere than at the left; in a table only its layout could tell."""
    block = paragraph.block
    if block.place.table is not None:
        return False
    if block.place.horizontal is not None or block.container is Container.TEXTBOX:
        return block.place.horizontal in {"right", "center"} or block.place.vertical == "top"
    style = block.style
    return style.alignment in {Alignment.RIGHT, Alignment.CENTER} or style.left + max(style.first_line, 0) >= _FAR


def _signatures(letter: Letter, mark: Paragraph) -> list[Paragraph]:
    """The paragraphs with the position and name of who signs that have an order with the mark."""
    found = {line.paragraph.index: line.paragraph for line in lines(letter)}
    return [paragraph for paragraph in found.values() if in_body(paragraph) and not are_apart(mark, paragraph)]


def _is_above_signature(letter: Letter, mark: Paragraph) -> bool:
    signatures = _signatures(letter, mark)
    return bool(signatures) and all(paragraph.index > mark.index for paragraph in signatures)


def _is_among_appendices(letter: Letter, mark: Paragraph) -> bool:
    """Whether an appendix begins a sheet between the signature and the mark."""
    return any(
        paragraph.index < mark.index and in_body(paragraph) and paragraph.block.page_start is PageStart.HARD
        for paragraph in letter.zone(Zone.APPENDIX)
    )


def _is_printed_elsewhere(letter: Letter, mark: Paragraph) -> bool:
    """Whether a mark in a header or footer surely stands on another sheet than the last of the letter proper."""
    block = mark.block
    if block.container is Container.HEADER:
        return True
    begins = [p for p in letter.written[1:] if p.block.page_start is PageStart.HARD]
    if block.place.shown is Shown.EVERY_PAGE:
        return bool(begins) or (letter.sheet.pages or 1) > 1
    if block.place.shown is Shown.FIRST_PAGE:
        appended = letter.first(Zone.APPENDIX) is not None
        return any(p.zone is not Zone.APPENDIX for p in begins) or (not appended and (letter.sheet.pages or 1) > 1)
    return False


def _move(letter: Letter, mark: list[Paragraph]) -> tuple[Edit, ...]:
    """The mark put below the signature; where nothing follows the signature, that put above the mark instead.

    Nothing where one of them shares its paragraph with another part of the letter.
    """
    signature = [p for p in letter.zone(Zone.SIGNATURE) if p.index > mark[0].index and in_body(p)]
    if not all(stands_alone(letter, paragraph) for paragraph in (*mark, *signature)):
        return ()
    before = signature[-1].index + 1
    moved = mark
    if before >= len(letter.paragraphs):
        before, moved = mark[0].index, signature
    inserted = [InsertParagraph(before, paragraph.text, like=paragraph.index) for paragraph in moved]
    return (*inserted, *(DeleteParagraph(paragraph.index) for paragraph in moved))
