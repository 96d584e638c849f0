"""A word list as one compiled pattern.

Notation of an entry: ``~`` stands for any ending («направля~» matches «направляем»), a blank for any blank space, «е»
matches «ё» too. Alternation of literals only, so matching is linear.
"""

from __future__ import annotations

import re
from functools import cache

from letterlint import data


@cache
def starts_with(name: str) -> re.Pattern[str]:
    """Matches where a text begins with an entry of list ``name`` (``match``); case is ignored."""
    return re.compile(rf"[\W_]*(?:{_alternatives(name)})(?![\w-])", re.IGNORECASE)


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Finds the entries of list ``name`` as whole words (``search``); case is ignored."""
    return re.compile(rf"(?<![\w-])(?:{_alternatives(name)})(?![\w-])", re.IGNORECASE)


@cache
def whole(name: str) -> re.Pattern[str]:
    """Matches a text that is an entry of list ``name`` and signs around it (``fullmatch``); case is ignored."""
    return re.compile(rf"[\W_]*(?:{_alternatives(name)})[\W_]*", re.IGNORECASE)


def _alternatives(name: str) -> str:
    return "|".join(_entry(entry) for entry in sorted(data.words(name), key=len, reverse=True))


def _entry(entry: str) -> str:
    pattern = re.escape(entry).replace(r"\ ", r"\s+").replace(r"\~", r"[\w-]*").replace("~", r"[\w-]*")
    return pattern.replace("е", "[её]")
