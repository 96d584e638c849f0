"""Words and sentences with their places: the only door to razdel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from letterlint import data

_LETTER = r"[^\W\d_]"
#: A word with its hyphens, soft hyphens and combining signs, or a run of digits.
_WORD = re.compile(rf"{_LETTER}[^\W\d_\u00ad\u0300-\u036f]*(?:[-‐‑\u00ad\u0300-\u036f']+{_LETTER}+)*|\d+")


def words(text: str) -> list[tuple[int, int, str]]:
    """The words and the runs of digits in ``text`` as (start, stop, as written)."""
    return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
