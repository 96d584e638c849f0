"""Patterns that are compiled when they are first used, each once.

A letter calls for two thirds of the patterns that the rules and the zones know; compiling the others costs 13 ms of the
130 ms that a cold check takes above its floor.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "pattern")


class _Lazy:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source``, as ``re.compile`` gives it, compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
