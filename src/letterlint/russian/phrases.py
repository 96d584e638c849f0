"""Word lists as phrases to look for.

Notation of an entry: ``~`` stands for any ending («направля~» finds «направляем»), «е» finds «ё» too; case and the
width of blanks do not matter. Phrases are kept by their first word, so a search is one look-up a word: as one pattern
of alternatives the same lists cost 40 ms to compile at every start.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
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

    def at_start(self, text: str) -> tuple[int, int] | None:
        """The place of the phrase with which ``text`` begins, after signs and blanks; None where there is none."""
        words = _words(text[:_REACH])
        stop = self._at(text, words, 0) if words else None
        return None if stop is None else (words[0].start(), stop)

    def search(self, text: str) -> tuple[int, int] | None:
        """The place of the first phrase that stands in ``text`` as whole words, or None."""
        words = _words(text)
        for number, word in enumerate(words):
            stop = self._at(text, words, number)
            if stop is not None:
                return word.start(), stop
        return None

    def is_whole(self, text: str) -> bool:
        """Whether ``text`` is a phrase and signs around it."""
        place = self.at_start(text)
        return place is not None and not any(map(str.isalnum, text[place[1] :]))

    def _at(self, text: str, words: tuple[re.Match[str], ...], number: int) -> int | None:
        first = words[number][0]
        found = [*self._exact.get(first, ())]
        for length in self._lengths:
            found += self._stems.get(first[:length], ()) if len(first) >= length else ()
        stops = [stop for phrase in found if (stop := phrase.fits(text, words, number)) is not None]
        return max(stops, default=None)


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    dotted: bool

    def fits(self, text: str, words: tuple[re.Match[str], ...], number: int) -> int | None:
        """Where the phrase ends if it stands at a word; an entry that ends with a dot wants the dot."""
        if number + len(self.words) > len(words):
            return None
        for word, wanted in zip(words[number : number + len(self.words)], self.words, strict=True):
            if not (word[0].startswith(wanted[:-1]) if wanted.endswith("~") else word[0] == wanted):
                return None
        stop = words[number + len(self.words) - 1].end()
        if self.dotted:
            return stop + 1 if text[stop : stop + 1] == "." else None
        return stop


def _phrase(entry: str) -> _Phrase:
    found = tuple(
        match[0] + ("~" if entry[match.end() : match.end() + 1] == "~" else "")
        for match in _WORD.finditer(normal(entry))
    )
    return _Phrase(found, entry.endswith("."))


@lru_cache(256)
def _words(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_WORD.finditer(normal(text)))


def normal(text: str) -> str:
    """Small letters, «е» for «ё»; as long as ``text``, so that places stay right."""
    return text.lower().replace("ё", "е") if len(text.lower()) == len(text) else text.replace("ё", "е")


def is_among(words: str, allowed: Iterable[str]) -> bool:
    """Whether ``words`` are one of ``allowed``; case, «ё» and the width of blanks do not matter."""
    return bool(allowed) and _even(words) in map(_even, allowed)


def _even(words: str) -> str:
    return " ".join(normal(words).split())


@cache
def phrases(name: str) -> Phrases:
    """The phrases of ``rules/language/NAME.txt``."""
    return Phrases(data.words(name))
