"""Words that are not the author's own: text in «…»."""

from bisect import bisect_right
from functools import lru_cache


@lru_cache(maxsize=256)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The places in «…», inner quotes included; an opening mark without its closing one quotes nothing."""
    places: list[tuple[int, int]] = []
    open_marks: list[int] = []
    for place, sign in enumerate(text):
        if sign == "«":
            open_marks.append(place)
        elif sign == "»" and open_marks:
            start = open_marks.pop()
            while places and places[-1][0] > start:
                places.pop()
            places.append((start, place + 1))
    return tuple(places)


def is_quoted(text: str, start: int) -> bool:
    """Whether ``text[start]`` stands in «…»."""
    places = quoted(text)
    number = bisect_right(places, (start, len(text))) - 1
    return number >= 0 and start < places[number][1]
