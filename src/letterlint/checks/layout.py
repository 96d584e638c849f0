"""Looks of whole paragraphs: effective alignment."""

from collections.abc import Iterator, Sequence

from letterlint.checks.standing import stands_alone
from letterlint.letter import Alignment, Letter, Paragraph
from letterlint.model import Match, StyleEdit, Zone


def alignment(letter: Letter, *, zone: Zone, alignment: Alignment) -> Iterator[Match]:
    """Paragraphs of ``zone`` that are not aligned as ``alignment`` says (left, right, center, justify).

    Neighbours are one match. Silent on plain text and where the alignment is unknown. A paragraph that was cut from a
    source paragraph with other text has no edit, because aligning it would move that text too.
    """
    if not letter.formatted:
        return
    wanted = Alignment(alignment)
    for group in _neighbours(
        letter, [p for p in letter.zone(Zone(zone)) if p.block.style.alignment not in {None, wanted}]
    ):
        alone = all(stands_alone(letter, paragraph) for paragraph in group)
        edits = tuple(StyleEdit(p.index, "alignment", wanted.value) for p in group) if alone else ()
        yield Match(paragraph=group[0].index, edits=edits)


def _neighbours(letter: Letter, paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs in groups with nothing written between them."""
    order = {paragraph.index: number for number, paragraph in enumerate(letter.written)}
    groups: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if groups and order[paragraph.index] == order[groups[-1][-1].index] + 1:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return groups
