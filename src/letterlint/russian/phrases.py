"""Word lists as phrases to look for.

Notation of an entry: ``~`` stands for any ending («направля~» finds «направляем»), «е» finds «ё» too; case and the
width of blanks do not matter. Phrases are kept by their first word, so a search is one look-up a word: as one pattern
of alternatives the same lists cost 40 ms to compile at every start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from letterlint import data
from letterlint.lazy import pattern

_WORD = pattern(r"[^\W_]+(?:[-‑][^\W_]+)*|[№:]")


#: No phrase at the start of a text reaches farther.
_REACH = 160


class Phrases:
    """The phrases of one list."""

    def __init__(self, entries: tuple[str, ...]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        for entry in entries:
            phrase = _phrase(entry)
            kept = self._stems if phrase.words[0].endswith("~") else self._exact
            key = phrase.words[0].rstrip("~")
            kept.setdefault(key, []).append(phrase)
        self._lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        entered = [*self._exact.values(), *self._stems.values()]
        self._most = max((len(phrase.words) for several in entered for phrase in several), default=0)
        self._beginning = lru_cache(2_000)(self._find_beginning)

    def at_start(self, text: str) -> tuple[int, int] | None:
        """The place of the phrase with which ``text`` begins, after signs and blanks; None where there is none."""
        return self._at_first(normal(text[:_REACH]), 0, text)

    def search(self, text: str) -> tuple[int, int] | None:
        """The place of the first phrase that stands in ``text`` as whole words, or None."""
        low = normal(text)
        for word in _WORD.finditer(low):
            if self._beginning(word[0]):
                found = self._at_first(low, word.start(), text)
                if found is not None:
                    return found
        return None

    def is_whole(self, text: str) -> bool:
        """Whether ``text`` is a phrase and signs around it."""
        place = self.at_start(text)
        return place is not None and not any(map(str.isalnum, text[place[1] :]))

    def _at_first(self, low: str, start: int, text: str) -> tuple[int, int] | None:
        """The longest phrase that begins with the first word from ``start``; ``low`` is ``text`` made normal."""
        first = _WORD.search(low, start)
        found = self._beginning(first[0]) if first else ()
        if first is None or not found:
            return None
        words = tuple(islice(_WORD.finditer(low, first.start()), self._most))
        stops = [stop for phrase in found if (stop := phrase.fits(text, words)) is not None]
        return (first.start(), max(stops)) if stops else None

    def _find_beginning(self, word: str) -> list[_Phrase]:
        """The phrases that may begin with a word; in most texts most words begin none."""
        found = [*self._exact.get(word, ())]
        for length in self._lengths:
            found += self._stems.get(word[:length], ()) if len(word) >= length else ()
        return found


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    dotted: bool

    def fits(self, text: str, words: tuple[re.Match[str], ...]) -> int | None:
        """Where the phrase ends if it stands at the first of ``words``; one that ends with a dot wants the dot."""
        if len(self.words) > len(words):
            return None
        for word, wanted in zip(words, self.words, strict=False):
            if not (word[0].startswith(wanted[:-1]) if wanted.endswith("~") else word[0] == wanted):
                return None
        stop = words[len(self.words) - 1].end()
        if self.dotted:
            return stop + 1 if text[stop : stop + 1] == "." else None
        return stop


def _phrase(entry: str) -> _Phrase:
    found = tuple(
        match[0] + ("~" if entry[match.end() : match.end() + 1] == "~" else "")
        for match in _WORD.finditer(normal(entry))
    )
    return _Phrase(found, entry.endswith("."))


def normal(text: str) -> str:
    """Small letters, «е» for «ё»; as long as ``text``, so that places stay right."""
    low = text.lower()
    return (low if len(low) == len(text) else text).replace("ё", "е")


def is_among(words: str, allowed: Iterable[str]) -> bool:
    """Whether ``words`` are one of ``allowed``; case, «ё» and the width of blanks do not matter."""
    return bool(allowed) and _even(words) in map(_even, allowed)


def _even(words: str) -> str:
    return " ".join(normal(words).split())


@cache
def phrases(name: str) -> Phrases:
    """The phrases of ``rules/language/NAME.txt``."""
    return Phrases(data.words(name))
