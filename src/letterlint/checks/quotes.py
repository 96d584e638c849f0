"""Words that are not the author's own: text in «…»."""

from bisect import bisect_right
from functools import lru_cache

from letterlint.lazy import pattern

_MARK = pattern("[«»]")


class _Same:
    """A text that is equal to itself only: to compare two paragraphs of 5 MB takes longer than to look up a place."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.text is other.text


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The places in «…», inner quotes included; an opening mark without its closing one quotes nothing."""
    return _quoted(_Same(text)) if "»" in text else ()


@lru_cache(maxsize=256)
def _quoted(same: _Same) -> tuple[tuple[int, int], ...]:
    places: list[tuple[int, int]] = []
    open_marks: list[int] = []
    for mark in _MARK.finditer(same.text):
        if mark[0] == "«":
            open_marks.append(mark.start())
        elif open_marks:
            start = open_marks.pop()
            while places and places[-1][0] > start:
                places.pop()
            places.append((start, mark.end()))
    return tuple(places)


def is_quoted(text: str, start: int) -> bool:
    """Whether ``text[start]`` stands in «…»."""
    return quotation_around(text, start) is not None


def quotation_around(text: str, start: int) -> tuple[int, int] | None:
    """The one of the :func:`quoted` places that ``text[start]`` belongs to, marks included; None if it is in none."""
    places = quoted(text)
    number = bisect_right(places, (start, len(text))) - 1
    return places[number] if number >= 0 and start < places[number][1] else None
