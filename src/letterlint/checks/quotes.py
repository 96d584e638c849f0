"""Words that are not the author's own: text in «…»."""

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
            places = [pair for pair in places if pair[0] < start]
            places.append((start, place + 1))
    return tuple(places)


def is_quoted(text: str, start: int) -> bool:
    """Whether ``text[start]`` stands in «…»."""
    return any(left <= start < right for left, right in quoted(text))
