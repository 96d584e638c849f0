"""Typeface and size of the executor mark against the main text (standard, 2.5.9.7)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from letterlint.checks.bounds import require_order
from letterlint.letter import Letter, Paragraph, Run
from letterlint.model import Edit, Match, Span, StyleEdit, Zone

#: Sizes are multiples of half a point; less than this is rounding.
_TOLERANCE = 0.1
#: Spellings of one typeface: the old Cyrillic variants of fonts for Windows.
_SCRIPT_SUFFIXES = (" cyr", " кир")

_Look = TypeVar("_Look", str, float)


def executor_font(letter: Letter) -> Iterator[Match]:
    """One match where the mark is not in the typeface of the main text; silent where either is unknown."""
    main = _usual(letter, lambda run: run.font)
    if main is None:
        return
    yield from _match(letter, lambda run: run.font, main, lambda font: main if _plain(font) != _plain(main) else None)


def executor_size(letter: Letter, *, minimum: float, maximum: float) -> Iterator[Match]:
    """One match where the mark is not ``minimum`` to ``maximum`` points smaller than the main text.

    The edit sets the nearest size that is right; ``variant`` is ``larger`` where the mark may be as large as the text.
    Silent where a size is unknown.
    """
    main = _usual(letter, lambda run: run.size)
    if main is None:
        return

    def nearest(size: float) -> float | None:
        smaller = main - size
        if smaller < minimum - _TOLERANCE:
            return main - minimum
        return main - maximum if smaller > maximum + _TOLERANCE else None

    limits = {"minimum": _say(minimum), "maximum": _say(maximum)}
    for match in _match(letter, lambda run: run.size, main, nearest):
        yield match._replace(words={**match.words, **limits}, variant="" if minimum > 0 else "larger")


def validate_executor_size(settings: Mapping[str, float], folder: Path | None) -> None:  # noqa: ARG001 - as all such
    """Raise ``RuleError`` where the limits contradict each other."""
    require_order(settings)


def _match(
    letter: Letter, look: Callable[[Run], _Look | None], main: _Look, wanted: Callable[[_Look], _Look | None]
) -> Iterator[Match]:
    """One match for all runs of the mark whose look is not as ``wanted``, which gives what it should be."""
    edits: list[Edit] = []
    found: list[tuple[Paragraph, _Look, _Look]] = []
    for paragraph in letter.zone(Zone.EXECUTOR):
        runs = [run for run in paragraph.block.runs if paragraph.text[run.start : run.stop].strip()]
        looks = [(run, look(run)) for run in runs]
        wrong = [(run, value, wanted(value)) for run, value in looks if value is not None]
        offending = [(run, value, right) for run, value, right in wrong if right is not None]
        found += [(paragraph, value, right) for _, value, right in offending]
        name = "font" if isinstance(main, str) else "size"
        if len(offending) == len(runs) and len({right for _, _, right in offending}) == 1:
            edits.append(StyleEdit(paragraph.index, name, offending[0][2]))
        else:
            start = paragraph.span.start
            edits += [
                StyleEdit(paragraph.index, name, right, Span(start + run.start, start + run.stop))
                for run, _, right in offending
            ]
    if found:
        paragraph, value, right = found[0]
        words = {"value": _say(value), "main": _say(main), "right": _say(right)}
        yield Match(paragraph=paragraph.index, edits=tuple(edits), words=words)


def _usual(letter: Letter, look: Callable[[Run], _Look | None]) -> _Look | None:
    """The look that most characters of the main text have; None on plain text."""
    if not letter.formatted:
        return None
    weights: Counter[_Look] = Counter()
    for paragraph in letter.running_text:
        for run in paragraph.block.runs:
            value = look(run)
            if value is not None:
                weights[value] += len("".join(paragraph.text[run.start : run.stop].split()))
    return max(weights, key=lambda value: weights[value]) if weights else None


def _plain(font: str) -> str:
    name = font.strip().lower()
    for suffix in _SCRIPT_SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def _say(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}".replace(".", ",")
