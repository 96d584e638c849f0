"""The notation of these tests: «Директору [[Смирнову А.П.]]» is a text and the places in it that are to be found."""

import re

_MARKS = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def unmarked(marked: str) -> tuple[str, list[str], list[tuple[int, int]]]:
    """The text without marks, the marked words and their places."""
    places = []
    shift = 0
    for match in _MARKS.finditer(marked):
        start = match.start() - shift
        places.append((start, start + len(match[1])))
        shift += 4
    return _MARKS.sub(r"\1", marked), [match[1] for match in _MARKS.finditer(marked)], places
