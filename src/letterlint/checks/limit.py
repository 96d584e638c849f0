"""How many paragraphs the main text has (standard, 2.5.9.3)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from letterlint.checks.bounds import require_order
from letterlint.checks.shortletters import may_be_short
from letterlint.checks.textshape import begins_small, is_ended, is_heading, is_marked, without_marker
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import Match, Severity, Zone

_LEAD_IN = pattern(r":\s*$")
_ITEM_GOES_ON = pattern(r"[;,]\s*$")
_SECOND_SENTENCE = pattern(r"(?:[.!?]|…)\s+[«\"(]?[А-ЯЁ]")
_LONG_ITEM = 250


class _Count(NamedTuple):
    """The number of paragraphs as one may count them: a list of long items is one or several."""

    low: int = 0
    high: int = 0


def text_length(letter: Letter, *, minimum: int, maximum: int) -> Iterator[Match]:
    """One match where the body has fewer than ``minimum`` or more than ``maximum`` paragraphs.

    A list counts as one with its lead-in, a sub-heading with the paragraph under it, all rows of a table as one. Where
    one may count in two ways, the kinder counts. ``variant`` is ``few`` or ``many``. Too short a body is an advice in a
    letter that only sends papers, congratulates, thanks or invites and has at most three paragraphs of text.
    """
    text = letter.running_text
    if not text and letter.first(Zone.SALUTATION, Zone.SIGNATURE) is None:
        return
    count = _count(text)
    words = {"minimum": str(minimum), "maximum": str(maximum)}
    place = letter.first(Zone.BODY) or letter.last(Zone.PREAMBLE)
    paragraph = place.index if place else letter.place_for(Zone.BODY)
    if count.high < minimum:
        around = sum(p.zone is not Zone.BODY for p in text)
        severity = Severity.INFO if may_be_short(letter, around + count.low) else None
        yield Match(paragraph=paragraph, words={"count": str(count.high), **words}, variant="few", severity=severity)
    elif count.low > maximum:
        yield Match(paragraph=paragraph, words={"count": str(count.low), **words}, variant="many")


def validate_text_length(settings: Mapping[str, int], folder: Path | None) -> None:  # noqa: ARG001 - as all such
    """Raise ``RuleError`` where the limits contradict each other."""
    require_order(settings)


def _count(text: tuple[Paragraph, ...]) -> _Count:
    low = high = 0
    in_list = False
    for number, paragraph in enumerate(text):
        above = text[number - 1] if number else None
        below = text[number + 1] if number + 1 < len(text) else None
        item = _is_item(paragraph, above, below, in_list=in_list)
        if paragraph.zone is Zone.BODY:
            # A letter may be set in one table as a whole: a sentence there is no cell of a table of its own.
            framed = _table(paragraph) is not None and _table(paragraph) == _table(text[0]) and is_ended(paragraph.text)
            one = _Count(1, 1) if framed and not item else _counts(paragraph, above, below, item=item, in_list=in_list)
            low, high = low + one.low, high + one.high
        in_list = item
    return _Count(low, high)


def _counts(
    paragraph: Paragraph, above: Paragraph | None, below: Paragraph | None, *, item: bool, in_list: bool
) -> _Count:
    """What one paragraph of the body adds to the count."""
    if above is None:
        return _Count(1, 1)
    in_body = above.zone is Zone.BODY
    led_in = _Count(0, int(not in_body))  # one with its lead-in; under the preamble perhaps one by itself
    table = _table(paragraph)
    if (item and in_list) or (table is not None and table == _table(above)):
        return _Count(0, int(_is_long(paragraph)))
    if item or table is not None:
        if _LEAD_IN.search(above.text) or (not item and is_heading(above, paragraph)):
            return led_in
        return _Count(0 if item and in_body else 1, 1)
    goes_on = _table(above) is None and not is_ended(above.text) and begins_small(paragraph)
    if goes_on or (in_body and _table(above) is None and is_heading(above, paragraph)):
        return _Count(0, 0)
    return _Count(0 if below is None and is_heading(paragraph, None) else 1, 1)


def _is_item(paragraph: Paragraph, above: Paragraph | None, below: Paragraph | None, *, in_list: bool) -> bool:
    """Whether a paragraph is an item of a list: numbered by Word or by hand, or set off by a small letter."""
    if is_marked(paragraph):
        heads = below is not None and not in_list and is_heading(paragraph, below) and not is_marked(below)
        return not heads
    if above is None or not begins_small(paragraph):
        return in_list and above is not None and bool(_ITEM_GOES_ON.search(above.text))
    return bool(_LEAD_IN.search(above.text)) or (in_list and not above.text.rstrip().endswith("."))


def _is_long(paragraph: Paragraph) -> bool:
    """Whether an item, or a cell of a table, is a paragraph in its own right."""
    words = without_marker(paragraph)
    return len(words) > _LONG_ITEM or bool(_SECOND_SENTENCE.search(words))


def _table(paragraph: Paragraph) -> int | None:
    block = paragraph.block
    if block.container is not Container.TABLE or block.place.table is None:
        return None
    return block.place.table[0]
