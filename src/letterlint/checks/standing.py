"""Where paragraphs stand: which of them have an order among themselves, and which share a source paragraph."""

from letterlint.letter import Letter, Paragraph


def in_body(paragraph: Paragraph) -> bool:
    """Whether a paragraph belongs to the flow of the body, tables included; boxes, headers and footers do not."""
    flow = paragraph.block.place.flow
    return flow == "body" or flow.startswith("table")


def are_apart(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs of the body have no order: they stand in one table or in two columns."""
    here, there = one.block.place, other.block.place
    if here.table is not None and there.table is not None and here.table[0] == there.table[0]:
        return True
    return here.column is not None and there.column is not None and here.column != there.column


def stands_alone(letter: Letter, paragraph: Paragraph) -> bool:
    """Whether no text of another zone was cut from the same source paragraph."""
    same = (p for p in letter.written if p.block.source == paragraph.block.source)
    return all(p.zone is paragraph.zone for p in same)
